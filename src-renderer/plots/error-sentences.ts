import { type Scheme, schemes } from '@shared/experiment/experiment'
import { numeral, powerNumeral } from '@shared/numbers/numeral'
import type { DifferenceErrors } from '@shared/protocol'
import type { ErrorsData } from '../figure'
import { largestLost, sideAt, stepIndex } from './error-side'
import { isOnAxis, stepExponents } from './error-theory'
import { roughWidth, wrapped } from './labels'
import type { Mark } from './marks'
import type { Canvas, Plot } from './plot'
import type { Room } from './room'

/** CSS pixels: of a plot lower than this hovering may cover only half. */
const lowArea = 130

/** What is said of a quotient whose places are all the same number. */
const roundsToA: Readonly<Record<Scheme, string>> = {
  forward: 'a + h = a',
  backward: 'a − h = a',
  central: 'a ± h = a'
}

/** Which side of the scheme in use its step size is on; null where that is unknown. */
export function sideNote({ errors, h, scheme }: ErrorsData, { words }: Canvas): string | null {
  if (!isOnAxis(h)) return null
  const side = sideAt(errors, scheme, stepIndex(errors.steps, Math.log10(Math.abs(h))))
  const { schemes: names, sides, lost } = words.errors
  const text = side === 'lost' ? lost[scheme] : side && sides[side]
  return text && words.errors.sideOf({ scheme: names[scheme], side: text })
}

/**
 * At a step size: the error of each scheme, and what it is mostly made of – in the lower corner away from there, where no
 * curve is: rounding is large on the left, and truncation on the right. In a low plot one of the two one-sided schemes
 * must do.
 */
export function errorReadout(
  { errors, scheme }: ErrorsData,
  across: number,
  { y, area }: Room,
  { words }: Canvas
): ReturnType<Plot['readout']> {
  const index = stepIndex(errors.steps, across)
  const h = errors.steps[index] as number
  const { schemes: names, parts } = words.errors
  const left = scheme === 'backward' ? 'forward' : 'backward'
  const rows = schemes
    .filter((each) => area.height > lowArea || each !== left)
    .map((each) => {
      const side = sideAt(errors, each, index)
      const part = side === 'lost' ? roundsToA[each] : side ? parts[side] : ''
      return `${names[each]}  ${numeral(errors.errors[each][index] as number, 2)}  ${part}`.trim()
    })
  return {
    at: [across > (stepExponents.min + stepExponents.max) / 2 ? stepExponents.min : stepExponents.max, y.min],
    lines: [`h = ${powerNumeral(h, 2)}`, ...rows]
  }
}

/** In the middle of the plot: why there is nothing to see. */
export function sentenceMarks(errors: DifferenceErrors, room: Room, canvas: Canvas): readonly Mark[] {
  const sentence = sentenceOf(errors, canvas)
  if (sentence === null) return []
  const [size, height] = [13, 20]
  const { area } = room
  const lines = wrapped(sentence, size, area.width - 24)
  const at = [(room.x.min + room.x.max) / 2, (room.y.min + room.y.max) / 2]
  return lines.map((text, index) => ({
    mark: 'text',
    at,
    dx: -roughWidth(text, size) / 2,
    dy: (index - (lines.length - 1) / 2) * height,
    text,
    colour: canvas.look.soft,
    halo: canvas.look.card,
    size
  }))
}

function sentenceOf(found: DifferenceErrors, { words }: Canvas): string | null {
  const { exact, errors, steps } = found
  if (!Number.isFinite(exact)) return words.errors.unknown
  if (schemes.every((scheme) => errors[scheme].every((error) => error === 0))) return words.errors.exact
  return largestLost(found, 'central') === steps.at(-1) ? words.errors.allLost : null
}
