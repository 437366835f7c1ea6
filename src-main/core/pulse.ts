/** Thrown out of a loop whose question is no longer wanted. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/**
 * Every loop of the core that may be long calls `beat` between its parts, which take milliseconds, or with the longest
 * formulas of the most variables some tenths of a second: it shows that the worker is alive – without a sign of it for two
 * seconds, or for one after a cancel, it is replaced –, and throws `Cancelled` when the answer is no longer wanted.
 */
export interface Pulse {
  beat(): void
  /** How much of the work is done, from 0 to 1: for the one who waits. */
  progress?(share: number): void
  /** Whether no more is wanted than what is there by now: asked by work that has something to show before its end. */
  isEnough?(): boolean
}

/** For callers that neither watch nor cancel. */
export const steady: Pulse = { beat() {} }

/** The pulse of one of several equal parts of the work. */
export function partOf(pulse: Pulse, index: number, parts: number): Pulse {
  return {
    beat: () => pulse.beat(),
    progress: (share) => pulse.progress?.((index + share) / parts),
    isEnough: () => pulse.isEnough?.() ?? false
  }
}
