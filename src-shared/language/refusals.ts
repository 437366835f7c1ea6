import type { Problem } from '../problem'
import type { Sign, Token } from './token'

/** Signs of other languages and of school notation that this language lacks, each with the problem that explains it. */
const refusals: readonly (readonly [string, Problem['code']])[] = [
  ['!', 'refused-factorial'],
  ['% ‰', 'refused-percent'],
  ['//', 'refused-floor-division'],
  [';', 'refused-statement'],
  ["\" ' '' ′ ’ `", 'refused-string'],
  ['∂ ∇', 'refused-derivative'],
  ['∫ ∬ ∮', 'refused-integral'],
  ['∞', 'refused-infinity'],
  ['← ⟵', 'refused-update'],
  ['-> => → ↦ ⇒', 'refused-arrow'],
  ['&& ~', 'refused-logic'],
  ['?', 'refused-choice'],
  ['° 度', 'refused-degree'],
  ['.', 'refused-point'],
  ['…', 'refused-dots'],
  ['‖', 'refused-norm'],
  ['@', 'refused-matrix-product']
]
const refusalOf = new Map(refusals.flatMap(([signs, code]) => signs.split(' ').map((sign) => [sign, code] as const)))

/** Whether a token is this sign, half- or full-width. */
export const isRefusedSign = ({ problem }: Token, sign: string): boolean => problem?.values['character'] === sign

export function refusedSign(text: string): Sign {
  return { kind: 'unknown', text, code: refusalOf.get(text) ?? 'character-unknown', values: { character: text } }
}
