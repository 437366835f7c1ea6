import { type Scheme, schemes, usualStep } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import { exponentText, powerNumeral } from '@shared/numbers/numeral'
import type { DifferenceErrors } from '@shared/protocol'
import { quantile } from '@shared/quantile'
import type { ErrorsData } from '../figure'
import { errorReadout, sentenceMarks, sideNote } from './error-sentences'
import { largestLost, stepIndex } from './error-side'
import {
  type BestStep,
  bestSteps,
  isOnAxis,
  type LogPlace,
  logOf,
  stepExponents,
  type TheoryLine,
  theoryLines,
  within
} from './error-theory'
import { roughWidth } from './labels'
import { areaOf, fullMargins } from './layout'
import { faded, type Look } from './look'
import type { Mark } from './marks'
import { type Canvas, flatOptions, type Handle, type Plot, powersOfTen } from './plot'
import { besideDot, besideLines, emptyRoom, inscribed, pixelSize, type Room, type Wish, wish, withLabels } from './room'

/** Letter size of the labels in CSS pixels. */
const letters = 11

/** CSS pixels: of the rings at best steps, and from there to a text that does not need a line to its ring. */
const ringRadius = 5
const leastLeader = 20

/** Room for the key above. */
const margins = { ...fullMargins, top: 28 }

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

const lineWidth = (data: ErrorsData, scheme: Scheme) => (scheme === data.scheme ? 2.6 : 1.5)

/**
 * The errors of the three schemes against the step size, with the lines that theory draws: truncation rising to the
 * right, rounding to the left. The handle `h` is the step size in use; its whole guide can be taken hold of.
 */
export function errorsPlot(data: ErrorsData, canvas: Canvas): Plot {
  const { errors } = data
  const { look, words } = canvas
  const y = errorRange(errors, areaOf(canvas.size, margins).height)
  const known = Number.isFinite(errors.exact)
  const empty = emptyRoom(stepExponents, y, canvas, margins)
  const layer = known ? layerOf(data, empty, canvas) : { below: [], above: [], handles: [] }
  return {
    name: '',
    config: {
      type: 'line',
      data: {
        datasets: (known ? schemes : []).map((scheme, index) => ({
          data: placesOf(errors, scheme).map(([across, up]) => ({ x: across, y: up })),
          borderColor: strokeOf(look, scheme).colour,
          borderDash: [...strokeOf(look, scheme).dash],
          borderWidth: lineWidth(data, scheme),
          pointRadius: 0,
          // The last is drawn first: backward must lie over forward, and the chosen one over both.
          order: scheme === data.scheme ? 0 : 3 - index,
          spanGaps: false
        }))
      },
      options: flatOptions(
        canvas,
        { x: stepExponents, y },
        { x: words.errors.step, y: words.errors.error },
        { numbering: { x: powersOfTen, y: powersOfTen }, margins }
      )
    },
    below: layer.below,
    above: [...layer.above, ...sentenceMarks(errors, empty, canvas)],
    handles: layer.handles,
    trails: [],
    picking: 'nearest',
    readout: ([across = NaN]) => (known ? errorReadout(data, across, empty, canvas) : null),
    note: known ? sideNote(data, canvas) : null
  }
}

/** All that is drawn where there is a derivative. */
function layerOf(data: ErrorsData, empty: Room, canvas: Canvas): Pick<Plot, 'below' | 'above' | 'handles'> {
  const { errors, h } = data
  const { look } = canvas
  const { y } = empty
  const at = isOnAxis(h) ? gripPlace(errors, data.scheme, h, y) : null
  const lines = theoryLines(errors, y)
  const best = bestOf(data, empty)
  const there = at ? dotsAt(data, at, look, y) : []
  const curves = schemes.map((scheme) => placesOf(errors, scheme))
  const dots = [...best.map((step) => step.at), ...(at ? [at] : []), ...there.map((dot) => dot.at)]
  const beside = besideLines(empty, [...curves, ...lines.map(({ ends }) => ends)])
  const room = dots.reduce((left, dot) => besideDot(left, dot, 8), beside)
  return {
    below: [...lostMarks(data, look), ...lines.map(({ ends }) => theoryMark(ends, look))],
    above: [
      keyMark(data, canvas),
      // Below the chart the line of its grid at the same place would cover it.
      ...usualGuide(h, look),
      ...(at ? [{ mark: 'guide', x: at[0], y: null, colour: look.secant, width: 1.4, dash: [] } as const] : []),
      ...exactMarks(errors, empty, look),
      ...best.map((step): Mark => {
        const { colour } = strokeOf(look, step.scheme)
        return { mark: 'ring', at: step.at, colour, halo: look.card, radius: ringRadius }
      }),
      ...there.map((dot): Mark => {
        return { mark: 'dots', places: [dot.at], colour: dot.colour, halo: look.card, radius: 3.5, opacity: 1 }
      }),
      ...texts(data, { lines, best, at }, room, canvas),
      ...(at ? [{ mark: 'grip', at, colour: look.secant, halo: look.card } as const] : [])
    ],
    handles: at ? handlesAlong(at, room) : []
  }
}

function keyMark(data: ErrorsData, { look, words }: Canvas): Mark {
  const lines = schemes.map((scheme) => ({
    ...strokeOf(look, scheme),
    text: words.errors.schemes[scheme],
    width: lineWidth(data, scheme) + 0.3
  }))
  return { mark: 'key', lines, ink: look.ink, size: letters + 1 }
}

/** A scheme's errors; those of exactly 0, which have no place on the axis, leave gaps. */
function placesOf({ steps, errors }: DifferenceErrors, scheme: Scheme): readonly LogPlace[] {
  return Array.from(steps, (h, index) => [Math.log10(h), logOf(errors[scheme][index] as number)])
}

/** CSS pixels below the errors, for texts and for errors of 0. */
const foot = 25

/** Whole decades that hold the errors but for the rarest, at least eight of them, and room below; `height` in CSS pixels. */
function errorRange({ errors }: DifferenceErrors, height: number): Interval {
  const logs = Float64Array.from(
    schemes.flatMap((scheme) => [...errors[scheme]].map(logOf).filter(Number.isFinite))
  ).sort()
  if (logs.length === 0) return { min: -17, max: 1 }
  const max = Math.ceil(quantile(logs, 0.99) + 0.3)
  const low = Math.min(Math.floor(quantile(logs, 0.01)), max - 8)
  return { min: low - Math.max(1, Math.ceil((foot * (max - low)) / Math.max(height - foot, 1))), max }
}

function theoryMark(ends: TheoryLine['ends'], look: Look): Mark {
  return { mark: 'path', places: ends, colour: look.soft, halo: null, width: 1, dash: [2, 3], opacity: 0.9 }
}

/** Where the step size in use is: on the curve of its scheme, or where its error is 0 or unknown at the edge of the plot. */
function gripPlace(errors: DifferenceErrors, scheme: Scheme, h: number, y: Interval): LogPlace {
  const across = Math.log10(Math.abs(h))
  const error = errors.errors[scheme][stepIndex(errors.steps, across)] ?? NaN
  const inner = { min: y.min + 0.5, max: y.max }
  return [
    across,
    error === 0 ? inner.min : Number.isNaN(error) ? (y.min + y.max) / 2 : within(Math.log10(error), inner)
  ]
}

/** The other schemes' errors at the step size in use. */
function dotsAt({ errors, scheme }: ErrorsData, [across]: LogPlace, look: Look, y: Interval) {
  return schemes.flatMap((each) => {
    const error = logOf(errors.errors[each][stepIndex(errors.steps, across)] as number)
    if (each === scheme || !(error >= y.min && error <= y.max)) return []
    return [{ at: [across, error] as const, colour: strokeOf(look, each).colour }]
  })
}

/** The grip, and places all along its guide. */
function handlesAlong(at: LogPlace, { area, y }: Room): readonly Handle[] {
  const count = Math.max(2, Math.ceil(area.height / 20))
  const guide = Array.from({ length: count + 1 }, (_, index) => y.min + ((y.max - y.min) * index) / count)
  return [{ id: 'h', at }, ...guide.map((up) => ({ id: 'h', at: [at[0], up] }))]
}

/** The steps that are lost to the scheme in use. */
function lostMarks({ errors, scheme }: ErrorsData, look: Look): readonly Mark[] {
  const last = largestLost(errors, scheme)
  return last === null
    ? []
    : [{ mark: 'stretch', from: stepExponents.min, to: Math.log10(last), colour: faded(look.soft, 0.12) }]
}

function usualGuide(h: number, look: Look): readonly Mark[] {
  if (Math.abs(h) === usualStep) return []
  return [{ mark: 'guide', x: Math.log10(usualStep), y: null, colour: look.soft, width: 1, dash: [2, 3] }]
}

/** The height of a scheme's errors of exactly 0: a row at the foot of the plot for each. */
const exactRow = (room: Room, scheme: Scheme) => room.y.min + 4 * pixelSize(room).y * (schemes.indexOf(scheme) + 1)

/** Errors of exactly 0: a dot in its row for each. */
function exactMarks({ steps, errors }: DifferenceErrors, room: Room, look: Look): readonly Mark[] {
  return schemes.flatMap((scheme) => {
    const places = Array.from(steps, (h) => [Math.log10(h), exactRow(room, scheme)]).filter(
      (_, step) => errors[scheme][step] === 0
    )
    const { colour } = strokeOf(look, scheme)
    return places.length === 0 ? [] : [{ mark: 'dots', places, colour, halo: look.card, radius: 1.6, opacity: 1 }]
  })
}

/** The best step of a scheme as it is marked; `isExact`: its error there is 0. */
interface MarkedStep extends BestStep {
  readonly isExact: boolean
}

/** CSS pixels between two rings that can be told from one another. */
const ringRoom = 12

/**
 * The best steps that are marked, the most wanted first: of the scheme in use, of the central one, of the others. Where
 * two are at one place, that is the place of both.
 */
function bestOf({ errors, scheme }: ErrorsData, room: Room): readonly MarkedStep[] {
  const order = [scheme, 'central', ...schemes]
  const unit = pixelSize(room)
  const steps = bestSteps(errors, room.y).map((step): MarkedStep => {
    const isExact = errors.errors[step.scheme][errors.steps.indexOf(errors.best[step.scheme])] === 0
    return { ...step, isExact, at: isExact ? [step.at[0], exactRow(room, step.scheme)] : step.at }
  })
  steps.sort((a, b) => order.indexOf(a.scheme) - order.indexOf(b.scheme))
  return steps.filter(({ at: [h, error] }, index) =>
    steps.slice(0, index).every(({ at }) => Math.hypot((at[0] - h) / unit.x, (at[1] - error) / unit.y) >= ringRoom)
  )
}

interface Drawn {
  readonly lines: readonly TheoryLine[]
  readonly best: readonly MarkedStep[]
  /** Where the step size in use is; null: not in the chart. */
  readonly at: LogPlace | null
}

/** The texts: of the step sizes, the most wanted first; then, where there is room, what the lines of theory say. */
function texts(data: ErrorsData, { lines, best, at }: Drawn, room: Room, { look, words }: Canvas): readonly Mark[] {
  const { errors, h } = data
  const { isUsual, usual, none, ...said } = words.errors
  const { y } = room
  const near = (places: readonly LogPlace[], text: string, colour: string): Wish => {
    return { ...wish(places, text, colour, letters), manner: 'near' }
  }
  const top = (along: number) => [0.5, 1.5, 2.5].map((down): LogPlace => [along, y.max - down])
  const step = powerNumeral(h, 3)
  const atUsual = Math.abs(h) === usualStep
  // One of each kind: of a one-sided scheme, and the central one.
  const told = best.slice(0, 2)
  const { room: left, marks } = withLabels(room, [
    ...(at ? [near(top(at[0]), atUsual ? isUsual({ h: step }) : `h = ${step}`, look.secant)] : []),
    ...(atUsual ? [] : [near(top(Math.log10(usualStep)), usual({ h: powerNumeral(usualStep, 1) }), look.soft)]),
    ...beyond(h).map(({ side, text }) => near(top(side), text, look.secant)),
    ...told.map((found) => near([found.at], bestText(errors, found, said), strokeOf(look, found.scheme).colour)),
    ...exactLabel(errors, y).map((place) => near([place], none, look.soft))
  ])
  const leaders = told.flatMap((found) => leader(found, marks, room, strokeOf(look, found.scheme).colour))
  return [...leaders, ...marks, ...lineNames(left, lines, said, look)]
}

/** Of a step size that is not on the axis: at which end of it, and what says so. */
function beyond(h: number): readonly { readonly side: number; readonly text: string }[] {
  if (isOnAxis(h) || !Number.isFinite(h)) return []
  const text = `h = ${powerNumeral(h, 3)}`
  return [
    Math.abs(h) > 1 ? { side: stepExponents.max, text: `${text} →` } : { side: stepExponents.min, text: `← ${text}` }
  ]
}

/** A best step in words. */
function bestText(
  { best }: DifferenceErrors,
  { scheme, isExact }: MarkedStep,
  words: Pick<Canvas['words']['errors'], 'best' | 'bestExact'>
): string {
  const h = powerNumeral(best[scheme], 1)
  return isExact ? words.bestExact({ h }) : words.best({ h })
}

/** From a ring to its text, where that is not right beside it. */
function leader({ at }: MarkedStep, marks: readonly Mark[], room: Room, colour: string): readonly Mark[] {
  const text = marks.find((mark) => mark.mark === 'text' && mark.at === at)
  if (text?.mark !== 'text') return []
  const width = roughWidth(text.text, text.size)
  const right = within(0, { min: text.dx, max: text.dx + width })
  const down = within(0, { min: text.dy - text.size, max: text.dy + 2 })
  const length = Math.hypot(right, down)
  if (length < leastLeader) return []
  const unit = pixelSize(room)
  const place = (pixels: number): LogPlace => [
    at[0] + ((right * pixels) / length) * unit.x,
    at[1] - ((down * pixels) / length) * unit.y
  ]
  const places = [place(ringRadius + 1), place(length)]
  return [{ mark: 'path', places, colour, halo: null, width: 1, dash: [], opacity: 0.8 }]
}

/** What each line of theory says, written along it: in words if there is room. */
function lineNames(
  room: Room,
  lines: readonly TheoryLine[],
  { roundingLine, truncationLine }: Pick<Canvas['words']['errors'], 'roundingLine' | 'truncationLine'>,
  look: Look
): readonly Mark[] {
  const marks: Mark[] = []
  let left = room
  for (const { ends, order, schemes: names } of lines) {
    const [scheme] = names
    const power = scheme ? `h${order === 1 ? '' : exponentText(order)}` : 'ε/h'
    const sentences = [scheme ? truncationLine({ power }) : roundingLine({ power }), `∝ ${power}`]
    const colour = scheme ? strokeOf(look, scheme).colour : look.soft
    const found = inscribed(left, ends, sentences, { colour, size: letters })
    if (!found) continue
    marks.push(found.mark)
    left = found.room
  }
  return marks
}

/** Beside the longest row of errors of 0; empty without any. */
function exactLabel({ steps, errors }: DifferenceErrors, y: Interval): readonly LogPlace[] {
  const exact = schemes.map((scheme) => steps.filter((_, index) => errors[scheme][index] === 0))
  const most = exact.reduce((longest, each) => (each.length > longest.length ? each : longest))
  return most.length === 0 ? [] : [[Math.log10(most[most.length >> 1] as number), y.min + 0.3]]
}
