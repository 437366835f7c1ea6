import type { EigenPair } from '@shared/eigen'
import type { Landscape } from '../objective'
import { lastDigits } from '../rounding'
import { spreadPoints } from '../spread'
import { areFinite, dot, moved, norm } from '../vector'

/** Directions that are looked in beside the axes, each both ways: so many, and so many more for each coordinate. */
const looks = { always: 8, each: 2 }
const mostMixing = 100
/** At a kink the slope beside it is so different from the one at it, beside that. */
const otherSlope = 0.5

/** Steps of a length along each axis, both ways. */
export function alongAxes(point: Float64Array, far: number): Float64Array[] {
  return Array.from(point, (coordinate, i) => [far, -far].map((by) => point.with(i, coordinate + by))).flat()
}

/** Directions of length 1, spread evenly, both ways of each: as many more than axes as are worth a look. */
export function directionsAround(dimension: number): Float64Array[] {
  const cube = Array.from({ length: dimension }, () => ({ min: -1, max: 1 }))
  return spreadPoints(cube, looks.always + looks.each * dimension)
    .filter((direction) => norm(direction) > 0)
    .flatMap((direction) => [1, -1].map((sign) => direction.map((part) => (sign * part) / norm(direction))))
}

/**
 * Places on a sphere around a point: along the axes, in other directions, and against the shortest of all mixtures of the
 * slopes at these, which leads down along a crease, however steep its sides are; at a minimum there is a mixture that is 0
 * (Burke, Lewis, Overton 2005, A robust gradient sampling algorithm, SIAM J. Optim. 15).
 */
export function* placesAround(objective: Landscape, point: Float64Array, far: number): Generator<Float64Array> {
  const others = directionsAround(point.length).map((direction) => moved(point, direction, far))
  const places = [...alongAxes(point, far), ...others]
  // Who has found a lower one needs no slopes.
  yield* places
  const slope = shortestMixture(places.map((place) => Float64Array.from(objective.gradient(place))).filter(areFinite))
  const steep = norm(slope)
  if (steep > 0) yield moved(point, slope, -far / steep)
}

/** The point of the convex hull that is nearest to 0, within rounding or as near as so many steps lead. Gilbert 1966, SIAM J. Control 4. */
function shortestMixture(vectors: readonly Float64Array[]): Float64Array {
  let mixture = vectors[0] ?? new Float64Array()
  for (let count = 0; count < mostMixing; count++) {
    const lengths = vectors.map((vector) => dot(vector, mixture))
    const least = Math.min(...lengths)
    const gain = dot(mixture, mixture) - least
    if (!(gain > lastDigits * dot(mixture, mixture))) break
    const added = vectors[lengths.indexOf(least)] as Float64Array
    const way = added.map((part, i) => part - (mixture[i] as number))
    mixture = moved(mixture, way, Math.min(1, gain / dot(way, way)))
  }
  return mixture
}

/** Whether f is higher at all places at these distances, or not defined: a minimum, with a slope or without. */
export function isLowestAround(objective: Landscape, point: Float64Array, distances: readonly number[]): boolean {
  const value = objective.value(point)
  return distances.every((far) => {
    for (const place of placesAround(objective, point, far)) if (objective.value(place) <= value) return false
    return true
  })
}

/** So much nearer is looked whether f falls by the same: then it jumps. */
const nearer = 1e-3
/** Of its fall, at least so much is left there. */
const jumped = 0.9

/** Whether f is lower than `value` already this near to a place, and by as much still nearer: it jumps down there. */
export function isTornAround(objective: Landscape, place: Float64Array, value: number, far: number): boolean {
  const [wide, close] = [far, nearer * far].map((by) =>
    alongAxes(place, by).map((point) => value - objective.value(point))
  )
  return (wide ?? []).some((fall, way) => fall > lastDigits * Math.abs(value) && (close?.[way] ?? 0) >= jumped * fall)
}

/** Whether slopes already this near are quite other ones than gradient and Hessian foretell. */
export function isKinkWithin(objective: Landscape, point: Float64Array, far: number): boolean {
  const here = objective.gradient(point)
  const hessian = objective.hessian(point)
  const changes = [...placesAround(objective, point, far)].map((place) => {
    const change = objective.gradient(place).map((part, i) => part - (here[i] as number))
    const way = place.map((coordinate, i) => coordinate - (point[i] as number))
    return { size: norm(change), off: norm(change.map((part, i) => part - dot(hessian[i] ?? [], way))) }
  })
  const most = Math.max(norm(here), ...changes.map(({ size }) => size))
  return changes.some(({ off }) => !(off <= otherSlope * most))
}

/** A slope this small is about to become too small to be a number: that of e^(−x²) far out, never the rounding of another. */
const faded = 1e-100
/** Around a flat minimum, as that of x⁴, slopes are no numbers either, but not as far as this, beside the way come. */
const flatness = 1e-6

/**
 * Whether a point seems level in a direction without curvature only because the slope there is too small to be a number:
 * on the way back along it, `far` long, it grows from nothing – from the smallest numbers there are.
 */
export function isFaded(objective: Landscape, point: Float64Array, pairs: readonly EigenPair[], far: number): boolean {
  return pairs.some(({ value, vector }) => {
    const slopeAt = (by: number) => {
      const gradient = objective.gradient(moved(point, vector, by))
      return Math.abs(gradient.reduce((sum, part, i) => sum + part * (vector[i] as number), 0))
    }
    return value === 0 && slopeAt(0) === 0 && [far, -far].some((by) => growsFromNothing(slopeAt, by))
  })
}

function growsFromNothing(slopeAt: (by: number) => number, far: number): boolean {
  let [level, sloping] = [0, far]
  if (!(slopeAt(sloping) > 0)) return false
  for (let middle = far / 2; middle !== level && middle !== sloping; middle = (level + sloping) / 2) {
    if (slopeAt(middle) === 0) level = middle
    else sloping = middle
    if (Math.abs(sloping) <= flatness * Math.abs(far)) return false
  }
  return slopeAt(sloping) < faded && Math.abs(level) > flatness * Math.abs(far)
}

/** The lowest of several places; null if f is defined at none. */
export function lowestOf(objective: Landscape, places: readonly Float64Array[]): Float64Array | null {
  let lowest: Float64Array | null = null
  let least = Number.POSITIVE_INFINITY
  for (const place of places) {
    const value = objective.value(place)
    if (value < least) [lowest, least] = [place, value]
  }
  return lowest
}
