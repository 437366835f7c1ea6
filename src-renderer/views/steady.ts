import type { Interval } from '@shared/experiment/experiment'
import { type Accessor, createMemo } from 'solid-js'
import type { Lab } from '../lab'
import { curveRange } from '../plots/curve'
import type { CurveData } from '../plots/figure'
import { slopeRange } from '../plots/slope'

const union = (a: Interval, b: Interval): Interval => ({ min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) })

/**
 * A curve whose automatic vertical ranges – its own and that of its derivative – only grow while a parameter moves by
 * itself: what is seen to move is the curve, not the axis.
 */
export function steady(lab: Lab, data: Accessor<CurveData | null>): Accessor<CurveData | null> {
  let grown: { readonly y: Interval; readonly slopeY: Interval } | null = null
  return createMemo(() => {
    const found = data()
    if (!found || lab.animation.moving() === null) {
      grown = null
      return found
    }
    const [y, slopeY] = [curveRange(found), slopeRange(found)]
    grown = grown ? { y: union(grown.y, y), slopeY: union(grown.slopeY, slopeY) } : { y, slopeY }
    return { ...found, y: found.y ?? grown.y, slopeY: grown.slopeY }
  })
}
