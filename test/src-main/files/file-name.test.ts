import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeFileName } from '../../../src-main/files/file-name'

const titles = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('a', '.', ' ', '/', '\\', ':', '\u202e', '\0', '実', '👩‍👧', '\ud800', 'con'),
    maxLength: 200
  })
)

describe('the name of a file made from a title', () => {
  it('is accepted by every system, whatever the title', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const name = safeFileName(title)
        expect(name).not.toBe('')
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
        expect(name).not.toMatch(/\p{Cs}/u)
        expect(name).not.toMatch(/[/\\<>:"|?*]/)
        expect(name).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u)
        expect(name).not.toMatch(/[. ]$|^[. ]/)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
      }),
      { seed: 20, numRuns: 3000 }
    )
  })

  it('stays the same when it is made twice', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const name = safeFileName(title)
        expect(safeFileName(name)).toBe(name)
      }),
      { seed: 21, numRuns: 2000 }
    )
  })

  it.each([
    ['勾配降下法の実験', '勾配降下法の実験'],
    ['x² at 3', 'x² at 3'],
    ['a/b: c?', 'a b c'],
    ['../../etc/passwd', 'etc passwd'],
    ['photo\u202egnp.exe', 'photo gnp.exe'],
    ['NUL', '_NUL'],
    ['com1.txt', '_com1.txt'],
    ['console', 'console'],
    ['  trailing. . ', 'trailing'],
    ['か\u3099', 'が']
  ])('makes %j into %j', (title, name) => {
    expect(safeFileName(title)).toBe(name)
  })

  it.each(['', ' ', '...', '///', '\0'])('falls back for %j, of which nothing is left', (title) => {
    expect(safeFileName(title, '実験')).toBe('実験')
  })

  it('is cut between characters as the reader sees them', () => {
    const family = '👩‍👩‍👧‍👦'
    expect(safeFileName(family.repeat(20))).toBe(family.repeat(8))
    expect(safeFileName('あ'.repeat(100))).toBe('あ'.repeat(66))
  })
})
