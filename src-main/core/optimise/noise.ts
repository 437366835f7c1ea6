import type { Noise } from '@shared/experiment/experiment'

/**
 * The noise on the gradients of one run. It is counted, not drawn in turn: what is added to the k-th gradient depends on
 * the seed, k and the coordinate alone, so that a step is the same however the run came to it.
 */
export class GradientNoise {
  /** What was added last, per coordinate. */
  readonly added: Float64Array
  readonly #noise: Noise

  constructor(noise: Noise, dimension: number) {
    this.#noise = noise
    this.added = new Float64Array(dimension)
  }

  /** Adds to a gradient, the `count`-th of the run (from 1), what belongs to it. */
  addTo(gradient: Float64Array, count: number) {
    const { sigma, seed } = this.#noise
    for (let i = 0; i < gradient.length; i += 2) {
      const [first, second] = normalPair(seed, count, i)
      this.added[i] = sigma * first
      gradient[i] = (gradient[i] as number) + sigma * first
      if (i + 1 === gradient.length) return
      this.added[i + 1] = sigma * second
      gradient[i + 1] = (gradient[i + 1] as number) + sigma * second
    }
  }
}

/**
 * Two independent numbers of the standard normal distribution, by their place (a, b) in the stream of `seed`, all whole
 * numbers of 32 bits. Source: G. Box, M. Muller, Ann. Math. Stat. 29 (1958), 610–611.
 */
export function normalPair(seed: number, a: number, b: number): readonly [number, number] {
  const [w0, w1, w2, w3] = philox([a, b, 0, 0], [seed, 0])
  const radius = Math.sqrt(-2 * Math.log(between0and1(w0, w1)))
  const angle = 2 * Math.PI * between0and1(w2, w3)
  return [radius * Math.cos(angle), radius * Math.sin(angle)]
}

/** Neither 0 nor 1: the middle of one of 2⁵² equal parts. */
const between0and1 = (high: number, low: number) => (high * 2 ** 20 + (low >>> 12) + 0.5) / 2 ** 52

type Words = readonly [number, number, number, number]

/**
 * Random bits by their place, in words of 32 bits. Source: J. Salmon, M. Moraes, R. Dror, D. Shaw, “Parallel random
 * numbers: as easy as 1, 2, 3”, SC 2011, Philox-4×32-10.
 */
export function philox([a, b, c, d]: Words, [k, l]: readonly [number, number]): Words {
  let [c0, c1, c2, c3, k0, k1] = [a, b, c, d, k, l]
  for (let round = 0; round < 10; round++) {
    const [high0, low0] = [highWord(0xd2511f53, c0), Math.imul(0xd2511f53, c0) >>> 0]
    const [high1, low1] = [highWord(0xcd9e8d57, c2), Math.imul(0xcd9e8d57, c2) >>> 0]
    c0 = (high1 ^ c1 ^ k0) >>> 0
    c1 = low1
    c2 = (high0 ^ c3 ^ k1) >>> 0
    c3 = low0
    k0 = (k0 + 0x9e3779b9) >>> 0
    k1 = (k1 + 0xbb67ae85) >>> 0
  }
  return [c0, c1, c2, c3]
}

/** The upper half of the product of two words. */
function highWord(a: number, b: number): number {
  const [a0, a1, b0, b1] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16]
  const middle = a1 * b0 + Math.floor((a0 * b0) / 65536)
  return a1 * b1 + Math.floor(middle / 65536) + Math.floor((a0 * b1 + (middle % 65536)) / 65536)
}
