import type { Question, RequestName } from '@shared/protocol'
import { type Accessor, createComputed } from 'solid-js'

/** What was so at so many questions before is remembered: answers are never farther behind. */
const remembered = 16

/**
 * What belongs on one picture with the answer to a question: `state` as it was when that was last the question of the
 * moment – what is so now while it is, and undefined of one that never was. Two answers that come one after the other are
 * thus never drawn over each other, a path over the surface of another function, or of another slice.
 */
export function createCompanion<Name extends RequestName, State>(
  question: Accessor<Question<Name> | null>,
  state: Accessor<State>
): (of: Question<Name>) => State | undefined {
  const known = new Map<string, State>()
  createComputed(() => {
    const key = JSON.stringify(question())
    known.delete(key)
    known.set(key, state())
    for (const oldest of known.keys()) if (known.size > remembered) known.delete(oldest)
  })
  return (of) => {
    const key = JSON.stringify(of)
    return key === JSON.stringify(question()) ? state() : known.get(key)
  }
}
