import type { Interval } from '@shared/experiment/experiment'
import { placed } from './placed'

/** The step size when a hand that sees `range` puts a + h at `x`: never 0, but at least what a hand can mean. */
export function reachedStep(x: number, a: number, range: Interval): number {
  const least = 10 ** (Math.floor(Math.log10(range.max - range.min)) - 3)
  return Math.max(placed(Math.abs(x - a), range), least)
}

/** Nearer than this to a power of ten, in powers of ten, that is what is meant. */
const snap = 0.06

/** The step size at a place on an axis of powers of ten, 1e-16 … 1: a power of ten if one is near, otherwise two digits. */
export function stepOnAxis(exponent: number): number {
  const kept = Math.min(0, Math.max(-16, exponent))
  const power = Math.round(kept)
  return Math.abs(kept - power) < snap ? Number(`1e${power}`) : Number((10 ** kept).toPrecision(2))
}
