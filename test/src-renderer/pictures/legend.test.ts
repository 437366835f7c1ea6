import fc from 'fast-check'
import { expect, test } from 'vitest'
import { captionLines } from '../../../src-renderer/pictures/legend'

const length = (text: string) => text.length

test('a caption is broken after what separates its parts', () => {
  expect(captionLines('same start, 30 evaluations: descent, Adam', 20, length)).toEqual([
    'same start, 30',
    'evaluations:',
    'descent, Adam'
  ])
  expect(captionLines('同じ初期値・評価 30 回・学習率は最良：勾配降下法、Adam', 12, length)).toEqual([
    '同じ初期値・評価 30',
    '回・学習率は最良：',
    '勾配降下法、Adam'
  ])
  expect(captionLines('', 20, length)).toEqual([])
})

test('no letter is lost and no line is too long, unless it is one part', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '勾', ' ', '、', '・', '：', ','), maxLength: 80 })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (caption, most) => {
      const lines = captionLines(caption, most, length)
      expect(lines.join('').replaceAll(' ', '')).toBe(caption.replaceAll(' ', ''))
      for (const line of lines) if (line.length > most) expect(line).toMatch(/^[^、：・ ]*[、：・ ]*$/)
    })
  )
})
