import { stepLookedAt, withParameter, withStepLookedAt } from '@shared/experiment/edit'
import { type Experiment, usualStep } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import { significant } from '@shared/numbers/rounded'
import { placed } from '../cards/placed'
import type { Motion } from '../lab/animation'

/** Milliseconds from one end of a parameter's range to the other. */
const oneWay = 4000

/** A parameter to and fro over its range, upwards first, without end. */
export function toAndFro(name: string): Motion {
  const parameterIn = ({ parameters }: Experiment) => parameters.find((one) => one.name === name)
  return {
    id: name,
    number: (experiment) => parameterIn(experiment)?.value,
    withNumber: (experiment, value) => withParameter(experiment, name, { value }),
    way: (start) => {
      const first = parameterIn(start)
      // 0 … 1 upwards, 1 … 2 downwards: a share of the range, which may be changed meanwhile.
      const phase = first ? Math.min(1, Math.max(0, (first.value - first.min) / (first.max - first.min))) : 0
      return (experiment, before, elapsed) => {
        const range = parameterIn(experiment)
        if (!range) return null
        const [last, next] = [phase + before / oneWay, phase + elapsed / oneWay]
        // Between two looks it may have turned: then it is seen at the end.
        const seen = Math.floor(next) > Math.floor(last) ? Math.floor(next) : next
        const share = 1 - Math.abs((seen % 2) - 1)
        const value = placed(range.min + share * (range.max - range.min), range)
        return Math.min(range.max, Math.max(range.min, value))
      }
    }
  }
}

/** Milliseconds from a secant over a quarter of the picture to the tangent. */
const wholeWay = 4000
/** With reduced motion: so many pictures one after the other, at even distances on the way. */
const stills = 5

/**
 * h towards 0, so that the secant is seen to become the tangent: evenly in its logarithm from a quarter of the visible
 * range – or from where it is, if that can be seen – down to 1e-4. It is over when the point moves, and when another tab
 * is opened.
 */
export const shrinkingH: Motion = {
  // Not the name of a parameter.
  id: 'h → 0',
  number: stepLookedAt,
  withNumber: withStepLookedAt,
  way: (start, goesOn) => {
    const along = start.view.axes[0]
    const range = start.variables[along] ?? { min: -5, max: 5 }
    const h = Math.abs(stepLookedAt(start))
    const widest = (range.max - range.min) / 4
    const to = Math.min(usualStep, widest / 1000)
    const from = (goesOn && h > to) || isSeen(h, range) ? h : widest
    const time = wholeWay * Math.min(1, Math.max(0.25, Math.log(from / to) / Math.log(widest / to)))
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    return (experiment, before, elapsed) => {
      const isElsewhere = experiment.view.tab !== 'differentiate' || experiment.view.axes[0] !== along
      if (before >= time || isElsewhere || experiment.point[along] !== start.point[along]) return null
      if (elapsed >= time) return to
      const share = elapsed / time
      const passed = isStill ? Math.floor(share * stills) / stills : share * share * (3 - 2 * share)
      return significant(from * (to / from) ** passed, 3)
    }
  }
}

/** Every h on that way, from where it begins to its end, looked at every `frame` milliseconds. */
export function shrinkingSizes(experiment: Experiment, frame: number): readonly number[] {
  const way = shrinkingH.way(experiment, false)
  const sizes: number[] = []
  for (let elapsed = 0; ; elapsed += frame) {
    const h = way(experiment, Math.max(0, elapsed - frame), elapsed)
    if (h === null) return [...new Set(sizes)]
    sizes.push(h)
  }
}

/** Whether a person sees where a + h is: apart from a, and in the picture. */
const isSeen = (h: number, { min, max }: Interval) => h > (max - min) / 40 && h <= (max - min) / 2
