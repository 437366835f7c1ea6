import { type Bounded, everyNumber, zeroAndUp } from '../methods/setting'
import type { Crowd, Noise, StopRules } from './experiment'
import { limits } from './limits'

/*
 * The numbers of an experiment that are settings of no method: what they usually are, and what they may be. Form,
 * validation, file format and help are made from these rows, as they are from those of the methods.
 */

const count = (id: string, term: string, usual: number, min: number, max: number): Bounded => ({
  id,
  term,
  default: usual,
  min,
  minIncluded: true,
  max,
  maxIncluded: true,
  whole: true
})

const seed = (term: string) => count('seed', term, 1, 0, limits.seed)

export const stepsBounds = count('steps', 'steps', 30, 0, limits.steps)

export const noiseBounds = {
  sigma: { id: 'sigma', term: 'noise.sigma', default: 0, ...zeroAndUp },
  seed: seed('noise.seed')
} as const satisfies Record<keyof Noise, Bounded>

/** `default`: the bound that a rule begins with once it is asked for. */
export const stopBounds = {
  gradient: { id: 'gradient', term: 'stop.gradient', default: 1e-6, ...zeroAndUp },
  step: { id: 'step', term: 'stop.step', default: 1e-8, ...zeroAndUp },
  target: { id: 'target', term: 'stop.target', default: 0, ...everyNumber },
  evaluations: count('evaluations', 'stop.evaluations', 1000, 1, limits.evaluations)
} as const satisfies Record<keyof StopRules, Bounded>

/** In the order offered. */
export const stopRules = Object.keys(stopBounds) as readonly (keyof StopRules)[]

export const crowdBounds = {
  count: count('count', 'crowd.count', 8, 1, limits.crowd),
  radius: { id: 'radius', term: 'crowd.radius', default: 1, ...zeroAndUp },
  seed: seed('crowd.seed')
} as const satisfies Record<Exclude<keyof Crowd, 'layout'>, Bounded>
