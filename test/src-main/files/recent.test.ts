import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutRecent, withRecent } from '../../../src-main/files/recent'

describe('the recent files', () => {
  it('are the last ten different ones, the newest first', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abcdefghijklmnop')), (opened) => {
        const recent = opened.reduce<readonly string[]>(withRecent, [])
        expect(recent).toEqual([...new Set(opened.toReversed())].slice(0, 10))
      }),
      { seed: 3 }
    )
  })

  it('lose one that is gone', () => {
    expect(withoutRecent(['/a', '/b'], '/a')).toEqual(['/b'])
    expect(withoutRecent(['/a'], '/c')).toEqual(['/a'])
  })
})
