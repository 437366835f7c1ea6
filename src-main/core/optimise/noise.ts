import type { Noise } from '@shared/experiment/experiment'

/**
 * The noise on the gradients of one run. It is counted, not drawn in turn: what is added to the k-th gradient depends on
 * the seed, k and the coordinate alone, so that a step is the same however the run came to it.
 */
export class GradientNoise {
  /** What was added last, per coordinate. */
  readonly added: Float64Array
  readonly #noise: Noise
  readonly #pair = new Float64Array(2)

  constructor(noise: Noise, dimension: number) {
    this.#noise = noise
    this.added = new Float64Array(dimension)
  }

  /** Adds to a gradient, the `count`-th of the run (from 1), what belongs to it. */
  addTo(gradient: Float64Array, count: number) {
    const { sigma, seed } = this.#noise
    for (let i = 0; i < gradient.length; i++) {
      if (i % 2 === 0) normalPair(seed, count, i, this.#pair)
      const part = sigma * (this.#pair[i % 2] as number)
      this.added[i] = part
      gradient[i] = (gradient[i] as number) + part
    }
  }
}

/**
 * Two independent numbers of the standard normal distribution, by their place (a, b) in the stream of `seed`, all whole
 * numbers of 32 bits, as `pair[0]` and `pair[1]`. Source: G. Box, M. Muller, Ann. Math. Stat. 29 (1958), 610–611.
 */
export function normalPair(seed: number, a: number, b: number, pair: Float64Array) {
  words[0] = a
  words[1] = b
  words[2] = 0
  words[3] = 0
  philox(words, seed, 0)
  const radius = Math.sqrt(-2 * Math.log(between0and1(words[0] as number, words[1] as number)))
  const angle = 2 * Math.PI * between0and1(words[2] as number, words[3] as number)
  pair[0] = radius * Math.cos(angle)
  pair[1] = radius * Math.sin(angle)
}

/** Made once: there may be a million steps. */
const words = new Uint32Array(4)

/** Neither 0 nor 1: the middle of one of 2⁵² equal parts. */
const between0and1 = (high: number, low: number) => (high * 2 ** 20 + (low >>> 12) + 0.5) / 2 ** 52

/**
 * Random bits by their place: four words of 32 bits in place of the four of the place, with a key of two. Source:
 * J. Salmon, M. Moraes, R. Dror, D. Shaw, “Parallel random numbers: as easy as 1, 2, 3”, SC 2011, Philox-4×32-10.
 */
export function philox(place: Uint32Array, key0: number, key1: number) {
  let c0 = place[0] as number
  let c1 = place[1] as number
  let c2 = place[2] as number
  let c3 = place[3] as number
  let k0 = key0 | 0
  let k1 = key1 | 0
  for (let round = 0; round < 10; round++) {
    const high0 = highWord(0xd2511f53, c0)
    const high1 = highWord(0xcd9e8d57, c2)
    const low0 = Math.imul(0xd2511f53, c0)
    const low1 = Math.imul(0xcd9e8d57, c2)
    c0 = high1 ^ c1 ^ k0
    c1 = low1
    c2 = high0 ^ c3 ^ k1
    c3 = low0
    k0 = (k0 + 0x9e3779b9) | 0
    k1 = (k1 + 0xbb67ae85) | 0
  }
  place[0] = c0
  place[1] = c1
  place[2] = c2
  place[3] = c3
}

/** The upper half of the product of two words. */
function highWord(a: number, b: number): number {
  const low = b & 0xffff
  const high = b >>> 16
  // Both products are below 2⁴⁸: exact.
  return Math.floor((a * high + Math.floor((a * low) / 65536)) / 65536) | 0
}
