import type { Algorithm } from '@shared/methods/method'
import type { Optimiser } from '../method'
import { bfgs } from './bfgs'
import { conjugateGradients } from './conjugate'
import { armijoDescent, wolfeDescent } from './descent'
import { limitedBfgs } from './lbfgs'
import { nelderMead } from './nelder-mead'
import { dampedNewton } from './newton'
import { trustRegion } from './trust-region'

type Settings = Readonly<Record<string, number>>

/** The code of each row of `methods/algorithms.ts`. Each reads the settings of its row, and only those. */
const codes: Readonly<Record<string, (settings: never) => Optimiser>> = {
  armijo: armijoDescent,
  wolfe: wolfeDescent,
  conjugate: conjugateGradients,
  bfgs,
  lbfgs: limitedBfgs,
  newton: dampedNewton,
  'trust-region': trustRegion,
  'nelder-mead': nelderMead
}

/** The optimiser that a row without a rule names. `settings` has a number for each of the row's settings. */
export function algorithmOf({ id }: Algorithm, settings: Settings): Optimiser {
  const code = Object.hasOwn(codes, id) ? codes[id] : undefined
  if (!code) throw new RangeError(`The method ${id} has no code`)
  return code(settings as never)
}
