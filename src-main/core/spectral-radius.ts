/** Squarings of a matrix: its power 2⁴⁰ tells the spectral radius to about 1e−11. */
const squarings = 40

/**
 * The largest modulus of the eigenvalues of a square matrix, by Gelfand's formula ‖Aⁿ‖^(1/n) with n = 2⁴⁰; NaN where an
 * entry is not finite. Horn & Johnson, Matrix Analysis, 2nd ed., 5.6.14.
 */
export function spectralRadius(matrix: readonly (readonly number[])[]): number {
  let power = matrix
  let logarithm = 0
  for (let k = 0; k <= squarings; k++) {
    const size = Math.max(0, ...power.flat().map(Math.abs))
    if (!Number.isFinite(size)) return Number.NaN
    if (size === 0) return 0
    logarithm += Math.log(size) / 2 ** k
    const scaled = power.map((row) => row.map((entry) => entry / size))
    power = scaled.map((row) =>
      row.map((_, j) => row.reduce((sum, entry, i) => sum + entry * (scaled[i]?.[j] ?? 0), 0))
    )
  }
  return Math.exp(logarithm)
}
