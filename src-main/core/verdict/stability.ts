import type { Optimiser } from '../optimise/method'
import { spectralRadius } from '../spectral-radius'

/** A disturbance so small that its square, also under a root, is nothing beside any ε: the limit that a derivative is. */
const slight = 1e-120
/** A step this late, at which what a rule corrects at its beginning has come to its limit. */
const late = 1e9
/** Steps after which memory that fades has faded: 0.9^7000 is the smallest double. */
const forgetting = 20_000

/** A state of one coordinate, the point first. */
type State = readonly number[]

/**
 * How many times farther a step carries a state near a point of rest of a fixed-rate rule, in the long run and in the
 * direction of curvature λ: the spectral radius of the derivative of the rule as a map of point and memory, with
 * g = λ·x. Below 1 what is near settles, above 1 almost nothing does. It is found from the rule itself. Rules that divide
 * by the root of a fading mean of squares have the limit lr/ε there, the root being nothing beside ε. Null where the
 * memory does not fade (AdaGrad's sum, momentum 1), so that no one state of rest is to be told.
 * The theorem: Ostrowski 1966, Solution of Equations, 22.
 */
export function growthNearRest(optimiser: Optimiser, curvature: number): number | null {
  const rest = stateOfRest(optimiser)
  if (!rest) return null
  const columns = rest.map((_, i) => {
    const next = stepFrom(
      optimiser,
      rest.map((number, j) => (i === j ? number + slight : number)),
      curvature
    )
    return next.map((number, j) => (number - (rest[j] as number)) / slight)
  })
  return spectralRadius(rest.map((_, row) => columns.map((column) => column[row] as number)))
}

/** Where memory goes while the slope is 0, if that is the same wherever it comes from. */
function stateOfRest(optimiser: Optimiser): State | null {
  const forgotten = [0, 1].map((memory) => {
    const motion = optimiser.setOut(1, noOracle)
    const point = new Float64Array(1)
    const names = Object.keys(motion.nextOpened(point.slice(), point, late, 0).memory)
    motion.remember?.(new Float64Array(names.length).fill(memory))
    for (let step = 0; step < forgetting; step++) motion.next(point, new Float64Array(1), late, 0)
    return Object.values(motion.nextOpened(point, new Float64Array(1), late, 0).memory).map(([number]) => number ?? 0)
  })
  const [one = [], other = []] = forgotten
  const isSame = one.every((number, i) => Math.abs(number - (other[i] as number)) <= 1e-6)
  return isSame ? [0, ...one] : null
}

function stepFrom(optimiser: Optimiser, [x = 0, ...memory]: State, curvature: number): State {
  const motion = optimiser.setOut(1, noOracle)
  motion.remember?.(Float64Array.from(memory))
  const point = Float64Array.of(x)
  const opened = motion.nextOpened(point, Float64Array.of(curvature * x), late, 0)
  return [point[0] as number, ...Object.values(opened.memory).map(([number]) => number ?? 0)]
}

/** A fixed-rate method never asks. */
const noOracle = {
  noise: null,
  value: () => Number.NaN,
  slope: () => Number.NaN,
  hessian: () => []
}
