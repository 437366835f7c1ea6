import type { Progress } from '@shared/bridge'
import type { Problem } from '@shared/problem'
import type { Question, Reply, RequestName } from '@shared/protocol'
import { type Lane, lane } from './lane'
import type { Task } from './messages'
import { Thread } from './thread'

/** The pool of workers, as the rest of the program sees it. */
export interface Compute {
  /**
   * Answers a question whose body has been checked. The newest question of a slot wins: the older one is answered
   * `superseded` at once and its work is stopped. A question whose worker was lost is answered with a problem.
   * Never rejects.
   */
  ask<Name extends RequestName>(question: Question<Name>): Promise<Reply<Name>>
  /** The question of the slot is answered with what there is by now, or, if it has nothing to show, `superseded`. */
  cancel(slot: string): void
  /** The question of the slot is answered `superseded` at once and its work is stopped. */
  drop(slot: string): void
  stop(): Promise<void>
}

/**
 * Starts the workers, each from `workerFile`. `news` hears one problem for each worker that had to be replaced, `tell`
 * how far long work has come.
 */
export function startCompute(
  workerFile: string,
  news: (problem: Problem) => void,
  tell: (progress: Progress) => void = () => {}
): Compute {
  const threads: Readonly<Record<Lane, Thread>> = {
    quick: new Thread(workerFile, news),
    heavy: new Thread(workerFile, news)
  }
  const underWay = new Map<string, { readonly giveWay: () => void; readonly hasten: () => void }>()
  let id = 0

  return {
    ask<Name extends RequestName>(question: Question<Name>) {
      const { name, body, slot } = question
      const task: Task = { id: ++id, name, body }
      const thread = threads[lane(question)]
      underWay.get(slot)?.giveWay()
      return new Promise<Reply<Name>>((resolve) => {
        const answer = (reply: Reply) => {
          if (underWay.get(slot) === own) underWay.delete(slot)
          // The worker answers the question it was asked: its answer is of the question's type.
          resolve(reply as Reply<Name>)
        }
        const own = {
          giveWay() {
            answer({ kind: 'superseded' })
            thread.drop(task.id)
          },
          hasten: () => thread.hasten(task.id)
        }
        underWay.set(slot, own)
        thread.do({ task, answer, progress: (share) => tell({ slot, share }) })
      })
    },
    cancel: (slot) => underWay.get(slot)?.hasten(),
    drop: (slot) => underWay.get(slot)?.giveWay(),
    async stop() {
      await Promise.all(Object.values(threads).map((thread) => thread.stop()))
    }
  }
}
