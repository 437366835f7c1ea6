import { tickTexts } from '@shared/numbers/ticks'
import type { LensData, Place } from '../figure'
import { breakMarks, polesOf } from './breaks'
import { brokenLine, piecesOf } from './gaps'
import { areaOf, fullMargins } from './layout'
import type { Mark } from './marks'
import { type Canvas, curveLine, flatOptions, type Numbering, type Plot, plainNumbers } from './plot'
import { calmRange, valueRange } from './ranges'

/** Room for the key above. */
const margins = { ...fullMargins, top: 28 }

/** CSS pixels: of the dots of so few doubles that each is seen, and of more of them, which come near to one another. */
const radii = { few: 2.6, many: 1.2 }
const few = 60

/** Both axes count in the same powers of ten, and soon do. */
const numbering: Numbering = { ...plainNumbers, texts: (ticks, room) => tickTexts(ticks, Math.min(room, 4)) }

/**
 * f around a under a microscope, both axes from the point itself on, with its tangent and the secant: a curve, or where
 * it magnifies so much every double by itself.
 */
export function lensPlot(data: LensData, canvas: Canvas): Plot {
  const { doubles, curve, tangent, secant, width } = data
  const { look, words } = canvas
  const x = { min: -width / 2, max: width / 2 }
  const through = (slope: number, { x: at, value }: { readonly x: number; readonly value: number }) =>
    [x.min, x.max].map((across): Place => [across, value + slope * (across - at)])
  const tangentLine = tangent === null ? [] : through(tangent, { x: 0, value: 0 })
  const secantEnds = secant ? [secant.from, secant.to].map((end): Place => [end.x, end.value]) : []
  const secantLine = secant
    ? through((secant.to.value - secant.from.value) / (secant.to.x - secant.from.x), secant.from)
    : []
  const marked = [...tangentLine, ...secantLine, ...secantEnds].map(([, up]) => up as number)
  const places = Array.from(doubles?.x ?? [], (across, index): Place => [across, doubles?.values[index] as number])
  const poles = curve ? polesOf({ x, samples: curve }, 'values') : []
  const y = curve
    ? calmRange(curve.x, curve.values, poles, marked)
    : valueRange([...places.map(([, up]) => up as number), ...marked])
  const height = areaOf(canvas.size, margins).height
  const line = (
    ends: readonly Place[],
    colour: string,
    width: number,
    dash: readonly number[] = []
  ): readonly Mark[] =>
    ends.length === 0 ? [] : [{ mark: 'path', places: ends, colour, halo: null, width, dash, opacity: 1 }]
  const dots = (at: readonly Place[], colour: string, radius: number): readonly Mark[] =>
    at.length === 0 ? [] : [{ mark: 'dots', places: at, colour, halo: look.card, radius, opacity: 1 }]
  const finite = places.filter(([, up]) => Number.isFinite(up))
  const key = [
    ...(tangent === null ? [] : [{ text: words.lens.tangent, colour: look.tangent, dash: [], width: 1.6 }]),
    ...(secant ? [{ text: words.lens.secant, colour: look.secant, dash: [...dashes], width: 1.6 }] : [])
  ]
  return {
    name: '',
    config: {
      type: 'line',
      data: {
        datasets: curve
          ? [curveLine(brokenLine(piecesOf(curve, 'values'), y, (y.max - y.min) / height), look.curve, 1.8)]
          : []
      },
      options: flatOptions(
        canvas,
        { x, y },
        { x: data.across, y: data.up },
        { margins, numbering: { x: numbering, y: numbering } }
      )
    },
    below: line(tangentLine, look.tangent, 1.6),
    above: [
      { mark: 'key', lines: key, ink: look.ink, size: 12 },
      ...(curve ? breakMarks({ x, samples: curve }, 'values', look.curve, y, { ...canvas, margins }) : []),
      ...line(stairs(places), look.curve, 1.2),
      ...line(secantLine, look.secant, 1.6, dashes),
      ...dots(finite, look.curve, finite.length <= few ? radii.few : radii.many),
      ...dots(secantEnds, look.secant, 4),
      ...dots([[0, 0]], look.tangent, 4)
    ],
    handles: [],
    trails: [],
    picking: 'none',
    readout: () => null,
    note: curve?.tooMany ? words.tooManyBreaks : null
  }
}

/** Of the secant, as on the curve it magnifies. */
const dashes = [6, 4]

/** What becomes of every real x: it is rounded to the nearest double, and f evaluated there. */
function stairs(places: readonly Place[]): readonly Place[] {
  return places.flatMap(([x = Number.NaN, value = Number.NaN], index) => {
    const [before = x] = places[index - 1] ?? []
    const [after = x] = places[index + 1] ?? []
    return [(before + x) / 2, (x + after) / 2].map((edge): Place => [edge, value])
  })
}
