import { guardsOf } from '@core/breaks'
import { sampleCurve } from '@core/curve/curve'
import { compile } from '@core/objective'
import { Cancelled } from '@core/pulse'
import type { Interval } from '@shared/interval'
import { describe, expect, it } from 'vitest'

const around = (size: number): Interval => ({ min: -size, max: size })
const curveOf = (text: string, range = around(5), samples = 801, second = false) =>
  sampleCurve(compile(text, ['x']), range, samples, { second })

/**
 * How far the polyline through the heights is from a function at most, as a part of the visible height, across the
 * line on a plot twice as wide as high. `visible`: what of it is seen.
 */
function farthest(
  x: Float64Array,
  heights: Float64Array,
  f: (at: number) => number,
  visible: Interval,
  isBroken: (from: number, to: number) => boolean = () => false
): number {
  const [unit, width] = [visible.max - visible.min, ((x.at(-1) as number) - (x[0] as number)) / 2]
  let most = 0
  for (let i = 1; i < x.length; i++) {
    const [from, to] = [x[i - 1] as number, x[i] as number]
    const [low, high] = [heights[i - 1] as number, heights[i] as number]
    if (isBroken(from, to) || Math.min(low, high) > visible.max || Math.max(low, high) < visible.min) continue
    for (const part of [0.25, 0.5, 0.75]) {
      const off = Math.abs(f(from + part * (to - from)) - low - part * (high - low)) / unit
      const [run, rise] = [(to - from) / width, (high - low) / unit]
      most = Math.max(most, (off * run) / Math.hypot(run, rise))
    }
  }
  return most
}

describe('curve samples', () => {
  it('are values and exact slopes along one variable, the others held', () => {
    const f = compile('x^2*y', ['x', 'y'])
    const { x, values, slopes } = sampleCurve(f, { min: 0, max: 2 }, 3, { along: 1, point: [3, 99] })
    expect([[...x], [...values], [...slopes]]).toEqual([
      [0, 1, 2],
      [0, 9, 18],
      [9, 9, 9]
    ])
  })

  it('carry exact second derivatives if asked', () => {
    expect(curveOf('x^3').seconds).toHaveLength(0)
    const { x, seconds } = curveOf('x^3', around(2), 101, true)
    expect([...seconds]).toEqual([...x].map((at) => expect.closeTo(6 * at, 12)))
  })

  it('ascend over a range given either way round, and include what was asked for', () => {
    const [there, back] = [curveOf('sin(20x)', { min: -1, max: 3 }), curveOf('sin(20x)', { min: 3, max: -1 })]
    expect(back).toEqual(there)
    for (let i = 1; i < there.x.length; i++) expect(there.x[i]).toBeGreaterThan(there.x[i - 1] as number)
    for (let i = 0; i <= 800; i++) expect(there.x).toContain((-1 * (800 - i) + 3 * i) / 800)
  })

  it('are undefined where f is', () => {
    const { x, values, slopes } = curveOf('sqrt(x)', around(1), 3)
    for (const [i, at] of x.entries()) {
      expect([values[i], slopes[i]]).toEqual(at < 0 ? [Number.NaN, Number.NaN] : [Math.sqrt(at), 0.5 / Math.sqrt(at)])
    }
  })

  it('are few where the curve hardly bends, and no more than four times as many where it does', () => {
    for (const text of ['x', '3', 'x^2', 'sin(x)', 'e^x', 'e^(-x^2)', 'x^3 - 3x'])
      expect(curveOf(text).x.length).toBeLessThan(880)
    for (const text of ['sin(1/x)', 'sin(1e4*x)', 'x*sin(1/x^2)', 'tan(1/x)']) {
      expect(curveOf(text).x.length).toBeLessThanOrEqual(4 * 801)
      expect(curveOf(text, around(5), 50).x.length).toBeLessThanOrEqual(4 * 50)
    }
  })

  it('are no more than those asked for and those beside breaks, where these are many', () => {
    const { x, breaks } = curveOf('floor(40x) + sin(50x)', around(5), 100)
    expect(breaks).toHaveLength(401)
    expect(x.length).toBeLessThanOrEqual(100 + 2 * 401)
  })

  it('stand right beside every break on both sides', () => {
    const { x, breaks } = curveOf('1/(x - 1) + floor(x) + abs(x - 0.3)')
    expect(breaks).toHaveLength(12)
    for (const { at, after } of breaks) {
      if (after > 0 && x[after] !== at) expect(at - (x[after] as number)).toBeLessThan(1e-13)
      const next = x[after + 1] as number
      expect(Math.abs(next - at)).toBeLessThan(1e-13)
    }
  })

  it.each([
    ['(x^2 - 1)/(x - 1)', (x: number) => x + 1, () => 1],
    ['(x^3 - 8)/(x - 2)', (x: number) => x * x + 2 * x + 4, (x: number) => 2 * x + 2],
    ['(x^2 - 1)/abs(x - 1)', (x: number) => Math.sign(x - 1) * (x + 1), (x: number) => Math.sign(x - 1)]
  ] as const)('of %s are not what rounding makes of it near its break', (text, f, slope) => {
    for (const samples of [400, 801]) {
      const { x, values, slopes } = curveOf(text, around(5), samples)
      for (const [i, at] of x.entries()) {
        if (Number.isNaN(values[i])) continue
        expect([values[i], slopes[i]]).toEqual([expect.closeTo(f(at), 8), expect.closeTo(slope(at), 8)])
      }
    }
  })

  it('have the slope of f where the one that is used is none: of relu(x) − relu(−x), which is x, at 0', () => {
    for (const text of ['relu(x) - relu(-x)', 'cbrt(x)^3']) {
      const { x, slopes, breaks } = curveOf(text)
      expect(breaks).toEqual([])
      expect(x).toContain(0)
      for (const slope of slopes) expect(slope).toBeCloseTo(1, 9)
    }
  })

  it('do not go where a curve settles on nothing', () => {
    for (const text of ['sin(1/x)', 'x*sin(1/x)']) {
      const { x } = curveOf(text)
      expect(x.filter((at) => at !== 0 && Math.abs(at) < 1e-5)).toHaveLength(0)
    }
  })

  it('are nowhere nearer to a break than that, but on it', () => {
    for (const width of [1e-12, 1e-9, 1, 1e9]) {
      const { x, breaks } = curveOf('1/(x - 1)', { min: 1 - width, max: 1 + 2 * width })
      expect(breaks).toHaveLength(1)
      const inside = x.filter((at) => Math.abs(at - 1) < 2 ** -51 * Math.max(1, 3 * width))
      expect([...inside].filter((at) => at !== 1)).toEqual([])
    }
  })

  it.each([
    ['sin(x)', Math.sin, Math.cos, around(1), around(1)],
    [
      '1/(x^2 + 0.001)',
      (x: number) => 1 / (x * x + 0.001),
      (x: number) => (-2 * x) / (x * x + 0.001) ** 2,
      { min: 0, max: 1000 },
      around(20_540)
    ],
    ['sin(30x)', (x: number) => Math.sin(30 * x), (x: number) => 30 * Math.cos(30 * x), around(1), around(30)],
    [
      'atan(1000x)',
      (x: number) => Math.atan(1000 * x),
      (x: number) => 1000 / (1 + 1e6 * x * x),
      around(1.6),
      { min: 0, max: 1000 }
    ],
    ['e^x', Math.exp, Math.exp, { min: 0, max: 150 }, { min: 0, max: 150 }]
  ] as const)('of %s leave neither it nor its derivative visibly', (text, f, slope, heights, steepness) => {
    for (const samples of [400, 401, 801]) {
      const { x, values, slopes } = curveOf(text, around(5), samples)
      expect(farthest(x, values, f, heights)).toBeLessThan(1 / 500)
      expect(farthest(x, slopes, slope, steepness)).toBeLessThan(1 / 500)
    }
  })

  it.each([
    ['1/x', (x: number) => 1 / x, [0]],
    ['tan(x)', Math.tan, [-1.5, -0.5, 0.5, 1.5].map((turns) => turns * Math.PI)],
    ['log(abs(x))', (x: number) => Math.log(Math.abs(x)), [0]],
    ['cbrt(x)', Math.cbrt, [0]]
  ] as const)('of %s leave it nowhere but at its breaks', (text, f, places) => {
    const { x, values } = curveOf(text)
    const isBroken = (from: number, to: number) => places.some((at) => at >= from - 1e-12 && at <= to + 1e-12)
    expect(farthest(x, values, f, around(5), isBroken)).toBeLessThan(1 / 400)
  })

  it('are where the curve bends most if there are not enough for all of it', () => {
    const { x } = curveOf('e^(-x^2/2)*sin(80x)', around(5), 120)
    expect(x).toHaveLength(4 * 120)
    expect(x.filter((at) => Math.abs(at) < 2).length).toBeGreaterThan(250)
  })

  it('of f″ leave it nowhere either, where f and f′ hardly bend', () => {
    const [width, text] = [2e-3, 'x^2 + 4e-6*log(1 + (x/0.002)^2)/2'] as const
    const second = (x: number) => 2 + (4e-6 / width ** 2) * ((1 - (x / width) ** 2) / (1 + (x / width) ** 2) ** 2)
    const { x, seconds } = curveOf(text, around(5), 401, true)
    expect(farthest(x, seconds, second, { min: 1.8, max: 3.1 })).toBeLessThan(1 / 300)
  })

  it('are as many whatever the size of heights and ranges, and there are some in ranges that are none', () => {
    for (const factor of [1e-300, 1e-9, 1e300]) {
      const plain = curveOf('sin(100x)')
      expect(curveOf(`${factor}*sin(100x)`).x.length).toBe(plain.x.length)
    }
    for (const width of [1e-9, 1e-3, 1e6]) {
      const { x } = curveOf(`sin(100*(x - 1)/${width})`, { min: 1 - width, max: 1 + width })
      expect(x.length).toBeGreaterThan(801)
    }
    expect(curveOf('x', { min: 3, max: 3 }, 5).x).toEqual(Float64Array.from([3, 3, 3, 3, 3]))
    expect(curveOf('x', { min: -1e308, max: 1e308 }, 5).values).toHaveLength(5)
    expect(curveOf('x', around(1), 1).x).toEqual(Float64Array.from([-1]))
    expect(curveOf('x', around(1), 0).x).toHaveLength(0)
    expect(curveOf('log(-1 - x^2)', around(1), 9).values).toEqual(new Float64Array(9).fill(Number.NaN))
  })

  it('cost a few evaluations each', () => {
    for (const [text, most] of [
      ['x^2', 3],
      ['1/x', 4],
      ['abs(x) + x^3', 5]
    ] as const) {
      const f = compile(text, ['x'])
      const { x } = sampleCurve(f, around(5), 801)
      expect(f.counts.gradients).toBeLessThan(most * x.length)
    }
  })

  it('of a formula too long for more are those that were asked for', () => {
    const long = Array.from({ length: 1400 }, (_, i) => `sin(${i + 1}x)`).join(' + ')
    const f = compile(long, ['x'])
    expect(sampleCurve(f, around(5), 801).x).toHaveLength(801)
    expect(sampleCurve(f, around(5), 50).x.length).toBeGreaterThan(100)
  })

  it('of a formula with thousands of places to look at are had at no more than a few times their own cost', () => {
    const many = (part: (i: number) => string) => Array.from({ length: 900 }, (_, i) => part(i + 1))
    for (const text of [many((i) => `floor(x*${i})`).join(' + '), `max(${many((i) => `sin(${i}x)`).join(', ')})`]) {
      const f = compile(text, ['x'])
      let beats = 0
      const { x, breaks, tooMany } = sampleCurve(f, around(5), 300, { pulse: { beat: () => void beats++ } })
      expect([x.length, breaks, tooMany]).toEqual([300, [], true])
      // Each stands for 16 evaluations.
      expect((beats - 300 / 16) * 16 * Math.min(f.cost, guardsOf(f).cost(0))).toBeLessThan(4e7)
    }
  })

  it('show signs of life, and stop when nobody wants them any more', () => {
    let beats = 0
    const pulse = {
      beat() {
        if (++beats > 10) throw new Cancelled()
      }
    }
    expect(() => sampleCurve(compile('x', ['x']), around(5), 20_000, { pulse })).toThrowError(Cancelled)
    expect(beats).toBe(11)
  })
})
