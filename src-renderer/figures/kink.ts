import { numeralsApart } from '@shared/numbers/digits'
import { numeral } from '@shared/numbers/numeral'
import type { Kink } from '@shared/protocol'
import type { Words } from '@shared/words/index'

/** Why f has no value that can be shown; null where it has one. A division by 0 and an overflow are both infinite. */
export function valueFault(value: number, words: Words['lab']['differentiate']): string | null {
  if (Number.isNaN(value)) return words.undefinedHere
  return Number.isFinite(value) ? null : words.infiniteHere
}

/** A slope as it is written, with its sign, for both sides are compared: `−1`, `+1`, `+∞`, `0`. */
const signed = (slope: number, text = numeral(slope, 6)) => (slope > 0 ? '+' : '') + text

/**
 * What is to be said of a place where the derivative is a convention or missing. `used`: the number that stands for it,
 * NaN if none does; null where nothing is to be said of that.
 */
export function kinkSentence(kink: Kink, used: number | null, words: Words['lab']['kink']): string {
  const what = kindOf(kink, words)
  if (used === null) return what
  const value = Number.isNaN(used) ? words.unused : words.used({ value: numeral(used, 6) })
  return words.both({ what, value })
}

function kindOf({ left, right, jumps, unsettled }: Kink, words: Words['lab']['kink']): string {
  if (unsettled) return words.unsettled
  const [isLeft, isRight] = [!Number.isNaN(left), !Number.isNaN(right)]
  if (!isLeft && !isRight) return words.alone
  if (!isLeft) return words.leftEdge({ right: signed(right) })
  if (!isRight) return words.rightEdge({ left: signed(left) })
  // Near a pole that no double is, f is infinite on both sides.
  if (jumps) return Number.isFinite(left) || Number.isFinite(right) ? words.jump : words.endless
  if (left !== right) {
    const [leftText, rightText] = numeralsApart([left, right], 6)
    return words.corner({ left: signed(left, leftText), right: signed(right, rightText) })
  }
  return Number.isFinite(left) ? words.hidden({ slope: signed(left) }) : words.vertical
}
