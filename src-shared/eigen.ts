/** One direction in which a symmetric matrix only stretches: M·vector = value·vector, ‖vector‖ = 1. */
export interface EigenPair {
  readonly value: number
  readonly vector: readonly number[]
}

/** Off-diagonal entries this small beside the matrix are done with. Sweeps: six to ten are usual. */
const negligible = 1e-15
const mostSweeps = 60

/**
 * Eigenvalues and eigenvectors of a symmetric matrix (n rows of n), smallest value first; null if an entry is not finite.
 * Cyclic Jacobi rotations: Golub & Van Loan, Matrix Computations, 4th ed., 8.5.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): EigenPair[] | null {
  const size = Math.max(0, ...matrix.flat().map(Math.abs))
  if (!Number.isFinite(size)) return null
  // Scaled to 1, so that squares of huge or tiny entries stay doubles.
  const scale = size || 1
  const a = matrix.map((row) => row.map((entry) => entry / scale))
  const vectors = matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let largest = 0
    for (let p = 0; p < a.length; p++) {
      for (let q = p + 1; q < a.length; q++) {
        largest = Math.max(largest, Math.abs(entry(a, p, q)))
        rotate(a, vectors, p, q)
      }
    }
    if (largest <= negligible) break
  }
  const pairs = a.map((_, i) => ({ value: entry(a, i, i) * scale, vector: vectors.map((row) => row[i] ?? 0) }))
  return pairs.sort((one, other) => one.value - other.value)
}

const entry = (a: readonly (readonly number[])[], i: number, j: number) => a[i]?.[j] ?? 0

/** Turns the axes p and q so that a[p][q] becomes 0. */
function rotate(a: number[][], vectors: number[][], p: number, q: number) {
  const apq = entry(a, p, q)
  if (apq === 0) return
  const tau = (entry(a, q, q) - entry(a, p, p)) / (2 * apq)
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau))
  const c = 1 / Math.sqrt(1 + t * t)
  const s = t * c
  for (const row of a) turn(row, p, q, c, s)
  const rowP = a[p] as number[]
  const rowQ = a[q] as number[]
  for (let k = 0; k < a.length; k++) {
    const [up, down] = [rowP[k] ?? 0, rowQ[k] ?? 0]
    rowP[k] = c * up - s * down
    rowQ[k] = s * up + c * down
  }
  for (const row of vectors) turn(row, p, q, c, s)
}

function turn(row: number[], p: number, q: number, c: number, s: number) {
  const [left, right] = [row[p] ?? 0, row[q] ?? 0]
  row[p] = c * left - s * right
  row[q] = s * left + c * right
}
