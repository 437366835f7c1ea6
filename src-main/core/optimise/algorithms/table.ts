import type { Algorithm } from '@shared/methods/method'
import type { Optimiser } from '../method'

type Settings = Readonly<Record<string, number>>

/** The code of each row of `methods/algorithms.ts`. */
const codes: Readonly<Record<string, (settings: Settings) => Optimiser>> = {}

/** The optimiser that a row without a rule names. `settings` has a number for each of the row's settings. */
export function algorithmOf({ id }: Algorithm, settings: Settings): Optimiser {
  const code = Object.hasOwn(codes, id) ? codes[id] : undefined
  if (!code) throw new RangeError(`The method ${id} has no code`)
  return code(settings)
}
