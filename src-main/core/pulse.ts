/** Thrown out of a loop whose question is no longer wanted. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/**
 * Every loop of the core that may be long calls `beat` at least every few milliseconds: it shows that the
 * worker is alive, and throws `Cancelled` when the answer is no longer wanted.
 */
export interface Pulse {
  beat(): void
}

/** For callers that neither watch nor cancel. */
export const steady: Pulse = { beat() {} }
