import { parentPort, workerData } from 'node:worker_threads'
import { Cancelled, type Pulse } from '@core/pulse'
import type { Answer, Body, Reply, RequestName } from '@shared/protocol'
import { asProblem } from '../as-problem'
import type { Report, Task } from './messages'
import { signals } from './signals'
import { transferables } from './transfer'

/** How each question is answered. */
type Answers = { readonly [Name in RequestName]: (body: Body<Name>, pulse: Pulse) => Answer<Name> }

/** Questions that have something to show before their end. Others that are ended early have no answer. */
const partial: ReadonlySet<RequestName> = new Set<RequestName>(['runs', 'rows', 'crowd'])

/** Answers the host of this worker thread, one task after the other, for as long as the thread lives. */
export function serve(answers: Answers): void {
  if (!parentPort) throw new Error('This file is started as a worker thread.')
  const host = parentPort
  const { beat, isCancelled, isEnough, progress } = signals(workerData as SharedArrayBuffer)

  host.on('message', (task: Task) => {
    const pulse: Pulse = {
      beat() {
        beat()
        if (isCancelled(task.id) || (!partial.has(task.name) && isEnough(task.id))) throw new Cancelled()
      },
      progress,
      isEnough: () => isEnough(task.id)
    }
    beat()
    progress(0)
    const done: Report = { kind: 'done', reply: reply(answers, task, pulse) }
    host.postMessage(done, transferables(done))
  })
  host.postMessage({ kind: 'ready' } satisfies Report)
}

function reply(answers: Answers, { name, body }: Task, pulse: Pulse): Reply {
  try {
    // A task's name and body belong together; the table cannot say so for all rows at once.
    const answer = answers[name] as (body: unknown, pulse: Pulse) => Answer<RequestName>
    return { kind: 'answer', answer: answer(body, pulse) }
  } catch (error) {
    if (error instanceof Cancelled) return { kind: 'superseded' }
    return { kind: 'problem', problem: asProblem(error) }
  }
}
