import { type Scheme, schemes } from '@shared/experiment/experiment'
import type { DifferenceErrors } from '@shared/protocol'
import { words } from '@shared/words/index'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sideAt, stepIndex } from '../../../src-renderer/plots/error-side'
import { bestSteps, theoryLines } from '../../../src-renderer/plots/error-theory'
import { errorsPlot } from '../../../src-renderer/plots/errors'
import { roughWidth } from '../../../src-renderer/plots/labels'
import { areaOf, fullMargins } from '../../../src-renderer/plots/layout'
import type { Mark } from '../../../src-renderer/plots/marks'
import type { Canvas } from '../../../src-renderer/plots/plot'
import { canvas } from './samples'

/** As small as the chart gets. */
const small: Canvas = { ...canvas, size: { width: 300, height: 200 } }
const steps = Float64Array.from({ length: 321 }, (_, index) => 10 ** (-16 + index / 20))

/** Errors exactly as theory says: the truncation with these factors, and rounding. */
function ideal(factors: Readonly<Record<Scheme, number>>, rounding: number, at = 1): DifferenceErrors {
  const orders = { forward: 1, backward: 1, central: 2 }
  const per = <Value>(of: (scheme: Scheme) => Value): Record<Scheme, Value> => ({
    forward: of('forward'),
    backward: of('backward'),
    central: of('central')
  })
  const errors = per((scheme) => steps.map((h) => factors[scheme] * h ** orders[scheme] + rounding / h))
  return {
    steps,
    at,
    exact: 1,
    errors,
    truncation: per((scheme) => ({ factor: factors[scheme], order: orders[scheme] })),
    rounding,
    best: per((scheme) => steps[errors[scheme].indexOf(Math.min(...errors[scheme]))] as number)
  }
}

/** Of sin x at 1, about. */
const sine = ideal({ forward: 0.42, backward: 0.42, central: 0.09 }, 1e-16)
const of = <Name extends Mark['mark']>(marks: readonly Mark[], name: Name) =>
  marks.filter((mark): mark is Extract<Mark, { mark: Name }> => mark.mark === name)

const said = (errors: DifferenceErrors, h: number, on: Canvas = small) => {
  const { above } = errorsPlot({ errors, h, scheme: 'forward' }, on)
  return [...of(above, 'text'), ...of(above, 'inscription')].map(({ text }) => text)
}

test('each line of theory goes from where it meets rounding to where it leaves the plot', () => {
  const y = { min: -14, max: 1 }
  const lines = theoryLines(sine, y)
  expect(lines.map(({ schemes: names, order }) => [names.join(), order])).toEqual([
    ['forward,backward', 1],
    ['central', 2],
    ['', -1]
  ])
  for (const { order, ends } of lines) {
    const [[x0, y0], [x1, y1]] = ends
    expect((y1 - y0) / (x1 - x0)).toBeCloseTo(order, 9)
    for (const place of [y0, y1]) expect(place >= y.min - 1e-9 && place <= y.max + 1e-9).toBe(true)
  }
  const [forward, central, rounding] = lines.map(({ ends }) => ends)
  // Where they meet, truncation and rounding are equal.
  for (const [[h, error]] of [forward, central] as (typeof lines)[number]['ends'][]) {
    expect(error).toBeCloseTo(-16 - h, 9)
  }
  expect(rounding?.[1][0]).toBeCloseTo(central?.[0][0] as number, 9)
})

test('schemes that leave out differently much have a line each, and a scheme that leaves out nothing has none', () => {
  const lines = theoryLines(ideal({ forward: 1, backward: 5, central: 0 }, 1e-16), { min: -18, max: 1 })
  expect(lines.map(({ schemes: names }) => names.join())).toEqual(['forward', 'backward', ''])
  expect(lines[2]?.ends[1][0]).toBe(0)
})

test('the best step is marked on the curve of its scheme: the central one is larger and its error smaller', () => {
  const [forward, , central] = bestSteps(sine, { min: -14, max: 1 })
  expect(forward?.at[0]).toBeCloseTo(Math.log10(Math.sqrt(1e-16 / 0.42)), 1)
  expect(central?.at[0]).toBeCloseTo(Math.log10(1e-16 / 0.18) / 3, 1)
  expect(central?.at[1]).toBeLessThan((forward?.at[1] as number) - 2)
})

test('what errors are made of changes from rounding through balance to truncation, and only there', () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.constantFrom(...schemes), (power, scheme) => {
      const factor = 10 ** power
      const errors = ideal({ forward: factor, backward: factor, central: factor }, 1e-16, 10)
      const sides = Array.from(steps, (_, index) => sideAt(errors, scheme, index))
      const changes = sides.filter((side, index) => side !== sides[index - 1])
      expect(changes).toEqual(['lost', 'rounding', 'balance', 'truncation'])
      const best = steps.indexOf(errors.best[scheme])
      expect(sides[best]).toBe('balance')
    }),
    { seed: 21, numRuns: 100 }
  )
})

test('stepIndex() is the nearest step, and inside the list for any exponent', () => {
  for (const [index, h] of steps.entries()) expect(stepIndex(steps, Math.log10(h))).toBe(index)
  expect([stepIndex(steps, -400), stepIndex(steps, 9)]).toEqual([0, 320])
})

test('the chart explains itself where it is small: key, both errors, best steps, the step in use', () => {
  const { above } = errorsPlot({ errors: sine, h: 1e-4, scheme: 'forward' }, small)
  expect(of(above, 'key')[0]?.lines.map(({ text }) => text)).toEqual(['forward', 'backward', 'central'])
  expect(said(sine, 1e-4).sort()).toEqual([
    'best 2×10⁻⁸',
    'best 8×10⁻⁶',
    'h = 10⁻⁴ (default)',
    'rounding ∝ ε/h',
    'truncation ∝ h',
    '∝ h²'
  ])
})

test('the default is marked as long as it is not in use', () => {
  expect(said(sine, 1e-7).filter((text) => text.includes('default'))).toEqual(['default 10⁻⁴'])
})

test('in no language do texts lie on one another or leave the plot, wherever h is', () => {
  const wide: Canvas = { ...small, size: { width: 560, height: 300 } }
  for (const language of ['ja', 'en'] as const) {
    for (const on of [small, wide]) {
      for (let exponent = -16; exponent <= 0; exponent += 0.5) {
        const { above } = errorsPlot(
          { errors: sine, h: 10 ** exponent, scheme: 'central' },
          { ...on, words: words[language].plots }
        )
        const area = areaOf(on.size, { ...fullMargins, top: 28 })
        const y = errorsPlot({ errors: sine, h: 1, scheme: 'forward' }, on).config.options?.scales?.['y'] ?? {}
        const range = y as { min: number; max: number }
        const boxes = of(above, 'text').map(({ at: [across = NaN, up = NaN], dx, dy, text, size }) => {
          const left = area.left + ((across + 16) / 16) * area.width + dx
          const base = area.top + ((range.max - up) / (range.max - range.min)) * area.height + dy
          return { text, left, right: left + roughWidth(text, size), top: base - size, base }
        })
        for (const [index, a] of boxes.entries()) {
          expect(a.left >= area.left && a.right <= area.left + area.width).toBe(true)
          for (const b of boxes.slice(0, index)) {
            const isApart = a.left >= b.right || b.left >= a.right || a.top >= b.base || b.top >= a.base
            expect(isApart ? '' : `${language} 10^${exponent}: ${a.text} / ${b.text}`).toBe('')
          }
        }
      }
    }
  }
})

test('the step size can be taken hold of anywhere on its guide, and stands on the curve of its scheme', () => {
  const { handles } = errorsPlot({ errors: sine, h: 1e-4, scheme: 'central' }, small)
  expect(handles.every(({ id, at }) => id === 'h' && at[0] === -4)).toBe(true)
  expect(handles[0]?.at[1]).toBeCloseTo(Math.log10(0.09e-8 + 1e-12), 9)
  expect(handles.length).toBeGreaterThan(5)
})

test('hovering tells the errors at a step size, and what most of each is', () => {
  const { readout } = errorsPlot({ errors: sine, h: 1e-4, scheme: 'forward' }, canvas)
  const lines = (exponent: number) => readout([exponent, 0])?.lines ?? []
  expect(lines(-1)).toEqual([
    'h = 0.1',
    'forward  0.042  truncation',
    'backward  0.042  truncation',
    'central  0.0009  truncation'
  ])
  // Between the two best steps the schemes are on different sides.
  expect(lines(-7)).toEqual([
    'h = 10⁻⁷',
    'forward  4.3×10⁻⁸  truncation',
    'backward  4.3×10⁻⁸  truncation',
    'central  10⁻⁹  rounding'
  ])
  expect(lines(-5)[3]).toBe('central  1.9×10⁻¹¹  near best')
  expect(lines(-16).slice(1)).toEqual(['forward  1  a + h = a', 'backward  1  rounding', 'central  1  rounding'])
})

test('hovering over a low chart leaves out the one-sided scheme that is not in use', () => {
  const lines = (scheme: Scheme) =>
    errorsPlot({ errors: sine, h: 1e-4, scheme }, small).readout([-1, 0])?.lines.slice(1)
  expect(lines('forward')).toEqual(['forward  0.042  truncation', 'central  0.0009  truncation'])
  expect(lines('backward')).toEqual(['backward  0.042  truncation', 'central  0.0009  truncation'])
  expect(lines('central')).toEqual(['forward  0.042  truncation', 'central  0.0009  truncation'])
})

test('a quotient is lost only where all places it asks f at round to a', () => {
  // Below 1 doubles are closer than above: 1 − 10⁻¹⁶ is not 1, 1 + 10⁻¹⁶ is.
  const sides = (at: number) => schemes.map((scheme) => sideAt({ ...sine, at }, scheme, 0))
  expect(sides(1)).toEqual(['lost', 'rounding', 'rounding'])
  expect(sides(-1)).toEqual(['rounding', 'lost', 'rounding'])
  expect(sides(1.5)).toEqual(['lost', 'lost', 'lost'])
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.constantFrom(...schemes),
      fc.nat(320),
      (at, scheme, index) => {
        const h = steps[index] as number
        const places = { forward: [at + h, at], backward: [at, at - h], central: [at + h, at - h] }[scheme]
        expect(sideAt({ ...sine, at }, scheme, index) === 'lost').toBe(places[0] === places[1])
      }
    ),
    { seed: 8, numRuns: 500 }
  )
})

test('which side the step in use is on stands beside the title, by the scheme in use', () => {
  const note = (h: number, scheme: Scheme) => errorsPlot({ errors: sine, h, scheme }, small).note
  expect(note(1e-7, 'forward')).toBe('forward: truncation side')
  expect(note(-1e-7, 'central')).toBe('central: rounding side (cancellation)')
  expect(note(1e-5, 'central')).toBe('central: near its best h')
  expect(note(1e-16, 'forward')).toBe('forward: a + h rounds to a')
})

test('the scheme in use lies over the others, and of those backward over forward, whose dashes let it be seen', () => {
  const order = (scheme: Scheme) =>
    errorsPlot({ errors: sine, h: 1e-4, scheme }, small).config.data.datasets.map((curve) => curve.order ?? 0)
  for (const [index, scheme] of schemes.entries()) {
    const [found, others] = [order(scheme)[index], order(scheme).filter((_, other) => other !== index)]
    // Of the least order is what is drawn last.
    expect(found).toBeLessThan(Math.min(...others))
  }
  const [forward, backward] = order('central') as [number, number]
  expect(backward).toBeLessThan(forward)
})

test('without theory, what is larger than the best step is truncation, and what is smaller rounding', () => {
  const unknown = { factor: NaN, order: 1 }
  const errors = { ...sine, truncation: { forward: unknown, backward: unknown, central: unknown } }
  const side = (h: number) => sideAt(errors, 'central', stepIndex(steps, Math.log10(h)))
  expect([1e-9, errors.best.central, 1e-2].map(side)).toEqual(['rounding', 'balance', 'truncation'])
  expect(sideAt({ ...errors, best: { ...sine.best, central: NaN } }, 'central', 100)).toBeNull()
})

test('the steps that are lost to the scheme in use are tinted', () => {
  const tinted = (at: number, scheme: Scheme) =>
    of(errorsPlot({ errors: { ...sine, at }, h: 1e-4, scheme }, small).below, 'stretch')
  expect(tinted(1e6, 'forward')).toMatchObject([{ from: -16, to: expect.closeTo(-10.25, 1) }])
  // Below a power of 2 doubles are twice as close.
  expect(tinted(2 ** 20, 'forward')).toMatchObject([{ to: expect.closeTo(-9.95, 9) }])
  expect(tinted(2 ** 20, 'backward')).toMatchObject([{ to: expect.closeTo(-10.25, 9) }])
  expect(tinted(1e-5, 'forward')).toEqual([])
})

test('where nothing can be measured there is a sentence in the plot and nothing to take hold of', () => {
  const { above, handles, config, readout } = errorsPlot(
    { errors: { ...sine, exact: NaN }, h: 1e-4, scheme: 'forward' },
    small
  )
  expect(above.map((mark) => (mark.mark === 'text' ? mark.text : mark.mark)).join(' ')).toBe(
    'f has no derivative here, so there is no error to measure.'
  )
  expect([handles, config.data.datasets, readout([-4, 0])]).toEqual([[], [], null])
})

test('quotients that are exact for every step size say so', () => {
  const zero = { forward: 0, backward: 0, central: 0 }
  const texts = said(ideal(zero, 0), 1e-4).join(' ')
  expect(texts).toContain('every difference quotient is exact')
})

test('a step size beyond the axis is told at that end of it, and drawn nowhere', () => {
  for (const [h, text] of [
    [12, 'h = 12 →'],
    [-3, 'h = −3 →'],
    [1e-20, '← h = 10⁻²⁰']
  ] as const) {
    const { above, handles, note } = errorsPlot({ errors: sine, h, scheme: 'forward' }, small)
    expect(said(sine, h)).toContain(text)
    expect([of(above, 'grip'), of(above, 'dots'), handles, note]).toEqual([[], [], [], null])
  }
  for (const h of [1e-16, 1, -1])
    expect(of(errorsPlot({ errors: sine, h, scheme: 'forward' }, small).above, 'grip')).toHaveLength(1)
})

/** The errors of sin x, but that those of the steps from `from` to `to` are 0. */
function exactBetween(from: number, to: number, of: readonly Scheme[]): DifferenceErrors {
  const without = (scheme: Scheme) =>
    of.includes(scheme)
      ? sine.errors[scheme].map((error, index) => (index >= from && index <= to ? 0 : error))
      : sine.errors[scheme]
  const errors = { forward: without('forward'), backward: without('backward'), central: without('central') }
  const best = (scheme: Scheme) => (of.includes(scheme) ? (steps[to] as number) : sine.best[scheme])
  return { ...sine, errors, best: { forward: best('forward'), backward: best('backward'), central: best('central') } }
}

test('a best step without an error is marked among the errors of 0, and says so; even one such error is named', () => {
  const errors = exactBetween(200, 240, ['central'])
  const { above } = errorsPlot({ errors, h: 1e-2, scheme: 'forward' }, small)
  const rows = of(above, 'dots').filter(({ radius }) => radius < 2)
  const central = of(above, 'ring').find(({ at }) => at[0] === Math.log10(steps[240] as number))
  expect(rows.flatMap(({ places }) => places)).toContainEqual(central?.at)
  expect(said(errors, 1e-2)).toContain('best 10⁻⁴: error 0')
  expect(said(exactBetween(200, 200, ['central']), 1e-2)).toContain('error 0')
  expect(said(sine, 1e-2).join()).not.toContain('error 0')
})

test('a ring has the colour of its text, and two rings never lie on one another', () => {
  for (const scheme of schemes) {
    const { above } = errorsPlot({ errors: sine, h: 1e-2, scheme }, small)
    const rings = of(above, 'ring')
    expect(rings).toHaveLength(2)
    const colours = of(above, 'text')
      .filter(({ text }) => text.startsWith('best'))
      .map(({ colour }) => colour)
    expect(colours.sort()).toEqual(rings.map(({ colour }) => colour).sort())
  }
})

test('what hovering says stands in the lower corner away from the pointer', () => {
  const { readout, config } = errorsPlot({ errors: sine, h: 1e-4, scheme: 'forward' }, small)
  const { min } = config.options?.scales?.['y'] ?? {}
  expect(min).toBeLessThanOrEqual(-14)
  expect(readout([-3, -9])?.at).toEqual([-16, min])
  expect(readout([-12, -9])?.at).toEqual([0, min])
})
