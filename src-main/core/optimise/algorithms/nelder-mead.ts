import { copied } from '../../vector'
import type { Optimiser, Oracle } from '../method'
import { noteTrial } from './line'
import { motionOf, type Notes, type Stepping } from './notes'

/** How far reflection, expansion and contraction go, and what shrinking leaves: the usual coefficients. */
const [reflection, expansion, contraction, shrinkage] = [1, 2, 0.5, 0.5]

interface Corner {
  readonly point: Float64Array
  /** Infinite where f is not defined, so that such a corner is the worst. */
  readonly value: number
}

/**
 * The simplex search, which never asks for a gradient. Nelder, Mead 1965, Computer J. 7, 308–313, with the choices – ties
 * too – of Lagarias, Reeds, Wright, Wright 1998, SIAM J. Optim. 9, 112–147, section 2. `size`: the edges at the start.
 */
export function nelderMead({ size }: { readonly size: number }): Optimiser {
  return { isGradientFree: true, setOut: (_, oracle) => motionOf(new NelderMead(size, oracle)) }
}

class NelderMead implements Stepping {
  readonly #size: number
  readonly #oracle: Oracle
  /** n + 1 of them, the best first; none before the first step. */
  #corners: Corner[] = []
  /** Where f was tried in this step, in order. */
  #tried: Corner[] = []

  constructor(size: number, oracle: Oracle) {
    this.#size = size
    this.#oracle = oracle
  }

  take(point: Float64Array, _gradient: Float64Array, value: number, notes: Notes | null): undefined {
    this.#tried = []
    if (this.#corners.length === 0) this.#setUp(point, value, notes)
    const ofFirst = this.#tried.length
    const before = notes && this.#points()
    this.#iterate(notes)
    if (notes && before) {
      notes.simplex = { before, after: this.#points() }
      this.#noteTrials(notes, ofFirst)
    }
    const best = this.#best
    notes?.line('best', { next: copied(best.point) })
    point.set(best.point)
  }

  get #best(): Corner {
    return this.#corners[0] as Corner
  }

  #points(): number[][] {
    return this.#corners.map(({ point }) => Array.from(point))
  }

  #setUp(point: Float64Array, value: number, notes: Notes | null) {
    const others = Array.from(point, (coordinate, i) => this.#look(point.with(i, coordinate + this.#size)))
    this.#corners = sorted([{ point: point.slice(), value }, ...others])
    notes?.line('simplex', { X: this.#points() })
  }

  /** One iteration: the worst corner is replaced, or all but the best move towards it. */
  #iterate(notes: Notes | null) {
    const corners = this.#corners
    const worst = corners.at(-1) as Corner
    const second = corners.at(-2) as Corner
    const centre = centreOf(corners.slice(0, -1))
    const values = { f_best: this.#best.value, f_second: second.value, f_worst: worst.value }
    notes?.line('centre', { c: copied(centre), n: corners.length - 1 })
    /** The corner on the line from the centre away from the worst one. */
    const beyond = (share: number) => centre.map((c, i) => c + share * (c - (worst.point[i] as number)))

    const reflected = this.#look(beyond(reflection))
    notes?.line('reflect', {
      r: copied(reflected.point),
      c: copied(centre),
      w: copied(worst.point),
      f_r: reflected.value,
      ...values
    })
    if (reflected.value < this.#best.value) {
      const expanded = this.#look(beyond(reflection * expansion))
      const isBetter = expanded.value < reflected.value
      notes?.line('expand', { e: copied(expanded.point), c: copied(centre), w: copied(worst.point) })
      notes?.line(isBetter ? 'take-expanded' : 'take-best', { f_e: expanded.value, f_r: reflected.value, ...values })
      return this.#replaceWorst(isBetter ? expanded : reflected)
    }
    if (reflected.value < second.value) {
      notes?.line('take-reflected', { f_r: reflected.value, ...values })
      return this.#replaceWorst(reflected)
    }
    const isOutside = reflected.value < worst.value
    const contracted = this.#look(beyond(isOutside ? reflection * contraction : -contraction))
    notes?.line(isOutside ? 'contract-outside' : 'contract-inside', {
      k: copied(contracted.point),
      c: copied(centre),
      w: copied(worst.point),
      f_k: contracted.value
    })
    if (isOutside ? contracted.value <= reflected.value : contracted.value < worst.value) {
      notes?.line('take-contracted', { f_k: contracted.value, f_r: reflected.value, ...values })
      return this.#replaceWorst(contracted)
    }
    this.#shrink(notes)
  }

  #replaceWorst(corner: Corner) {
    this.#corners = sorted([...this.#corners.slice(0, -1), corner])
  }

  #shrink(notes: Notes | null) {
    const { point: best } = this.#best
    const moved = this.#corners
      .slice(1)
      .map(({ point }) =>
        this.#look(point.map((coordinate, i) => (best[i] as number) + shrinkage * (coordinate - (best[i] as number))))
      )
    const before = notes && this.#points()
    this.#corners = sorted([this.#best, ...moved])
    if (notes && before) notes.line('shrink', { X: this.#points(), X_old: before })
  }

  #look(point: Float64Array): Corner {
    const value = this.#oracle.value(point)
    const corner = { point, value: Number.isFinite(value) ? value : Number.POSITIVE_INFINITY }
    this.#tried.push(corner)
    return corner
  }

  /** Accepted are those that are corners now; the first `ofFirst` were corners before the step began. */
  #noteTrials(notes: Notes, ofFirst: number) {
    for (const [index, corner] of this.#tried.entries()) {
      const isKept = this.#corners.includes(corner)
      const made = index < ofFirst ? 'first-corner' : isKept ? 'accepted' : 'rejected'
      const outcome = corner.value === Number.POSITIVE_INFINITY ? 'undefined' : made
      noteTrial(notes, corner.point, { length: Number.NaN, value: corner.value, slope: Number.NaN }, outcome)
    }
  }

  remembered() {
    return { X: this.#points() }
  }
}

/** The best first; of equal ones the older first. */
const sorted = (corners: readonly Corner[]) =>
  [...corners].sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0))

function centreOf(corners: readonly Corner[]): Float64Array {
  const sum = new Float64Array(corners[0]?.point.length ?? 0)
  for (const { point } of corners)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (point[i] as number)
  return sum.map((part) => part / corners.length)
}
