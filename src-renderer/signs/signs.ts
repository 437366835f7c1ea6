import type { View } from '@shared/experiment/experiment'
import type { Problem } from '@shared/problem'
import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { SignsData } from '../figure'
import { signsOf, signsOver } from '../figures/differentiate'
import type { Knowledge } from '../figures/knowledge'
import type { Lab } from '../lab/lab'

/** The sign table along one variable, with the column of it that is looked at. */
export interface Signs {
  /** Null where it is not wanted, or not there yet. */
  readonly data: Accessor<SignsData | null>
  readonly problem: Accessor<Problem | undefined>
  /** The table is older than what is wanted. */
  readonly stale: Accessor<boolean>
  /** Looks at a column, or at none. */
  readonly choose: (index: number | null) => void
}

/** Keeps the sign table, as long as the document wants one. */
export function createSigns(lab: Lab, { made }: Knowledge): Signs {
  const answered = made(lab.occasion, ({ experiment, subject }, know) => {
    const question = signsOf({ experiment, subject })
    if (!question) return null
    const answer = know(question)
    return answer && { experiment, found: { question, answer } }
  })
  const [choice, setChoice] = createSignal<{ readonly of: object; readonly index: number } | null>(null)
  const data = createMemo(() => {
    const { value } = answered()
    if (!value) return null
    const { experiment, found } = value
    const wanted = choice()
    // Of another table it is none.
    return signsOver(experiment, found, wanted?.of === found.answer ? wanted.index : null)
  })
  return {
    data,
    problem: () => answered().problem,
    stale: () => answered().pending || answered().problem !== undefined,
    choose: (index) => {
      const found = answered().value?.found.answer
      setChoice(found && index !== null ? { of: found, index } : null)
    }
  }
}

/** With a sign table, of f′ alone and below the x it is about, or without one. */
export const signsToggled =
  (isShown: boolean) =>
  (view: View): View => {
    const { signs: _, ...rest } = view
    return isShown ? { ...rest, signs: { second: view.second, even: false } } : rest
  }
