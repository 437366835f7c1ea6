import type { Problem } from '@shared/problem'
import type { Answer, Question } from '@shared/protocol'
import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import { type Ask, createNewest } from './answer'
import { createProgress, type Progress } from './progress'

/** Work that is done when a button is pressed, for it is long. */
export interface Work {
  readonly working: Accessor<boolean>
  /** How far it has got, once it takes a while. */
  readonly progress: Progress
  /** Why it could not be done. */
  readonly problem: Accessor<Problem | undefined>
}

/** One question at a time in a slot, about `matter`: when that changes, its answer is no longer wanted. */
export function createWork(slot: string, matter: Accessor<unknown>) {
  const [working, setWorking] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  const progress = createProgress(slot, working)
  const newest = createNewest()
  createEffect(
    on(
      matter,
      () => {
        newest.drop()
        if (working()) progress.cancel()
        setWorking(false)
        setProblem(undefined)
      },
      { defer: true }
    )
  )
  return {
    working,
    progress,
    problem,
    run<Name extends 'minimum' | 'comparison'>(
      ask: Ask,
      question: Question<Name>,
      take: (answer: Answer<Name>) => void
    ): Promise<void> {
      setWorking(true)
      setProblem(undefined)
      return newest.hear(ask(question), (reply) => {
        setWorking(false)
        if (reply.kind === 'answer') take(reply.answer)
        if (reply.kind === 'problem') setProblem(reply.problem)
      })
    }
  }
}
