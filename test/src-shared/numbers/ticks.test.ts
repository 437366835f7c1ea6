import { evenTicks, tickTexts } from '@shared/numbers/ticks'
import { expect, test } from 'vitest'
import { readNumeral } from '../../support/read-numeral'
import { trials, uniform } from '../../support/truth'

/** The error of a tick's label; the offset is subtracted from the tick, which is exact. */
function misread(tick: number, text: string, common: string): number {
  const [, factor = '10⁰', offset = '0'] = /^(?:×(\S+))?(?: ?([+−].+))?$/.exec(common) ?? ['', 'no', 'no']
  const rest = text === '0' ? 0 : readNumeral(`${text}×${factor}`)
  return Math.abs(tick - readNumeral(offset.replace(' ', '')) - rest)
}

/** Ranges of any size, around 0 and far from it, and so narrow that few doubles lie in them. */
function someRange(random: () => number): { readonly min: number; readonly max: number } {
  const size = (random() < 0.5 ? -1 : 1) * 10 ** (600 * random() - 300)
  const kind = random()
  if (kind < 0.3) return { min: -Math.abs(size) * random(), max: Math.abs(size) * random() }
  const ulp = 2 ** (Math.floor(Math.log2(Math.abs(size))) - 52)
  const width = kind < 0.5 ? ulp * Math.ceil(9 * random()) : Math.max(Math.abs(size) * 10 ** (-16 * random()), ulp)
  return { min: size, max: size + width }
}

/** What is wrong with the labels of an axis; empty if nothing is. */
function fault(ticks: readonly number[], texts: readonly string[], common: string): string {
  if (ticks.length < 2) return 'less than two numbers'
  if (new Set(texts).size < ticks.length) return 'two ticks are written alike'
  if (texts.some((text) => text.length > 8)) return 'too long'
  const gap = Math.min(...ticks.slice(1).map((tick, index) => tick - (ticks[index] as number)))
  const isRead = ticks.every((tick, index) => misread(tick, texts[index] as string, common) <= gap / 1000)
  return isRead ? '' : 'not read as what it is'
}

test('an axis has at least two ticks, no two labelled alike, each correct to a thousandth', {
  timeout: 120_000
}, () => {
  const random = uniform()
  for (let trial = 0; trial < trials(3000, 300_000); trial++) {
    const range = someRange(random)
    const [count, room] = [14 * random(), 4 + Math.floor(4 * random())]
    const ticks = evenTicks(range, count)
    const { texts, common } = tickTexts(ticks, room)
    const wrong = fault(ticks, texts, common) || (ticks.length > Math.max(count, 3) + 3 ? 'too many' : '')
    if (wrong) throw new Error(`${wrong}: ${JSON.stringify({ range, count, room, ticks, texts, common })}`)
  }
})

test('the check of axes detects equal labels, and a wrong one', () => {
  expect(fault([1e9, 1e9 + 1], ['10⁹', '10⁹'], '')).toBe('two ticks are written alike')
  expect(fault([1e9, 1e9 + 1], ['0', '1'], '+10⁸')).toBe('not read as what it is')
  expect(fault([1e9, 1e9 + 1], ['0', '1'], '+10⁹')).toBe('')
  expect(fault([0, 2e-7], ['0', '2'], '×10⁻⁶')).toBe('not read as what it is')
})

test('labels are plain if they fit, and otherwise share a power of ten and an offset', () => {
  const written = (min: number, max: number, room = 7) => {
    const { texts, common } = tickTexts(evenTicks({ min, max }, 3), room)
    return [...texts, common].join(' ').trim()
  }
  expect(written(-6, 6)).toBe('−5 0 5')
  expect(written(0, 0.5)).toBe('0 0.2 0.4')
  expect(written(0, 6e5)).toBe('0 200000 400000 600000')
  expect(written(0, 6e5, 5)).toBe('0 2 4 6 ×10⁵')
  expect(written(-1e-6, 1e-6)).toBe('−1 0 1 ×10⁻⁶')
  expect(written(1e9, 1e9 + 50)).toBe('0 20 40 +10⁹')
  expect(written(-1e9 - 50, -1e9)).toBe('−40 −20 0 −10⁹')
  expect(written(1234567, 1234568)).toBe('0 0.5 1 +1234567')
  expect(written(1, 1 + 1e-9)).toBe('0 0.5 1 ×10⁻⁹ + 1')
})
