import { limits } from '@shared/experiment/limits'
import type { RunReport, View } from '@shared/protocol'
import { norm } from '../vector'
import { Columns } from './columns'
import { Moments } from './moments'
import { Stretch } from './stretch'
import { Wayfinder } from './way'

/**
 * What is kept of a run, found while it comes: all of it, or if it has more steps than `columns`, what charts over the
 * steps have to show – every one of the first `dotted` steps –, and what its way over each of the views. What is kept is as the run made it.
 */
export class Path {
  readonly #dimension: number
  readonly #columns: Columns
  readonly #ways: readonly Wayfinder[]
  readonly #moments: Moments | null
  /** The newest point. */
  readonly #last: Stretch

  constructor(dimension: number, columns: number, views: readonly View[] = [], dotted: number = limits.dotted) {
    this.#dimension = dimension
    this.#columns = new Columns(dimension, columns, dotted)
    this.#ways = views.map((view) => new Wayfinder(dimension, view))
    this.#moments = dimension > 2 ? new Moments(dimension) : null
    this.#last = new Stretch(dimension, 1)
  }

  /** Takes the stretches of a run in their order, from step 0 on, without a gap. */
  add(stretch: Stretch) {
    const { from, count } = stretch
    if (count === 0) return
    this.#columns.add(stretch)
    for (const way of this.#ways) way.add(stretch)
    this.#moments?.add(stretch)
    this.#last.begin(from + count - 1)
    this.#last.addRow(stretch, count - 1)
  }

  /** What was kept so far: see `RunReport` for the shapes. */
  kept(): Omit<RunReport, 'taken' | 'stop' | 'notes'> {
    const { steps: charted, rows } = this.#columns.kept
    if (this.#columns.isWhole) return { steps: charted.slice(), ...columnsOf(rows), ways: [], moments: null }
    const ways = this.#ways.map((way) => way.kept())
    const { steps, all } = this.#united([
      { steps: charted, rows },
      ...ways,
      { steps: [this.#last.from], rows: this.#last }
    ])
    return { steps, ...columnsOf(all), ways: ways.map(({ way }) => way(steps)), moments: this.#moments?.found ?? null }
  }

  /** Several ascending lists of rows as one, each step once. */
  #united(lists: readonly { readonly steps: ArrayLike<number>; readonly rows: Stretch }[]) {
    const room = lists.reduce((sum, { steps }) => sum + steps.length, 0)
    const steps = new Int32Array(room)
    const all = new Stretch(this.#dimension, room)
    const next = lists.map(() => 0)
    for (;;) {
      let [first, step] = [-1, Infinity]
      for (const [list, { steps: own }] of lists.entries()) {
        const at = own[next[list] as number]
        if (at !== undefined && at < step) [first, step] = [list, at]
      }
      const list = lists[first]
      if (!list) break
      steps[all.count] = step
      all.addRow(list.rows, next[first] as number)
      for (const [other, { steps: own }] of lists.entries()) {
        if (own[next[other] as number] === step) next[other] = (next[other] as number) + 1
      }
    }
    return { steps: steps.slice(0, all.count), all }
  }
}

/** The rows of a stretch by what they are: see `RunReport` for the shapes. */
export function columnsOf(
  stretch: Stretch
): Pick<RunReport, 'points' | 'values' | 'norms' | 'gradients' | 'evaluations'> {
  const { count, dimension, width, rows } = stretch
  const points = new Float64Array(count * dimension)
  const values = new Float64Array(count)
  const norms = new Float64Array(count)
  const gradients = new Int32Array(count)
  const evaluations = new Int32Array(count)
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < dimension; i++) points[row * dimension + i] = rows[row * width + i] as number
    values[row] = stretch.value(row)
    norms[row] = norm(stretch.gradient(row))
    gradients[row] = stretch.gradients(row)
    evaluations[row] = stretch.evaluations(row)
  }
  return { points, values, norms, gradients, evaluations }
}
