import type { LensData, Place } from '../figure'
import { fullMargins } from './layout'
import type { Mark } from './marks'
import { type Canvas, flatOptions, type Plot } from './plot'
import { valueRange } from './ranges'

/** Room for the key above. */
const margins = { ...fullMargins, top: 28 }

/** CSS pixels: of the dots of so few doubles that each is seen, and of many, which make a curve. */
const radii = { few: 2.6, many: 1.2 }
const few = 60

/** f around a under a microscope, both axes from the point itself on, with its tangent and the secant. */
export function lensPlot(data: LensData, canvas: Canvas): Plot {
  const { samples, isEvery, tangent, secant, width } = data
  const { look, words } = canvas
  const x = { min: -width / 2, max: width / 2 }
  const tangentEnds = tangent === null ? [] : [x.min, x.max].map((across): Place => [across, tangent * across])
  const secantEnds = secant ? [secant.from, secant.to].map((end): Place => [end.x, end.value]) : []
  const places = Array.from(samples.x, (across, index): Place => [across, samples.values[index] as number])
  const heights = [...places, ...tangentEnds, ...secantEnds].map(([, up]) => up as number)
  const line = (ends: readonly Place[], colour: string, width: number): readonly Mark[] =>
    ends.length === 0 ? [] : [{ mark: 'path', places: ends, colour, halo: null, width, dash: [], opacity: 1 }]
  const dots = (at: readonly Place[], colour: string, radius: number): Mark => {
    return { mark: 'dots', places: at, colour, halo: look.card, radius, opacity: 1 }
  }
  const finite = places.filter(([, up]) => Number.isFinite(up))
  const key = [
    ...(tangentEnds.length > 0 ? [{ text: words.lens.tangent, colour: look.tangent, dash: [], width: 1.6 }] : []),
    ...(secantEnds.length > 0 ? [{ text: words.lens.secant, colour: look.secant, dash: [], width: 1.6 }] : [])
  ]
  return {
    name: '',
    config: {
      type: 'line',
      data: { datasets: [] },
      options: flatOptions(canvas, { x, y: valueRange(heights) }, { x: data.across, y: data.up }, { margins })
    },
    below: line(tangentEnds, look.tangent, 1.6),
    above: [
      { mark: 'key', lines: key, ink: look.ink, size: 12 },
      ...(isEvery ? line(stairs(places), look.curve, 1.2) : []),
      ...line(secantEnds, look.secant, 1.6),
      dots(finite, look.curve, finite.length <= few ? radii.few : radii.many),
      ...(secantEnds.length > 0 ? [dots(secantEnds, look.secant, 4)] : []),
      dots([[0, 0]], look.tangent, 4)
    ],
    handles: [],
    trails: [],
    picking: 'none',
    readout: () => null,
    note: null
  }
}

/** What becomes of every real x: it is rounded to the nearest double, and f evaluated there. */
function stairs(places: readonly Place[]): readonly Place[] {
  return places.flatMap(([x = Number.NaN, value = Number.NaN], index) => {
    const [before = x] = places[index - 1] ?? []
    const [after = x] = places[index + 1] ?? []
    return [(before + x) / 2, (x + after) / 2].map((edge): Place => [edge, value])
  })
}
