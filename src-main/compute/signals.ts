/** Where the numbers lie in the memory that a worker and its host share. */
const cell = { beats: 0, cancelled: 1, enough: 2, share: 3 } as const
/** The share of the work done is counted in these. */
const millionths = 1e6

/** What passes between a busy worker and its host while neither can send messages. */
export interface Signals {
  readonly memory: SharedArrayBuffer
  /** The worker lives. */
  beat(): void
  /** Changes with every beat. */
  beats(): number
  /** The answer to this question is no longer wanted. */
  cancel(id: number): void
  isCancelled(id: number): boolean
  /** The answer to this question is wanted with what there is of it by now. */
  enough(id: number): void
  isEnough(id: number): boolean
  /** How much of the work on the present question is done, from 0 to 1. */
  progress(share: number): void
  share(): number
}

/** The signals kept in `memory`; without one, in new memory. Ids of questions are positive. */
export function signals(memory = new SharedArrayBuffer(16)): Signals {
  const cells = new Int32Array(memory)
  return {
    memory,
    beat: () => void Atomics.add(cells, cell.beats, 1),
    beats: () => Atomics.load(cells, cell.beats),
    // An id instead of a yes or no: a cancel that comes too late cannot hit the next question.
    cancel: (id) => Atomics.store(cells, cell.cancelled, id),
    isCancelled: (id) => Atomics.load(cells, cell.cancelled) === id,
    enough: (id) => Atomics.store(cells, cell.enough, id),
    isEnough: (id) => Atomics.load(cells, cell.enough) === id,
    progress: (share) => Atomics.store(cells, cell.share, Math.round(share * millionths)),
    share: () => Atomics.load(cells, cell.share) / millionths
  }
}
