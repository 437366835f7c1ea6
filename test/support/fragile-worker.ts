import { parentPort, workerData } from 'node:worker_threads'
import type { Report, Task } from '../../src-main/compute/messages'
import { signals } from '../../src-main/compute/signals'

/**
 * A worker with the manners of the real one that does what the tests of the host ask it to. The wish is written
 * in the formula: `die` ends the thread, `deaf` beats but never looks whether it was cancelled, `slow` works for
 * half a second and beats, anything else is answered with the formula.
 */
const { beat } = signals(workerData as SharedArrayBuffer)
const say = (report: Report) => parentPort?.postMessage(report)

function workFor(seconds: number): void {
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) beat()
}

parentPort?.on('message', ({ body }: Task<'analysis'>) => {
  const wish = body.subject.formula
  if (wish === 'die') process.exit(1)
  if (wish === 'deaf') workFor(Number.POSITIVE_INFINITY)
  if (wish === 'slow') workFor(0.5)
  say({ kind: 'done', reply: { kind: 'answer', answer: { derivatives: [wish], formulas: [wish], gaps: [null] } } })
})
say({ kind: 'ready' })
