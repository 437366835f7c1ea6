import { everyPositive, type Setting, zeroAndUp } from './setting'

/** The settings of the methods with code of their own. */

/** The first length that backtracking tries, in every step. */
export const initial: Setting = {
  id: 'initial',
  default: 1,
  ...everyPositive,
  slider: { scale: 'log', min: 1e-4, max: 10 },
  symbol: '\\alpha_0'
}

export const shrink: Setting = {
  id: 'shrink',
  default: 0.5,
  min: 0,
  minIncluded: false,
  max: 0.95,
  maxIncluded: true,
  slider: { scale: 'linear', min: 0.05, max: 0.95 },
  symbol: '\\tau'
}

/** c₁ of backtracking. At ½ and beyond, the exact minimum of a parabola is refused. */
export const decrease: Setting = {
  id: 'c1',
  default: 1e-4,
  min: 0,
  minIncluded: false,
  max: 1,
  maxIncluded: false,
  slider: { scale: 'log', min: 1e-5, max: 0.9 },
  symbol: 'c_1'
}

/** c₁ and c₂ of the strong Wolfe conditions: the bounds keep c₁ < c₂, without which there may be no such length. */
export const wolfeDecrease: Setting = {
  ...decrease,
  max: 0.01,
  slider: { scale: 'log', min: 1e-6, max: 0.009 }
}
export const flatness = (usual: number): Setting => ({
  id: 'c2',
  default: usual,
  min: 0.01,
  minIncluded: true,
  max: 1,
  maxIncluded: false,
  slider: { scale: 'linear', min: 0.01, max: 0.99 },
  symbol: 'c_2'
})

/** How far the very first trial of a run goes. */
export const reach: Setting = {
  id: 'reach',
  default: 1,
  ...everyPositive,
  slider: { scale: 'log', min: 1e-3, max: 100 },
  symbol: 'd_0'
}

export const pairs: Setting = {
  id: 'memory',
  default: 10,
  min: 1,
  minIncluded: true,
  max: 100,
  maxIncluded: true,
  whole: true,
  slider: { scale: 'linear', min: 1, max: 20 },
  symbol: 'm'
}

/** A share of the largest curvature: much less, and a step along a flat direction goes very far. */
export const leastCurvature: Setting = {
  id: 'delta',
  default: 1e-3,
  ...everyPositive,
  max: 1,
  maxIncluded: true,
  slider: { scale: 'log', min: 1e-6, max: 1 },
  symbol: '\\delta'
}

export const trust: readonly Setting[] = [
  { id: 'radius', default: 1, ...everyPositive, slider: { scale: 'log', min: 1e-3, max: 100 }, symbol: '\\Delta_0' },
  {
    id: 'radius_max',
    default: 1000,
    ...everyPositive,
    slider: { scale: 'log', min: 0.01, max: 1e6 },
    symbol: 'R'
  },
  {
    id: 'eta',
    default: 0.1,
    ...zeroAndUp,
    max: 0.25,
    slider: { scale: 'linear', min: 0, max: 0.24 },
    symbol: '\\eta'
  }
]

/** Edges of the first simplex. */
export const size: Setting = {
  id: 'size',
  default: 1,
  ...everyPositive,
  slider: { scale: 'log', min: 1e-3, max: 100 },
  symbol: 'a'
}
