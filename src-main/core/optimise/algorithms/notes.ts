import type { AlgorithmStep, Quantity, Trial } from '@shared/protocol'
import type { Motion } from '../method'

/** What is written down of one step while it is taken. */
export class Notes {
  readonly lines: { id: string; values: Readonly<Record<string, Quantity>> }[] = []
  readonly trials: Trial[] = []
  simplex: AlgorithmStep['simplex'] = null
  radius: number | null = null

  /** `id`: a line of the method's row that happened; `values`: what its names were worth. */
  line(id: string, values: Readonly<Record<string, Quantity>>) {
    this.lines.push({ id, values })
  }
}

/** A method's own code. */
export interface Stepping {
  /** As `Motion.next`. `notes`: null where nobody reads them; the step is the same. */
  take(point: Float64Array, gradient: Float64Array, value: number, notes: Notes | null): 'line-search' | undefined
  /** What is remembered after the step. */
  remembered(): Readonly<Record<string, Quantity>>
}

/** The motion of such code: opened or not, it takes the same step, since there is only one. */
export function motionOf(stepping: Stepping): Motion {
  return {
    next: (point, gradient, _step, value) => stepping.take(point, gradient, value, null),
    nextOpened(point, gradient, _step, value) {
      const notes = new Notes()
      const halt = stepping.take(point, gradient, value, notes)
      const { lines, trials, simplex, radius } = notes
      const algorithm = { lines, memory: stepping.remembered(), trials, simplex, radius }
      return { lines: [], memory: {}, lr: null, algorithm, ...(halt && { halt }) }
    }
  }
}
