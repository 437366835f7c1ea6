import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleOf, fileNames } from '../../../src-main/render/file-names'

describe('the names of rendered files', () => {
  it.each([
    [['example:saddle'], ['saddle']],
    [
      ['a.b.gradlab', '.gradlab'],
      ['a.b', '.gradlab']
    ],
    [
      ['lessons/week 1.gradlab', '/x/y.json', 'plain'],
      ['week 1', 'y', 'plain']
    ],
    [
      ['a/x.gradlab', 'b/x.gradlab', 'example:x'],
      ['x', 'x-2', 'x-3']
    ],
    [
      ['X.gradlab', 'x.gradlab'],
      ['X', 'x-2']
    ],
    [
      ['x', 'x-2', 'x'],
      ['x', 'x-2', 'x-3']
    ],
    [
      ['x', 'x', 'x-2'],
      ['x', 'x-2', 'x-2-2']
    ]
  ])('%j become %j', (targets, names) => {
    expect(fileNames(targets)).toEqual(names)
  })

  it('are never equal, even on a disk that takes capitals for small letters', () => {
    const target = fc.array(fc.constantFrom('x', 'X', '-2', '-3', 'example:'), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(target.map((parts) => parts.join(''))), (targets) => {
        const names = fileNames(targets).map((name) => name.toLowerCase())
        expect(new Set(names).size).toBe(targets.length)
      }),
      { seed: 6, numRuns: 1000 }
    )
  })

  it('know an example from a file', () => {
    expect(exampleOf('example:saddle')).toBe('saddle')
    expect(exampleOf('example')).toBeNull()
    expect(exampleOf('./example:saddle')).toBeNull()
  })
})
