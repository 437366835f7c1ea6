import type { Objective } from '../../objective'
import { philox } from '../../optimise/noise'
import type { Pulse } from '../../pulse'
import { spreadPoints } from '../../spread'
import type { Ground } from './bottom'
import { type Box, clamped, rangesOf, samePlace, spacing } from './box'
import { descent, type Place } from './descent'

/** A local minimum as far as descents came, and how many of them ended there. */
export interface Valley {
  readonly point: Float64Array
  readonly value: number
  count: number
}

/** What multi-start has seen of f in a box. */
export interface Exploration {
  /** The lowest first. */
  readonly valleys: readonly Valley[]
  /** Descents that began where f is defined. */
  readonly descents: number
  /** The lowest f met, −∞ too; NaN where f is defined nowhere in sight. */
  readonly lowest: number
  /** From the lowest f met up to the middle one of the sample. */
  readonly spread: number
}

interface Sizes {
  readonly least: number
  readonly most: number
}

const tuning = {
  /** Descents whatever is found: so many, and so many more for each variable. */
  always: { descents: 12, each: 4 },
  /** Points added to the sample in a round, for each variable. */
  sample: 100,
  /** Of the sample only this share, the lowest, are starts. */
  share: 0.2,
  /** σ of the critical distance of Rinnooy Kan and Timmer. */
  sigma: 4,
  /** Starts out of the sample, and hops, in a round: so many, and so many more for each variable. */
  starts: { always: 5, each: 10 },
  hops: { always: 20, each: 20 },
  /** So often a hop begins at the lowest minimum, else at one of so many. */
  fromBest: 0.75,
  best: 10,
  /** Differences are between so many of the lowest minima. */
  pool: 30,
  /** Sizes of random steps, relative to the ranges: powers of ten between these. */
  sizes: { least: -2.5, most: 0 } as Sizes,
  /** The same where only one level is known: there may be others near to it. */
  single: { hops: { always: 8, each: 4 }, sizes: { least: -4, most: -1 } as Sizes },
  /** The search ends when so many times the effort has been spent that the lowest point took, with at least … */
  patience: 2.5,
  /** … so many evaluations for each variable, and for each level of minima. */
  least: { each: 4000, level: 40 },
  /** … and at most so many, or so many operations: a long formula is searched less. */
  most: 20_000,
  operations: 3e7
} as const

/** Values are one level within this, relative to the spread of the levels, and within this, relative to that of f. */
const sameLevel = 1e-7
const rounded = 1e-14

const light = { reach: 0.01, precision: 1e-7, always: 200, each: 20 } as const

/**
 * The local minima of f in a box, lowest first: multi-level single linkage – descents from points of a low-discrepancy
 * sample that are the lowest within a critical distance, which shrinks as the sample grows –, and basin hopping from the
 * lowest by differences between minima already known and by random steps of all sizes. Rinnooy Kan & Timmer 1987,
 * Stochastic global optimization methods II; Wales & Doye 1997. It ends by the rule of Boender & Rinnooy Kan 1987, or when
 * as much again was spent in vain as the lowest took. The same question has the same answer.
 */
export function exploration(ground: Ground, start: Float64Array): Exploration {
  return new Explorer(ground).explore(start)
}

class Explorer {
  readonly #objective: Objective
  readonly #box: Box
  readonly #pulse: Pulse
  readonly #dimension: number
  readonly #valleys: Valley[] = []
  readonly #draws = new Draws()
  readonly #samples: { readonly point: Float64Array; readonly value: number; isStart: boolean }[] = []
  #descents = 0
  #lowest = Number.NaN
  #spent = 0
  #improvedAt = 0
  /** The share of the work that is done. */
  #done = 0
  /** Values no farther apart are one level: as known at the beginning of a round. */
  #level = 0

  constructor({ objective, box, pulse }: Ground) {
    this.#objective = objective
    this.#box = box
    this.#pulse = pulse
    this.#dimension = box.low.length
  }

  /** The point of number 0 is left out: the centre of the ranges is where the minimum of many a test function lies. */
  explore(start: Float64Array): Exploration {
    const { always, sample } = tuning
    const n = this.#dimension
    const ranges = rangesOf(this.#box)
    const first = always.descents + always.each * n
    for (const point of [start, ...spreadPoints(ranges, first, 1)]) this.#descend(clamped(this.#box, point))
    for (let size = sample * n, from = first + 1; ; from += size) {
      const before = this.#improvedAt
      this.#look(spreadPoints(ranges, size, from))
      const heights = (this.#valleys.at(-1)?.value ?? 0) - (this.#valleys[0]?.value ?? 0)
      this.#level = Math.max(sameLevel * heights, rounded * this.#height())
      this.#descendFromSample()
      if (this.#valleys.length > 0) this.#hop()
      this.#done = Math.max(this.#done, Math.min(1, this.#spent / this.#budget()))
      this.#pulse.progress?.(this.#done)
      if (this.#isEnough(this.#improvedAt > before)) break
    }
    return { valleys: this.#valleys, descents: this.#descents, lowest: this.#lowest, spread: this.#height() }
  }

  #isEnough(isImproved: boolean): boolean {
    if (this.#lowest === Number.NEGATIVE_INFINITY) return true
    if (this.#isSpent()) return true
    if (isImproved) return false
    const levels = this.#levels()
    const t = this.#descents
    // Boender & Rinnooy Kan: the expected number of levels is this, for descents from independent starts.
    const expected = t > levels + 2 ? (levels * (t - 1)) / (t - levels - 2) : Number.POSITIVE_INFINITY
    if (expected < levels + 0.5) return true
    return this.#spent > this.#budget()
  }

  /** Evaluations after which the search is given up, as far as it is known by now. */
  #budget(): number {
    const { least, patience } = tuning
    return Math.max(least.each * this.#dimension + least.level * this.#levels(), patience * this.#improvedAt)
  }

  #isSpent(): boolean {
    const operations = this.#spent * (this.#objective.cost + this.#dimension ** 2)
    return this.#spent > tuning.most * this.#dimension || operations > tuning.operations
  }

  #levels(): number {
    let levels = Math.min(1, this.#valleys.length)
    for (let i = 1; i < this.#valleys.length; i++) {
      if ((this.#valleys[i] as Valley).value - (this.#valleys[i - 1] as Valley).value > this.#level) levels++
    }
    return levels
  }

  /** From the lowest f met up to the middle one of the sample. */
  #height(): number {
    const values = this.#samples.map(({ value }) => value).sort((a, b) => a - b)
    return (values[values.length >> 1] ?? this.#lowest) - this.#lowest || 0
  }

  #look(points: readonly Float64Array[]) {
    for (const [i, point] of points.entries()) {
      if (i % 64 === 0) this.#pulse.beat()
      const value = this.#objective.value(point)
      this.#spent++
      this.#note(value)
      if (Number.isFinite(value)) this.#samples.push({ point, value, isStart: false })
    }
  }

  #note(value: number) {
    if (Number.isNaN(value) || value >= this.#lowest) return
    if (!(this.#lowest - value <= this.#level)) this.#improvedAt = this.#spent
    this.#lowest = value
  }

  #descendFromSample() {
    const n = this.#dimension
    const count = this.#samples.length
    if (count === 0) return
    const lowest = this.#samples.toSorted((a, b) => a.value - b.value).slice(0, Math.ceil(tuning.share * count))
    const far = criticalDistance(n, count)
    let left = tuning.starts.always + tuning.starts.each * n
    for (const [i, candidate] of lowest.entries()) {
      if (left === 0 || this.#isSpent()) break
      if (candidate.isStart) continue
      const isLinked = lowest.slice(0, i).some(({ point }) => spacing(this.#box, point, candidate.point) < far)
      if (isLinked) continue
      candidate.isStart = true
      left--
      this.#descend(candidate.point)
    }
  }

  #hop() {
    const n = this.#dimension
    const { hops, sizes } = this.#levels() > 1 ? tuning : tuning.single
    const count = hops.always + hops.each * n
    for (let k = 0; k < count && !this.#isSpent(); k++) {
      const among = this.#draws.isLess(tuning.fromBest) ? 1 : Math.min(this.#valleys.length, tuning.best)
      const from = this.#valleys[this.#draws.whole(among)] as Valley
      const to = this.#draws.isLess(0.5) ? this.#byDifference(from) : this.#byStep(from, sizes)
      const start = clamped(this.#box, to)
      // A first trial longer than the hop would leave the valley hopped to.
      this.#descend(start, Math.min(light.reach, spacing(this.#box, from.point, start)))
    }
  }

  #byDifference({ point }: Valley): Float64Array {
    const draws = this.#draws
    const most = Math.min(this.#valleys.length, tuning.pool)
    const a = this.#valleys[draws.whole(most)] as Valley
    const b = this.#valleys[draws.whole(most)] as Valley
    const isPart = draws.isLess(0.5)
    return point.map((coordinate, i) =>
      isPart && draws.isLess(0.5) ? coordinate : coordinate + (a.point[i] as number) - (b.point[i] as number)
    )
  }

  #byStep({ point }: Valley, { least, most }: Sizes): Float64Array {
    const draws = this.#draws
    const size = 10 ** (least + (most - least) * draws.share())
    const some = draws.isLess(0.5) ? 1 / this.#dimension : 1
    const sure = draws.whole(this.#dimension)
    return point.map((coordinate, i) =>
      i === sure || draws.isLess(some)
        ? coordinate + (2 * draws.share() - 1) * size * (this.#box.widths[i] as number)
        : coordinate
    )
  }

  #descend(start: Float64Array, reach: number = light.reach) {
    const { counts } = this.#objective
    const before = counts.gradients
    const steps = light.always + light.each * this.#dimension
    const end = descent(this.#objective, this.#box, start, { reach, steps, precision: light.precision }, this.#pulse)
    this.#spent += counts.gradients - before
    if (Number.isNaN(end.value)) return
    this.#descents++
    this.#note(end.value)
    if (Number.isFinite(end.value)) this.#keep(end)
  }

  #keep({ point, value }: Place) {
    const at = this.#valleys.findIndex((valley) => spacing(this.#box, valley.point, point) <= samePlace)
    const known = this.#valleys[at]
    if (known && known.value <= value) {
      known.count++
      return
    }
    if (known) this.#valleys.splice(at, 1)
    const place = this.#valleys.findIndex((valley) => valley.value > value)
    this.#valleys.splice(place < 0 ? this.#valleys.length : place, 0, { point, value, count: 1 + (known?.count ?? 0) })
  }
}

/** r = √(1/π)·(Γ(1 + n/2)·σ·log N / N)^(1/n), for ranges of width 1. */
function criticalDistance(n: number, count: number): number {
  return (gammaOfHalf(n + 2) * tuning.sigma * (Math.log(count) / count)) ** (1 / n) / Math.sqrt(Math.PI)
}

/** Γ(k/2). */
function gammaOfHalf(k: number): number {
  let product = k % 2 === 0 ? 1 : Math.sqrt(Math.PI)
  for (let half = k / 2 - 1; half > 0; half--) product *= half
  return product
}

/** Pseudo-random numbers, the same every time. */
class Draws {
  #count = 0
  readonly #words = new Uint32Array(4)

  /** Uniform between 0 and 1. */
  share(): number {
    const at = this.#count % 4
    if (at === 0) {
      this.#words.set([this.#count / 4, 0, 0, 0])
      philox(this.#words, 20_261_201, 9)
    }
    this.#count++
    return ((this.#words[at] as number) + 0.5) / 2 ** 32
  }

  isLess(share: number): boolean {
    return this.share() < share
  }

  /** A whole number below `count`. */
  whole(count: number): number {
    return Math.floor(this.share() * count)
  }
}
