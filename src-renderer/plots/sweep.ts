import type { Interval } from '@shared/interval'
import { numeral } from '@shared/numbers/numeral'
import type { Place, SweepData } from '../figure'
import { runLook } from './look'
import type { Mark } from './marks'
import { type Canvas, flatOptions, type Plot, powersOfTen, type Trail } from './plot'
import { besideDot, besideLines, emptyRoom, labels, wish } from './room'

type Run = SweepData['runs'][number]
type Try = Run['tried'][number]

/** It may be chosen. */
const isSound = ({ value, astray }: Try) => Number.isFinite(value) && !astray

/** Of the lower end of the axis: what is below counts as 0. */
const lowestExponent = -12
/** Decades above where the smallest rate leads, which hardly leaves the start. */
const above = 0.7
const labelSize = 11

/** What is subtracted from f so that it has a logarithm: 0 where it is positive. */
function baseOf({ runs, least }: SweepData): number {
  const ends = runs.flatMap(({ tried }) => tried.filter(isSound).map(({ value }) => value))
  const lowest = Math.min(...ends, least ?? Number.POSITIVE_INFINITY)
  return lowest > 0 || ends.length === 0 ? 0 : lowest
}

const exponentOf = (value: number, base: number) => Math.log10(Math.max(value - base, 0))

/** Exponents of the rates, from the smallest tried to the largest. */
function rateRange({ runs }: SweepData): Interval {
  const rates = runs.flatMap(({ tried }) => tried.map(({ lr }) => Math.log10(lr)))
  if (rates.length === 0) return { min: -3, max: 0 }
  const [min, max] = [Math.min(...rates), Math.max(...rates)]
  return max > min ? { min, max } : { min: min - 1, max: max + 1 }
}

/** Exponents of the ends: from the lowest, no lower than counts, to a little above where the smallest rates lead. */
function endRange({ runs }: SweepData, base: number): Interval {
  const first = runs.flatMap(({ tried }) => tried.find(isSound) ?? []).map(({ value }) => exponentOf(value, base))
  const ends = runs.flatMap(({ tried }) => tried.filter(isSound).map(({ value }) => exponentOf(value, base)))
  const top = Math.max(...first.filter(Number.isFinite))
  if (!Number.isFinite(top)) return { min: -1, max: 1 }
  const low = Math.max(Math.min(...ends), Math.min(lowestExponent, top + lowestExponent))
  return { min: Math.min(low, top - 1) - 0.3, max: top + above }
}

/**
 * f at the end against the learning rate, both logarithmic: a line a run through the rates that may be chosen, a large dot
 * at the best, open ones for those that went astray or were lost, and a line at the limit of stability.
 */
export function sweepPlot(data: SweepData, canvas: Canvas): Plot {
  const { look, words } = canvas
  const base = baseOf(data)
  const [x, y] = [rateRange(data), endRange(data, base)]
  // Whole dots at both ends.
  const edge = 0.03 * (y.max - y.min)
  const inside = (exponent: number) => Math.min(Math.max(exponent, y.min + edge), y.max - edge)
  const placeOf = (one: Try): Place => [
    Math.log10(one.lr),
    inside(Number.isNaN(one.value) ? Number.POSITIVE_INFINITY : exponentOf(one.value, base))
  ]
  const isBelow = data.runs.some(({ tried }) =>
    tried.some((one) => isSound(one) && exponentOf(one.value, base) < y.min)
  )
  const lines = data.runs.map(({ tried }) => tried.filter(isSound).map(placeOf))
  const limits = data.runs.flatMap(({ limit, colour }) => {
    const at = limit === null ? Number.NaN : Math.log10(limit)
    return limit !== null && at > x.min && at < x.max ? [{ at, limit, colour }] : []
  })
  const chosen = data.runs.flatMap((run) => {
    const best = run.tried.find(({ lr }) => lr === run.chosen)
    return best ? [{ at: placeOf(best), lr: best.lr, colour: run.colour }] : []
  })
  const middle = (y.min + y.max) / 2
  const guides = limits.map(({ at }): Place[] => [
    [at, y.min],
    [at, y.max]
  ])
  const open = data.runs.flatMap(({ tried }) => tried.filter((one) => !isSound(one)).map(placeOf))
  const dots = [...chosen.map(({ at }) => ({ at, radius: 8 })), ...open.map((at) => ({ at, radius: 4 }))]
  const beside = besideLines(emptyRoom(x, y, canvas), [...lines, ...guides])
  const left = dots.reduce((room, { at, radius }) => besideDot(room, at, radius), beside)
  const colourOf = (run: number | null) => (run === null ? look.soft : runLook(look, run).colour)
  const texts = labels(left, [
    ...onceEach(chosen.map(({ at, lr, colour }) => ({ text: numeral(lr, 3), at, colour }))).map(
      ({ at, text, colour }) => ({ ...wish([at], text, colourOf(colour), labelSize), manner: 'near' as const })
    ),
    ...onceEach(
      limits.map(({ at, limit, colour }) => ({
        text: words.sweep.limit({ limit: numeral(limit, 3) }),
        at: [at, y.max],
        colour
      }))
    ).map(({ at: [across = Number.NaN], text, colour }) => {
      const heights = [y.max, middle, y.min].map((up) => [across, up])
      return wish(heights, text, colourOf(colour), labelSize)
    })
  ])
  return {
    name: '',
    config: {
      type: 'line',
      data: {
        datasets: data.runs.map((run, index) => {
          const { colour, dash } = runLook(look, run.colour)
          return {
            data: (lines[index] ?? []).map(([across = Number.NaN, up = Number.NaN]) => ({ x: across, y: up })),
            borderColor: colour,
            borderDash: [...dash],
            borderWidth: 1.8,
            pointRadius: 0
          }
        })
      },
      options: flatOptions(
        canvas,
        { x, y },
        { x: words.sweep.rate, y: base === 0 ? words.sweep.end : words.sweep.aboveLowest },
        { numbering: { x: powersOfTen, y: powersOfTen } }
      )
    },
    below: limits.map(({ at, colour }): Mark => {
      return { mark: 'guide', x: at, y: null, colour: runLook(look, colour).colour, width: 1.2, dash: [5, 4] }
    }),
    above: [
      ...data.runs.flatMap((run) => dotsOf(run, placeOf, canvas)),
      ...chosen.map(({ at, colour }): Mark => {
        const run = runLook(look, colour)
        return { mark: 'dots', places: [at], colour: run.colour, halo: run.halo, radius: 5, opacity: 1 }
      }),
      ...texts
    ],
    handles: [],
    trails: data.runs.map((run, index) => trailOf(run, index, placeOf, canvas)),
    picking: 'nearest',
    readout: () => null,
    note: isBelow ? words.sweep.belowAxis({ floor: numeral(10 ** Math.ceil(y.min)) }) : null
  }
}

/** A text at a place, in the colour of a run; null: of several. */
interface Said {
  readonly text: string
  readonly at: Place
  readonly colour: number | null
}

/** What is said of several runs alike is said once, in the colour of none. */
function onceEach(all: readonly Said[]): readonly Said[] {
  const spelt = ({ text, at }: Said) => JSON.stringify([text, at])
  const kinds = [...new Set(all.map(spelt))]
  return kinds.flatMap((kind) => {
    const [one, ...others] = all.filter((said) => spelt(said) === kind)
    return one ? [{ ...one, colour: others.length > 0 ? null : one.colour }] : []
  })
}

function dotsOf({ tried, colour }: Run, placeOf: (one: Try) => Place, { look }: Canvas): readonly Mark[] {
  const run = runLook(look, colour)
  const [sound, others] = [tried.filter(isSound), tried.filter((one) => !isSound(one))]
  return [
    { mark: 'dots', places: sound.map(placeOf), colour: run.colour, halo: run.halo, radius: 2, opacity: 1 },
    { mark: 'circles', places: others.map(placeOf), colour: run.colour, ground: look.card, radius: 2.6, width: 1.2 }
  ]
}

/** For hovering: a rate is a step of it. */
function trailOf({ name, tried, chosen }: Run, run: number, placeOf: (one: Try) => Place, { words }: Canvas): Trail {
  const places = tried.map(placeOf)
  return {
    run,
    steps: tried.map((_, index) => index),
    x: places.map(([across = Number.NaN]) => across),
    y: places.map(([, up = Number.NaN]) => up),
    lines: (index) => {
      const { lr, value, astray } = tried[index] as Try
      return [
        words.sweep.spot({ name, lr: numeral(lr) }),
        Number.isNaN(value) ? words.sweep.lost : words.sweep.value({ value: numeral(value, 4) }),
        ...(astray ? [words.sweep.astray] : []),
        ...(lr === chosen ? [words.sweep.chosen] : [])
      ]
    }
  }
}
