import { symmetricEigen } from '@shared/eigen'
import { copiedRows, dot } from '../../vector'
import type { Oracle } from '../method'
import type { Notes } from './notes'

/** Beside its own diagonal entry, a smaller pivot is rounding. */
const leastPivot = 1e-14
/** A shift that is not enough, because of rounding, is doubled; so often at most. */
const mostShifts = 60

/** The second derivatives B that a method works with: positive definite, B = LLᵀ. */
export interface ModifiedHessian {
  readonly matrix: readonly (readonly number[])[]
  /** L, row by row up to the diagonal. */
  readonly root: readonly (readonly number[])[]
}

/**
 * The Hessian at a point; where it is not positive definite, shifted by a multiple of the unit matrix so that its least
 * eigenvalue λ becomes |λ|, and at least `share` of ‖B‖, the largest |eigenvalue|. Null where it is not finite. Nocedal & Wright, section 3.4 (3.43).
 */
export function modifiedHessianAt(
  oracle: Oracle,
  point: Float64Array,
  share: number,
  notes: Notes | null
): ModifiedHessian | null {
  const hessian = oracle.hessian(point)
  const root = choleskyRoot(hessian)
  if (root) {
    notes?.line('hessian', { B: copiedRows(hessian) })
    return { matrix: hessian, root }
  }
  const eigenvalues = symmetricEigen(hessian)?.map(({ value }) => value)
  const lambda = eigenvalues?.[0]
  if (!eigenvalues || lambda === undefined) {
    notes?.line('no-hessian', {})
    return null
  }
  const norm = Math.max(...eigenvalues.map(Math.abs))
  notes?.line('indefinite', { B: copiedRows(hessian), lambda })
  // Without any curvature, that of the unit matrix.
  let tau = norm === 0 ? 1 : Math.max(Math.abs(lambda), share * norm) - lambda
  for (let shift = 0; shift < mostShifts; shift++, tau *= 2) {
    const shifted = hessian.map((row, i) => row.map((entry, j) => (i === j ? entry + tau : entry)))
    const itsRoot = choleskyRoot(shifted)
    if (!itsRoot) continue
    notes?.line(norm === 0 ? 'level' : 'shift', { tau, lambda, norm })
    notes?.line('shifted', { B_new: copiedRows(shifted), B: copiedRows(hessian), tau })
    return { matrix: shifted, root: itsRoot }
  }
  notes?.line('no-hessian', {})
  return null
}

/** Writes p = −B⁻¹∇f: the way to where the parabola with these second derivatives has its lowest point. */
export function newtonStep({ root }: ModifiedHessian, gradient: Float64Array, p: Float64Array) {
  const n = p.length
  for (let i = 0; i < n; i++) {
    let rest = -(gradient[i] as number)
    for (let j = 0; j < i; j++) rest -= entry(root, i, j) * (p[j] as number)
    p[i] = rest / entry(root, i, i)
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = p[i] as number
    for (let j = i + 1; j < n; j++) rest -= entry(root, j, i) * (p[j] as number)
    p[i] = rest / entry(root, i, i)
  }
}

/** pᵀBp. */
export function curvatureAlong({ matrix }: ModifiedHessian, p: Float64Array): number {
  let sum = 0
  for (let i = 0; i < p.length; i++) sum += (p[i] as number) * dot(matrix[i] as readonly number[], p)
  return sum
}

const entry = (matrix: readonly (readonly number[])[], i: number, j: number) => matrix[i]?.[j] as number

/** L with M = LLᵀ, or null where M is not positive definite, or not finite. Golub & Van Loan, 4th ed., 4.2.5. */
function choleskyRoot(matrix: readonly (readonly number[])[]): number[][] | null {
  const root: number[][] = []
  for (let i = 0; i < matrix.length; i++) {
    const row: number[] = []
    root.push(row)
    for (let j = 0; j < i; j++) {
      let rest = entry(matrix, i, j)
      for (let k = 0; k < j; k++) rest -= (row[k] as number) * entry(root, j, k)
      row.push(rest / entry(root, j, j))
    }
    const diagonal = entry(matrix, i, i)
    let pivot = diagonal
    for (const part of row) pivot -= part * part
    if (!(pivot > leastPivot * diagonal && pivot < Number.POSITIVE_INFINITY)) return null
    row.push(Math.sqrt(pivot))
  }
  return root
}
