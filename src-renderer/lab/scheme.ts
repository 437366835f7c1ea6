import type { Experiment, Scheme } from '@shared/experiment/experiment'
import { type Accessor, createMemo, createSignal } from 'solid-js'
import { quotientScheme } from '../figures/point'

/** The scheme that is looked at: the one in use, until another is chosen to be looked at. */
export function createSchemeLookedAt(
  experiment: Accessor<Experiment>
): readonly [Accessor<Scheme>, (scheme: Scheme) => void] {
  const [wish, setWish] = createSignal<{ readonly instead: Scheme; readonly scheme: Scheme } | null>(null)
  const inUse = createMemo(() => quotientScheme(experiment()))
  const scheme = createMemo(() => {
    const wanted = wish()
    return wanted?.instead === inUse() ? wanted.scheme : inUse()
  })
  return [scheme, (wanted) => setWish({ instead: inUse(), scheme: wanted })]
}
