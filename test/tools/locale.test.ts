import { expect, it } from 'vitest'
import { withCharset } from '../../tools/setup/locale.mjs'

const environment = { HOME: '/home/me', LANG: 'ja_JP.UTF-8' }

it('leaves an environment alone whose character set holds every file name', () => {
  expect(withCharset(environment, 'UTF-8')).toBe(environment)
})

it('takes a character set that exists everywhere where the named locale is not installed, and keeps the language', () => {
  expect(withCharset(environment, 'ANSI_X3.4-1968')).toEqual({
    ...environment,
    LC_ALL: 'C.UTF-8',
    LANGUAGE: 'ja_JP.UTF-8'
  })
})

it('keeps the language that outranks the others', () => {
  expect(withCharset({ ...environment, LANGUAGE: 'en' }, '')['LANGUAGE']).toBe('en')
  expect(withCharset({}, '')).toEqual({ LC_ALL: 'C.UTF-8' })
})
