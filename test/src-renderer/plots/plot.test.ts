import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roughWidth } from '../../../src-renderer/plots/labels'
import { flatOptions, marginsOf } from '../../../src-renderer/plots/plot'
import { canvas } from './samples'

interface Axis {
  readonly min: number
  readonly max: number
  afterBuildTicks(scale: { min: number; max: number; ticks: { value: number }[] }): void
  readonly ticks: {
    readonly align: 'inner' | 'center'
    readonly padding: number
    readonly font: { readonly size: number }
    callback(_: number, index: number): string
  }
}

/** The ticks of an axis with their texts, and how each is aligned. */
function ticksOf(axis: Axis) {
  const scale = { min: axis.min, max: axis.max, ticks: [] as { value: number }[] }
  axis.afterBuildTicks(scale)
  return scale.ticks.map(({ value }, index) => {
    const isEnd = index === 0 || index === scale.ticks.length - 1
    const text = axis.ticks.callback(0, index)
    return {
      value,
      text,
      width: roughWidth(text, axis.ticks.font.size),
      isInside: axis.ticks.align === 'inner' && isEnd
    }
  })
}

const range = fc
  .tuple(fc.double({ min: -7, max: 7, noNaN: true }), fc.double({ min: -4, max: 8, noNaN: true }), fc.boolean())
  .map(([start, length, negative]) => {
    const min = (negative ? -1 : 1) * 10 ** start
    return { min, max: min + 10 ** length }
  })
const round = fc.constantFrom(
  ...[10, 100, 1000, 20_000].flatMap((max) => [
    { min: 0, max },
    { min: -max, max }
  ])
)

test('no number of an axis leaves the canvas or touches another, in a whole plot or a small one, whatever the range', () => {
  fc.assert(
    fc.property(
      fc.oneof(range, round),
      fc.oneof(range, round),
      fc.constantFrom('full' as const, 'cell' as const),
      fc.integer({ min: 130, max: 700 }),
      (x, y, room, width) => {
        const size = { width, height: width }
        const on = { ...canvas, size, room }
        const { scales } = flatOptions(on, { x, y }, { x: 'x', y: 'y' })
        const margins = marginsOf(on)
        const [across, up] = [scales?.['x'], scales?.['y']] as unknown as [Axis, Axis]
        const length = width - margins.left - margins.right
        for (const { value, text, width: wide, isInside } of ticksOf(across).filter(({ text }) => text !== '')) {
          const at = margins.left + ((value - x.min) / (x.max - x.min)) * length
          expect(at + (isInside ? 0 : wide / 2), `${text} at ${at} of ${width}`).toBeLessThanOrEqual(width + 0.5)
          expect(at - (isInside ? wide : wide / 2), text).toBeGreaterThanOrEqual(-0.5)
        }
        const places = ticksOf(across)
          .filter(({ text }) => text !== '')
          .map(({ value, text, width: wide, isInside }) => {
            const at = margins.left + ((value - x.min) / (x.max - x.min)) * length
            const from = isInside ? at - wide : at - wide / 2
            return { text, from, to: from + wide }
          })
        for (const [index, { text, from }] of places.entries()) {
          const before = places[index - 1]
          // An axis shorter than two numbers are wide has two all the same.
          if (before && length > 112)
            expect(from - before.to, `${before.text} and ${text} in ${width}`).toBeGreaterThan(2)
        }
        for (const { text, width: wide } of ticksOf(up))
          expect(wide + up.ticks.padding, `${text} beside the ${room} plot`).toBeLessThanOrEqual(margins.left + 1)
      }
    ),
    { seed: 10, numRuns: 400 }
  )
})
