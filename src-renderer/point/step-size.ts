import type { Interval } from '@shared/interval'
import { significant } from '@shared/numbers/rounded'
import { placed } from '../cards/placed'

/** A hand that took hold of the grip of h: what h was then, and where the hand was, from a, in the variable's unit. */
export interface StepGrab {
  readonly h: number
  readonly from: number
}

/** The smallest step size a hand can reach: that of the chart of errors. */
const least = 1e-16
/** As parts of the visible range: below the first of these h no longer falls evenly, but tenfold with each of the second. */
const near = 1 / 32
const decade = 1 / 64
/** From a small h this far out the grip, which cannot be drawn so near to a, meets the hand. */
const meeting = 1 / 12

/**
 * The step size that a hand `at` (from a) has drawn the grip to: what it was where the hand took hold, and the same
 * distance as the hand's farther out. Towards a, and beyond it, h becomes smaller and smaller, but neither 0 nor of the
 * other sign.
 */
export function heldStep({ h, from }: StepGrab, at: number, range: Interval): number {
  if (at === from) return h
  const size = range.max - range.min
  const sign = h < 0 ? -1 : 1
  const start = Math.max(Math.abs(h), least)
  const [reach, hand] = [Math.abs(from), from < 0 ? -at : at]
  const shrunk = (step: number, by: number) => rounded(Math.max(step * 10 ** (-by / (decade * size)), least))
  if (start < reach / 2) {
    if (hand < reach) return sign * shrunk(start, reach - hand)
    const outer = reach + meeting * size
    if (hand < outer) return sign * rounded(start * (outer / start) ** ((hand - reach) / (outer - reach)))
    return sign * placed(hand, range)
  }
  // A grip that had to stay in the picture comes to the hand; any other keeps its distance from it.
  const apart = start > reach + meeting * size && hand < reach ? 0 : start - reach
  const step = hand + apart
  return sign * (step < near * size ? shrunk(near * size, near * size - step) : placed(step, range))
}

/** Nearer than this to a power of ten, in powers of ten, that is what is meant. */
const snap = 0.06

/** A step size on a scale of powers of ten: one of them if one is near, otherwise two digits. */
function rounded(h: number): number {
  const exponent = Math.log10(h)
  const power = Math.round(exponent)
  return Math.abs(exponent - power) < snap ? Number(`1e${power}`) : significant(h, 2)
}

/** The step size at a place on an axis of powers of ten, 1e-16 … 1. */
export const stepOnAxis = (exponent: number): number => rounded(10 ** Math.min(0, Math.max(-16, exponent)))
