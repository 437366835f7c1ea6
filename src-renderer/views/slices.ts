import { type Accessor, createMemo } from 'solid-js'
import { type Answered, type Ask, createAnswer } from '../answer'
import { sliceCurve, withSharedHeights } from '../figures/slice'
import type { Lab } from '../lab'
import type { CurveData } from '../plots/figure'
import { curveQuestion } from '../questions'
import type { Plane } from './plane'
import { steady } from './steady'

/** The slice of f along one axis of the plane, through the point. */
export interface Slice {
  readonly samples: Accessor<Answered<'curve'>>
  /** Null until there are samples. */
  readonly data: Accessor<CurveData | null>
}

/** Keeps asking for both slices; their vertical range is one. */
export function createSlices(lab: Lab, ask: Ask, plane: Plane): readonly [Slice, Slice] {
  const [across, up] = [createSlice(lab, ask, plane, 0), createSlice(lab, ask, plane, 1)]
  const both = createMemo(() => withSharedHeights([across.data(), up.data()]))
  return [
    { ...across, data: () => both()[0] },
    { ...up, data: () => both()[1] }
  ]
}

function createSlice(lab: Lab, ask: Ask, plane: Plane, side: 0 | 1): Slice {
  const axis = () => plane.axes()[side]
  const range = createMemo(() => {
    const { min, max } = lab.experiment().variables[axis()] ?? { min: -5, max: 5 }
    return { min, max }
  })
  /** The curve does not change while the point moves along it. */
  const line = createMemo(() => lab.experiment().point.map((value, index) => (index === axis() ? 0 : value)))
  const samples = createAnswer(
    ask,
    createMemo(() => curveQuestion(`slice-${side}`, lab.subject(), axis(), line(), range()))
  )
  const data = steady(lab, () => {
    const { last } = samples()
    const { experiment, report } = plane.drawn()
    if (!last) return null
    const { subject, along } = last.question.body
    // Those of another variable stay on the screen under their own name.
    if (subject.variables[along] !== experiment.variables[axis()]?.name) return null
    // Where f has no values, the card says so; the point would say it again.
    const known = last.answer.values.some(Number.isFinite) ? report : undefined
    return sliceCurve(experiment, axis(), last.answer, range(), known)
  })
  return { samples, data }
}
