import type { Stretch } from './stretch'

/** Sums over all points of a run, from which its covariance is: what is left of them when the path is thinned. */
export class Moments {
  readonly #dimension: number
  /** Measured from the first point, so that little is lost of a run far from 0. */
  #origin: Float64Array | null = null
  readonly #sums: Float64Array
  readonly #products: Float64Array
  readonly #away: Float64Array
  #count = 0

  constructor(dimension: number) {
    this.#dimension = dimension
    this.#sums = new Float64Array(dimension)
    this.#products = new Float64Array(dimension * dimension)
    this.#away = new Float64Array(dimension)
  }

  add({ rows, width, count }: Stretch) {
    const [n, sums, products, away] = [this.#dimension, this.#sums, this.#products, this.#away]
    this.#origin ??= rows.slice(0, n)
    for (let at = 0; at < count * width; at += width) {
      for (let i = 0; i < n; i++) {
        away[i] = (rows[at + i] as number) - (this.#origin[i] as number)
        sums[i] = (sums[i] as number) + (away[i] as number)
      }
      for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++) {
          products[i * n + j] = (products[i * n + j] as number) + (away[i] as number) * (away[j] as number)
        }
      }
    }
    this.#count += count
  }

  /** The covariance, row by row; null where a number of it is not finite. */
  get found(): Float64Array | null {
    const [n, sums] = [this.#dimension, this.#sums]
    const covariance = new Float64Array(n * n)
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        const product = (this.#products[i * n + j] as number) / this.#count
        const mean = ((sums[i] as number) / this.#count) * ((sums[j] as number) / this.#count)
        covariance[i * n + j] = covariance[j * n + i] = product - mean
      }
    }
    return covariance.every(Number.isFinite) ? covariance : null
  }
}
