import type { Analysis } from '@shared/protocol'
import { type Accessor, createMemo } from 'solid-js'
import { isSameText } from '../answers/questions'
import { useLab } from '../lab/lab'
import type { Scene } from '../scene/scene'

/** What is known of the function as it was understood. */
export interface Understood {
  readonly names: Accessor<readonly string[]>
  /** Of the function before until there is that of the new one, so that nothing jumps with every key; null: of other variables. */
  readonly answer: Accessor<Analysis | null>
  /** The answer is that of the function before. */
  readonly isBehind: () => boolean
}

export function createUnderstood(scene: Scene): Understood {
  const lab = useLab()
  const names = createMemo(() => lab.subject().variables)
  return {
    names,
    answer: createMemo(() => {
      const { last } = scene.analysis()
      return last?.question.body.subject.variables.length === names().length ? last.answer : null
    }),
    isBehind: () => {
      const { last } = scene.analysis()
      return !last || !isSameText(last.question.body.subject, lab.subject())
    }
  }
}
