import type { Interval } from '@shared/interval'
import { numeralsApart } from '@shared/numbers/digits'
import { numeral } from '@shared/numbers/numeral'
import { significant } from '@shared/numbers/rounded'
import type { Break } from '@shared/protocol'
import type { CurveData } from '../figure'
import { isWithin, visibleBreaks } from './breaks'
import { type Course, heightAt, limitsAt, type Piece } from './gaps'
import { areaOf } from './layout'
import { type Canvas, marginsOf, type Plot } from './plot'

/** What hovering says and the place it is about; null: nothing. */
type Readout = ReturnType<Plot['readout']>

/** CSS pixels within which hovering is about a break. */
const hoverReach = 5

/** How much of the horizontal axis one CSS pixel is. */
const pixelWidth = ({ x }: CurveData, canvas: Canvas) => {
  const { width, height } = areaOf(canvas.size, marginsOf(canvas))
  return (x.max - x.min) / (canvas.turned ? height : width)
}

/** The roundest number less than a pixel from `x`: what is read of f is its value there. */
export function readable(x: number, pixel: number): number {
  const digits = Math.ceil(-Math.log10(pixel))
  // Powers of ten below 1 are not doubles: rounded, for 2.35 and not 2.3500000000000001.
  const step = 10 ** -digits
  return Number.isFinite(step) && step > 0 ? significant(Math.round(x / step) * step, 12) + 0 : x
}

/** The height, or where it lies outside of the range the edge it lies behind. */
const inside = ({ min, max }: Interval, height: number) => Math.min(Math.max(height, min), max)

/** What hovering over the curve says: near a break what it is, elsewhere f – exact, or read between the samples. */
export function valueReadout(
  data: CurveData,
  pieces: readonly Piece[],
  pointer: readonly [number, number],
  range: Interval,
  canvas: Canvas
): Readout {
  const { words } = canvas
  const special = breakReadout(data, 'values', pointer, range, canvas)
  if (special) return special
  const x = readable(pointer[0], pixelWidth(data, canvas))
  const value = data.f ? data.f(x) : heightAt(pieces, x)
  const place = `${data.variable} = ${numeral(x, 6)}`
  if (Number.isFinite(value)) {
    return {
      at: [x, inside(range, value)],
      isGround: true,
      lines: [place, `f ${data.f ? '=' : '≈'} ${numeral(value, 6)}`]
    }
  }
  if (!data.f) return null
  return { at: [x, pointer[1]], lines: [place, Number.isNaN(value) ? words.undefinedHere : words.infiniteHere] }
}

/** What hovering over a derivative says, which is called `name`: near a break what there is of it, elsewhere its value. */
export function derivativeReadout(
  data: CurveData,
  { course, name, pieces }: { readonly course: Course; readonly name: string; readonly pieces: readonly Piece[] },
  pointer: readonly [number, number],
  range: Interval,
  canvas: Canvas
): Readout {
  const special = breakReadout(data, course, pointer, range, canvas)
  if (special) return special
  const x = readable(pointer[0], pixelWidth(data, canvas))
  const height = heightAt(pieces, x)
  if (!Number.isFinite(height)) return null
  return {
    at: [x, inside(range, height)],
    isGround: true,
    lines: [`${data.variable} = ${numeral(x, 6)}`, `${name} ≈ ${numeral(height, 4)}`]
  }
}

/** The break that hovering at `x` is about, if one is near. */
function breakNear(data: CurveData, x: number, canvas: Canvas): Break | null {
  const reach = hoverReach * pixelWidth(data, canvas)
  let nearest: Break | null = null
  for (const found of visibleBreaks(data)) {
    const distance = Math.abs(found.at - x)
    if (distance < reach && distance < Math.abs((nearest?.at ?? Infinity) - x)) nearest = found
  }
  return nearest
}

/** `left −∞, right 0`, without the side that has none; null without both. */
function sidesText([left, right]: readonly [number, number], words: Canvas['words']): string | null {
  if (Number.isNaN(left)) return Number.isNaN(right) ? null : words.right({ value: numeral(right, 6) })
  if (Number.isNaN(right)) return words.left({ value: numeral(left, 6) })
  const [first = '', second = ''] = numeralsApart([left, right], 6)
  return words.leftAndRight({ left: first, right: second })
}

/** What hovering near a break says, and where; null where there is none near. `y`: the height of the pointer. */
function breakReadout(
  data: CurveData,
  course: Course,
  [x, y]: readonly [number, number],
  range: Interval,
  canvas: Canvas
): Readout {
  const found = breakNear(data, x, canvas)
  if (!found) return null
  const limits = limitsAt(found, course)
  const heights = [...(course === 'values' ? [found.value] : []), ...limits].filter((height) => isWithin(range, height))
  const nearest = heights.sort((a, b) => Math.abs(a - y) - Math.abs(b - y))[0] ?? y
  return {
    at: [found.at, nearest],
    lines: [`${data.variable} = ${numeral(found.at, 6)}`, ...breakLines(found, course, canvas)]
  }
}

function breakLines(found: Break, course: Course, { words }: Canvas): readonly string[] {
  // What is interesting at a corner are its slopes.
  const sides = sidesText(limitsAt(found, course === 'values' && found.kind === 'corner' ? 'slopes' : course), words)
  if (course !== 'values') return [words.noDerivative, ...(sides === null ? [] : [sides])]
  const value = Number.isFinite(found.value) ? `f = ${numeral(found.value, 6)}` : words.undefinedHere
  return [value, sides === null ? words.noLimit : words.breaks[found.kind]({ sides })]
}
