import { parentPort, workerData } from 'node:worker_threads'
import { answers } from '@core/index'
import { Cancelled, type Pulse } from '@core/pulse'
import type { Answer, Body, Reply, RequestName } from '@shared/protocol'
import { asProblem } from '../as-problem'
import type { Report, Task } from './messages'
import { signals } from './signals'
import { transferables } from './transfer'

/** Never returns. A loop that beats is told to stop; one that does not is what the watchdog is for. */
function endless({ counting }: Body<'endless'>, pulse: Pulse): never {
  for (;;) if (counting) pulse.beat()
}

const all: { readonly [Name in RequestName]: (body: Body<Name>, pulse: Pulse) => Answer<Name> } = {
  ...answers,
  endless
}

/** Questions that have something to show before their end. Others that are ended early have no answer. */
const partial: ReadonlySet<RequestName> = new Set<RequestName>(['runs', 'rows', 'crowd'])

function reply({ name, body }: Task, pulse: Pulse): Reply {
  try {
    // A task's name and body belong together; the table cannot say so for all rows at once.
    const answer = all[name] as (body: unknown, pulse: Pulse) => Answer<RequestName>
    return { kind: 'answer', answer: answer(body, pulse) }
  } catch (error) {
    if (error instanceof Cancelled) return { kind: 'superseded' }
    return { kind: 'problem', problem: asProblem(error) }
  }
}

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
  const done: Report = { kind: 'done', reply: reply(task, pulse) }
  host.postMessage(done, transferables(done))
})
host.postMessage({ kind: 'ready' } satisfies Report)
