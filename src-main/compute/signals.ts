/** Where the two numbers lie in the memory that a worker and its host share. */
const cell = { beats: 0, cancelled: 1 } as const

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
}

/** The signals kept in `memory`; without one, in new memory. Ids of questions are positive. */
export function signals(memory = new SharedArrayBuffer(8)): Signals {
  const cells = new Int32Array(memory)
  return {
    memory,
    beat: () => void Atomics.add(cells, cell.beats, 1),
    beats: () => Atomics.load(cells, cell.beats),
    // An id instead of a yes or no: a cancel that comes too late cannot hit the next question.
    cancel: (id) => Atomics.store(cells, cell.cancelled, id),
    isCancelled: (id) => Atomics.load(cells, cell.cancelled) === id
  }
}
