import type { Quantity } from '@shared/protocol'
import { copied, copiedRows, dot } from '../../vector'
import type { Optimiser, Oracle } from '../method'
import { changeOf } from './bfgs'
import { downhill, FirstTrial, isAtRest, type WolfeSettings } from './descent'
import { type Line, noteLine, noteMove, notFound } from './line'
import { motionOf, type Notes, type Stepping } from './notes'
import { WolfeSearch } from './wolfe'

/**
 * BFGS that remembers only the last pairs s, y. Nocedal 1980, Math. Comp. 35, 773–782; Liu, Nocedal 1989, Math. Program.
 * 45, 503–528; Nocedal & Wright, algorithms 7.4 and 7.5, (7.20).
 */
export function limitedBfgs(settings: WolfeSettings & { readonly memory: number }): Optimiser {
  return { setOut: (dimension, oracle) => motionOf(new LimitedBfgs(settings, dimension, oracle)) }
}

interface Pair {
  readonly s: Float64Array
  readonly y: Float64Array
  readonly ys: number
}

class LimitedBfgs implements Stepping {
  readonly #memory: number
  /** Where nothing is known of the curvature. */
  readonly #first: FirstTrial
  readonly #search: WolfeSearch
  readonly #direction: Float64Array
  /** The oldest first. */
  #pairs: Pair[] = []

  constructor(settings: WolfeSettings & { readonly memory: number }, dimension: number, oracle: Oracle) {
    this.#memory = settings.memory
    this.#first = new FirstTrial(settings.reach)
    this.#search = new WolfeSearch(oracle, dimension, settings)
    this.#direction = new Float64Array(dimension)
  }

  take(point: Float64Array, gradient: Float64Array, value: number, notes: Notes | null) {
    if (isAtRest(gradient, notes)) return
    let line = this.#pairs.length > 0 ? this.#quasiNewton(point, gradient, value, notes) : null
    if (!line) {
      this.#pairs = []
      line = downhill(point, gradient, value, this.#direction, notes)
    }
    const first = this.#pairs.length > 0 ? 1 : this.#first.length(line, notes)
    const alpha = this.#search.length(line, first, notes)
    if (alpha === 0) return notFound(notes, point)
    noteMove(notes, line, alpha, this.#search.landing)
    this.#first.remember(line, alpha)
    const { s, y, ys, isCurved } = changeOf(line, this.#search, notes)
    if (isCurved) this.#pairs = [...this.#pairs, { s, y, ys }].slice(-this.#memory)
    if (isCurved) notes?.line('keep', { S: this.#rows('s'), Y: this.#rows('y') })
    point.set(this.#search.landing)
    return
  }

  /** The line along −H∇f, H as the pairs make it of a multiple of I: the two loops. Null where it does not lead down. */
  #quasiNewton(point: Float64Array, gradient: Float64Array, value: number, notes: Notes | null): Line | null {
    const direction = this.#direction
    const newest = this.#pairs.at(-1) as Pair
    const gamma = newest.ys / dot(newest.y, newest.y)
    const q = Float64Array.from(gradient)
    const a = new Float64Array(this.#pairs.length)
    for (let k = this.#pairs.length - 1; k >= 0; k--) {
      const { s, y, ys } = this.#pairs[k] as Pair
      a[k] = dot(s, q) / ys
      for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) - (a[k] as number) * (y[i] as number)
    }
    const r = q.map((part) => gamma * part)
    const c = new Float64Array(a.length)
    this.#pairs.forEach(({ s, y, ys }, k) => {
      c[k] = (a[k] as number) - dot(y, r) / ys
      for (let i = 0; i < r.length; i++) r[i] = (r[i] as number) + (c[k] as number) * (s[i] as number)
    })
    for (let i = 0; i < r.length; i++) direction[i] = -(r[i] as number)
    if (notes) {
      notes.line('explained', { a: copied(a) })
      notes.line('backward', { q: copied(q), g: copied(gradient), Y: this.#rows('y'), a: copied(a) })
      notes.line('gamma', { gamma, s: copied(newest.s), y: copied(newest.y) })
      notes.line('corrected', { c: copied(c), a: copied(a) })
      notes.line('forward', { p: copied(direction), gamma, q: copied(q), S: this.#rows('s'), c: copied(c) })
    }
    const line = { point, value, gradient, direction, slope: dot(gradient, direction) }
    noteLine(notes, line)
    return line.slope < 0 ? line : null
  }

  /** The remembered vectors as rows, the oldest first. */
  #rows(name: 's' | 'y') {
    return copiedRows(this.#pairs.map((pair) => pair[name]))
  }

  remembered(): Readonly<Record<string, Quantity>> {
    return this.#pairs.length > 0 ? { S: this.#rows('s'), Y: this.#rows('y') } : {}
  }
}
