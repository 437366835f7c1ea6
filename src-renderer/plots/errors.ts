import type { Interval, Scheme } from '@shared/experiment/experiment'
import type { DifferenceErrors } from '@shared/protocol'
import { type ErrorSide, sideAt, stepIndex } from './error-side'
import type { ErrorsData } from './figure'
import { faded, type Look } from './look'
import type { Mark, Place } from './marks'
import { exponentText, numeral, powerNumeral } from './numerals'
import { type Canvas, flatOptions, type Handle, type Plot, powersOfTen } from './plot'
import { quantile } from './ranges'
import { besideDot, besideLines, emptyRoom, labels, pixelSize, type Room, type Wish } from './room'

/** Both axes of this plot are exponents. */
type LogPlace = readonly [step: number, error: number]

const schemes = ['forward', 'backward', 'central'] as const

/** What a new document has, and this chart explains. */
const usualStep = 1e-4

/** Letter size of the labels in CSS pixels. */
const letters = 11

interface Stroke {
  readonly colour: string
  readonly dash: readonly number[]
}

/** Forward and backward often lie on one another: the dashes of the one let the other be seen. */
function strokeOf(look: Look, scheme: Scheme): Stroke {
  const [colour, dash] = {
    forward: [look.runs[1]?.colour, []],
    backward: [look.runs[5]?.colour, [4, 4]],
    central: [look.runs[2]?.colour, [10, 3]]
  }[scheme]
  return { colour: (colour as string | undefined) ?? look.ink, dash: dash as readonly number[] }
}

/**
 * The errors of the three schemes against the step size, with the lines that theory draws: truncation rising to the
 * right, rounding to the left. The handle `h` is the step size in use; its whole guide can be taken hold of.
 */
export function errorsPlot(data: ErrorsData, canvas: Canvas): Plot {
  const { errors, h } = data
  const { look, words } = canvas
  const x: Interval = { min: -16, max: 0 }
  const y = errorRange(errors)
  const scheme = data.scheme ?? 'forward'
  const known = Number.isFinite(errors.exact)
  const at = gripPlace(errors, scheme, h, y)
  const lines = known ? theoryLines(errors, y) : []
  const places = schemes.map((each) => ({ scheme: each, places: placesOf(errors, each) }))
  const empty = emptyRoom(x, y, canvas)
  const rings = known ? bestRings(errors, y) : []
  const guide: readonly LogPlace[] = [
    [at[0], y.min],
    [at[0], y.max]
  ]
  const taken = besideLines(empty, [...places.map((each) => each.places), ...lines.map(({ ends }) => ends), guide])
  const room = [...rings.map((ring) => ring.at), at].reduce((left, dot) => besideDot(left, dot, 8), taken)
  const chosen = (each: Scheme) => each === data.scheme
  return {
    name: '',
    config: {
      type: 'line',
      data: {
        datasets: places.map(({ scheme: each, places: corners }, index) => ({
          data: corners.map(([across, up]) => ({ x: across, y: up })),
          borderColor: strokeOf(look, each).colour,
          borderDash: [...strokeOf(look, each).dash],
          borderWidth: chosen(each) ? 2.6 : 1.5,
          pointRadius: 0,
          // The last is drawn first: backward must lie over forward, and the chosen one over both.
          order: chosen(each) ? 0 : 3 - index,
          spanGaps: false
        }))
      },
      options: flatOptions(
        canvas,
        { x, y },
        { x: words.errors.step, y: words.errors.error },
        { numbering: powersOfTen }
      )
    },
    below: [...lostMarks(errors, look), ...usualGuide(h, look), ...lines.map(({ ends }) => theoryMark(ends, look))],
    above: [
      { mark: 'guide', x: at[0], y: null, colour: look.secant, width: 1.4, dash: [] },
      ...exactMarks(errors, empty, look),
      ...rings.map(
        (ring): Mark => ({
          mark: 'ring',
          at: ring.at,
          colour: strokeOf(look, ring.scheme).colour,
          halo: look.card,
          radius: 5
        })
      ),
      ...labels(room, wishes(data, { room, lines, rings, at, canvas })),
      { mark: 'grip', at, colour: look.secant, halo: look.card }
    ],
    handles: handlesAlong(at, room),
    trails: [],
    picking: 'nearest',
    readout: ([across = NaN]) => (known ? readout(data, across, y, canvas) : null),
    note: noteOf(errors, canvas)
  }
}

const logOf = (error: number) => (error > 0 && Number.isFinite(error) ? Math.log10(error) : NaN)

/** A scheme's errors; those of exactly 0, which have no place on the axis, leave gaps. */
function placesOf({ steps, errors }: DifferenceErrors, scheme: Scheme): readonly LogPlace[] {
  return Array.from(steps, (h, index) => [Math.log10(h), logOf(errors[scheme][index] as number)])
}

/** Whole decades that hold the errors but for the rarest, at least eight of them; below them room for errors of 0. */
function errorRange({ errors }: DifferenceErrors): Interval {
  const logs = Float64Array.from(
    schemes.flatMap((scheme) => [...errors[scheme]].map(logOf).filter(Number.isFinite))
  ).sort()
  if (logs.length === 0) return { min: -17, max: 1 }
  const [low, high] = [Math.floor(quantile(logs, 0.01)), Math.ceil(quantile(logs, 0.99) + 0.3)]
  return { min: Math.min(low, high - 8) - 1, max: high }
}

interface TheoryLine {
  readonly schemes: readonly Scheme[]
  /** Error = factor · h^order. */
  readonly factor: number
  readonly order: number
  /** Where it enters and leaves the plot. */
  readonly ends: readonly [LogPlace, LogPlace]
}

/** What theory says of truncation, once where two schemes have the same, and of rounding (`schemes` empty). */
function theoryLines({ truncation, rounding }: DifferenceErrors, y: Interval): readonly TheoryLine[] {
  const lines: { schemes: readonly Scheme[]; factor: number; order: number }[] = []
  for (const scheme of schemes) {
    const { factor, order } = truncation[scheme]
    const same = lines.find((line) => line.order === order && Math.abs(Math.log10(line.factor / factor)) < 0.1)
    if (same) same.schemes = [...same.schemes, scheme]
    else lines.push({ schemes: [scheme], factor, order })
  }
  return [...lines, { schemes: [], factor: rounding, order: -1 }].flatMap((line) => {
    const ends = endsOf(logOf(line.factor), line.order, y)
    return ends ? [{ ...line, ends }] : []
  })
}

/** The part within the plot of log₁₀ error = level + order · log₁₀ h; null without any. */
function endsOf(level: number, order: number, y: Interval): readonly [LogPlace, LogPlace] | null {
  const [low, high] = [(y.min - level) / order, (y.max - level) / order].sort((a, b) => a - b) as [number, number]
  const [from, to] = [Math.max(low, -16), Math.min(high, 0)]
  if (!(from < to)) return null
  return [
    [from, level + order * from],
    [to, level + order * to]
  ]
}

function theoryMark(ends: readonly Place[], look: Look): Mark {
  return { mark: 'path', places: ends, colour: look.soft, halo: null, width: 1, dash: [2, 3], opacity: 0.9 }
}

interface BestRing {
  readonly scheme: Scheme
  readonly at: LogPlace
}

/** Where each scheme has its best step size, at the largest of the errors close by: a single one may be a lucky hit. */
function bestRings({ steps, errors, best }: DifferenceErrors, y: Interval): readonly BestRing[] {
  return schemes.flatMap((scheme) => {
    const index = steps.indexOf(best[scheme])
    if (index < 0) return []
    const around = errors[scheme].slice(Math.max(index - 2, 0), index + 3).filter(Number.isFinite)
    const error = logOf(Math.max(...around))
    return [{ scheme, at: [Math.log10(best[scheme]), within(Number.isNaN(error) ? y.min + 0.5 : error, y)] }]
  })
}

const within = (value: number, { min, max }: Interval) => Math.min(Math.max(value, min), max)

/** Where the step size in use is: on the curve of its scheme, or where its error is 0 or unknown at the edge of the plot. */
function gripPlace(errors: DifferenceErrors, scheme: Scheme, h: number, y: Interval): LogPlace {
  const across = within(Math.log10(Math.abs(h)), { min: -16, max: 0 })
  const error = errors.errors[scheme][stepIndex(errors.steps, across)] ?? NaN
  const inner = { min: y.min + 0.5, max: y.max }
  return [
    across,
    error === 0 ? inner.min : Number.isNaN(error) ? (y.min + y.max) / 2 : within(Math.log10(error), inner)
  ]
}

/** The grip, and places all along its guide. */
function handlesAlong(at: LogPlace, { area, y }: Room): readonly Handle[] {
  const count = Math.max(2, Math.ceil(area.height / 20))
  const guide = Array.from({ length: count + 1 }, (_, index) => y.min + ((y.max - y.min) * index) / count)
  return [{ id: 'h', at }, ...guide.map((up) => ({ id: 'h', at: [at[0], up] }))]
}

/** The steps that are lost in a. */
function lostMarks({ steps, at }: DifferenceErrors, look: Look): readonly Mark[] {
  const last = steps.findLastIndex((h) => at + h === at)
  if (last < 0) return []
  return [{ mark: 'stretch', from: -16, to: Math.log10(steps[last] as number), colour: faded(look.soft, 0.12) }]
}

function usualGuide(h: number, look: Look): readonly Mark[] {
  if (Math.abs(h) === usualStep) return []
  return [{ mark: 'guide', x: Math.log10(usualStep), y: null, colour: look.zero, width: 1, dash: [1, 3] }]
}

/** Errors of exactly 0: a dot at the foot of the plot for each, a row for each scheme. */
function exactMarks({ steps, errors }: DifferenceErrors, room: Room, look: Look): readonly Mark[] {
  const row = 4 * pixelSize(room).y
  return schemes.flatMap((scheme, index) => {
    const places = Array.from(steps, (h) => [Math.log10(h), room.y.min + row * (index + 1)]).filter(
      (_, step) => errors[scheme][step] === 0
    )
    const { colour } = strokeOf(look, scheme)
    return places.length === 0 ? [] : [{ mark: 'dots', places, colour, halo: look.card, radius: 1.6, opacity: 1 }]
  })
}

interface Drawn {
  readonly room: Room
  readonly lines: readonly TheoryLine[]
  readonly rings: readonly BestRing[]
  readonly at: LogPlace
  readonly canvas: Canvas
}

/** Every label and where it may stand, the most wanted first. */
function wishes({ errors, h, scheme }: ErrorsData, { room, lines, rings, at, canvas }: Drawn): readonly Wish[] {
  const { look, words } = canvas
  const { y } = room
  const texts = words.errors
  const [across] = at
  const step = powerNumeral(h, 3)
  const usual = powerNumeral(usualStep, 1)
  const label = (text: string, colour: string, places: readonly Place[], optional = false): Wish => ({
    text,
    colour,
    places,
    size: letters,
    optional
  })
  const top = (along: number): readonly Place[] => [0.5, 1.5, 2.5].map((down) => [along, y.max - down])
  const isUsual = Math.abs(h) === usualStep
  const ofBest = rings
    .filter((ring, index) => index === 0 || scheme === ring.scheme || ring.scheme === 'central')
    .map((ring) =>
      label(texts.best({ h: powerNumeral(errors.best[ring.scheme], 1) }), strokeOf(look, ring.scheme).colour, [ring.at])
    )
  return [
    label(isUsual ? texts.isUsual({ h: step }) : `h = ${step}`, look.secant, top(across)),
    ...lines.map((line) => label(lineText(line, canvas), lineColour(line, look), placesAlong(line.ends))),
    ...ofBest,
    ...(isUsual ? [] : [label(texts.usual({ h: usual }), look.soft, top(Math.log10(usualStep)), true)]),
    ...exactLabel(errors, y).map((place) => label(texts.none, look.soft, [place], true))
  ]
}

/** On a line of theory: from its upper end down. */
function placesAlong([from, to]: readonly [LogPlace, LogPlace]): readonly Place[] {
  const [high, low] = from[1] > to[1] ? [from, to] : [to, from]
  return [0.12, 0.25, 0.4, 0.55].map((share) =>
    ([0, 1] as const).map((axis) => high[axis] + share * (low[axis] - high[axis]))
  )
}

/** `central ∝ h²`. */
function lineText(line: TheoryLine, { words }: Canvas): string {
  const { oneSided, schemes: names } = words.errors
  const [first, second] = line.schemes
  if (!first) return '∝ ε/h'
  const name = first === 'forward' && second === 'backward' ? oneSided : names[first]
  return `${name} ∝ h${line.order === 1 ? '' : exponentText(line.order)}`
}

function lineColour({ schemes: [scheme] }: TheoryLine, look: Look): string {
  return scheme ? strokeOf(look, scheme).colour : look.soft
}

/** Beside the widest row of errors of 0, if there are many. */
function exactLabel({ steps, errors }: DifferenceErrors, y: Interval): readonly LogPlace[] {
  const exact = schemes.map((scheme) => steps.filter((_, index) => errors[scheme][index] === 0))
  const most = exact.reduce((longest, each) => (each.length > longest.length ? each : longest))
  return most.length < 24 ? [] : [[Math.log10(most[most.length >> 1] as number), y.min + 0.3]]
}

const sideWords: Readonly<
  Record<ErrorSide, (words: Canvas['words']['errors'], scheme: string) => readonly [string, string]>
> = {
  truncation: (words, scheme) => [words.truncation({ scheme }), words.truncationRule],
  rounding: (words, scheme) => [words.rounding({ scheme }), words.roundingRule],
  balance: (words, scheme) => [words.balance({ scheme }), words.balanceRule],
  lost: (words) => [words.lost, words.lostRule]
}

/** The errors at a step size, and which side of the scheme in use – of the central one – it is on. */
function readout(data: ErrorsData, across: number, y: Interval, { words }: Canvas): ReturnType<Plot['readout']> {
  const { errors } = data
  const index = stepIndex(errors.steps, across)
  const h = errors.steps[index] as number
  const scheme = data.scheme ?? 'central'
  const side = sideAt(errors, scheme, index)
  const error = logOf(errors.errors[scheme][index] as number)
  const names = words.errors.schemes
  return {
    at: [Math.log10(h), Number.isNaN(error) ? y.min : within(error, y)],
    lines: [
      `h = ${powerNumeral(h, 2)}`,
      ...schemes.map((each) => `${names[each]}  ${numeral(errors.errors[each][index] as number, 2)}`),
      ...(side ? sideWords[side](words.errors, names[scheme]) : [])
    ]
  }
}

/** A sentence where there is nothing to see. */
function noteOf({ exact, errors, steps, at }: DifferenceErrors, { words }: Canvas): string | null {
  if (!Number.isFinite(exact)) return words.errors.unknown
  if (schemes.every((scheme) => errors[scheme].every((error) => error === 0))) return words.errors.exact
  return steps.every((h) => at + h === at) ? words.errors.allLost : null
}
