import { type Accessor, createComputed } from 'solid-js'

/** What was so at so many questions before is remembered. The newest is given 120 ms, in which a fast screen has 29 frames. */
const remembered = 32

/**
 * What belongs on one picture with the answer to a question: `state` as it was when that question was last asked – what is so
 * now while it is, and undefined of one that never was. `asked`: the key of the question of the moment. Two answers that come
 * one after the other are thus never drawn over each other, a path over the surface of another function.
 */
export function createRecollection<State>(
  asked: Accessor<string>,
  state: Accessor<State>
): (key: string) => State | undefined {
  const known = new Map<string, State>()
  createComputed(() => {
    known.delete(asked())
    known.set(asked(), state())
    for (const oldest of known.keys()) if (known.size > remembered) known.delete(oldest)
  })
  return (key) => (key === asked() ? state() : known.get(key))
}
