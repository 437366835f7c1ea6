import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderArguments } from '../../../src-main/render/render-arguments'

const read = (line: string) => renderArguments(line.split(' ').filter(Boolean))

describe('the words of the render command', () => {
  it('have usual sizes where none are given', () => {
    expect(read('example:saddle --out pictures')).toEqual({
      targets: ['example:saddle'],
      out: 'pictures',
      width: 1280,
      height: 800,
      scale: 2
    })
  })

  it('mean the same in any order and in both spellings', () => {
    const parts = [['a.gradlab'], ['--out', 'o'], ['--width=640'], ['--height', '400'], ['--scale=1.5']]
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
        expect(renderArguments(shuffled.flat())).toEqual({
          targets: ['a.gradlab'],
          out: 'o',
          width: 640,
          height: 400,
          scale: 1.5
        })
      }),
      { seed: 2 }
    )
  })

  it('are all targets behind --', () => {
    expect(read('--out o -- --strange.gradlab render').targets).toEqual(['--strange.gradlab', 'render'])
  })

  it.each([
    ['', 'render-no-target', {}],
    ['--out o', 'render-no-target', {}],
    ['a', 'render-no-folder', {}],
    ['a --out', 'render-option-without-value', { option: '--out' }],
    ['a --out=', 'render-option-without-value', { option: '--out' }],
    ['a --out o --out p', 'render-option-twice', { option: '--out' }],
    ['a --out o --depth 3', 'render-option-unknown', { option: '--depth' }],
    ['a --out o -w 3', 'render-option-unknown', { option: '-w' }],
    ['a --out o --width wide', 'render-whole-number-bad', { option: '--width', value: 'wide' }],
    ['a --out o --width 640.5', 'render-whole-number-bad', { option: '--width', value: '640.5' }],
    ['a --out o --height 0', 'render-whole-number-bad', { option: '--height', value: '0', min: 150 }],
    ['a --out o --scale -1', 'render-number-bad', { option: '--scale', value: '-1' }],
    ['a --out o --scale NaN', 'render-number-bad', { option: '--scale', value: 'NaN' }],
    ['a --out o --width 5000', 'render-too-many-pixels', { most: 8192 }]
  ])('%j are refused: %s', (line, code, values) => {
    try {
      expect(read(line)).toBe('refused')
    } catch (error) {
      expect(error).toMatchObject({ name: 'ProblemError', code, values })
    }
  })
})
