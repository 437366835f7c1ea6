import type { Interval } from '@shared/interval'
import { type Accessor, createMemo } from 'solid-js'
import type { CurveData } from '../figure'
import type { Lab } from '../lab/lab'
import { curveRange } from '../plots/curve'
import { secondRange, slopeRange } from '../plots/slope'
import { isStepHigh } from '../plots/step-bracket'

const union = (a: Interval, b: Interval): Interval => ({ min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) })

type Ranges = Readonly<Record<'y' | 'slopeY' | 'secondY', Interval>>

const unions = (a: Ranges, b: Ranges): Ranges => ({
  y: union(a.y, b.y),
  slopeY: union(a.slopeY, b.slopeY),
  secondY: union(a.secondY, b.secondY)
})

/**
 * A curve whose automatic vertical ranges – its own and those of its derivatives – only grow while a parameter moves by
 * itself: what is seen to move is the curve, not the axis.
 */
export function steady(lab: Lab, data: Accessor<CurveData | null>): Accessor<CurveData | null> {
  let grown: Ranges | null = null
  return createMemo(() => {
    const found = data()
    if (!found || lab.animation.moving() === null) {
      grown = null
      return found
    }
    const now = { y: curveRange(found), slopeY: slopeRange(found), secondY: secondRange(found) }
    grown = grown ? unions(grown, now) : now
    return { ...found, ...grown, y: found.y ?? grown.y }
  })
}

/** A curve whose step size stays at the edge of the plot where it is while a hand holds something: it must not leap away. */
export function steadyBracket(data: Accessor<CurveData | null>, isHeld: Accessor<boolean>): Accessor<CurveData | null> {
  return createMemo<CurveData | null>((before) => {
    const found = data()
    if (!found?.point) return found
    const stepHigh = isHeld() ? before?.stepHigh : undefined
    return { ...found, stepHigh: stepHigh ?? isStepHigh(found.point, curveRange(found)) }
  }, null)
}
