import type { Problem } from '@shared/problem'
import type { Question } from '@shared/protocol'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Compute, startCompute } from '../../../src-main/compute/host'
import type { Report, Task } from '../../../src-main/compute/messages'
import type { Signals } from '../../../src-main/compute/signals'

const { puppets, Puppet } = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events')
  const { signals } = await import('../../../src-main/compute/signals')
  const puppets: InstanceType<typeof Puppet>[] = []
  /** A worker that does only what a test does for it: it takes tasks, and beats when it is told to. */
  class Puppet extends EventEmitter {
    readonly signals: Signals
    readonly tasks: Task[] = []
    isTerminated = false

    constructor(_file: string, { workerData }: { workerData: SharedArrayBuffer }) {
      super()
      this.signals = signals(workerData)
      puppets.push(this)
    }

    postMessage(task: Task): void {
      this.tasks.push(task)
    }
    async terminate(): Promise<void> {
      this.isTerminated = true
    }
    say(report: Report): void {
      this.emit('message', report)
    }
  }
  return { puppets, Puppet }
})
type Puppet = InstanceType<typeof Puppet>

vi.mock('node:worker_threads', () => ({ Worker: Puppet }))

let compute: Compute
let news: Problem[]
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  puppets.length = 0
  news = []
  compute = startCompute('worker.mjs', (problem) => news.push(problem))
})
afterEach(async () => {
  await compute.stop()
  vi.useRealTimers()
})

/** The watchdog looks ten times a second. */
const looks = (count: number) => vi.advanceTimersByTime(100 * count)
const work = (slot = 'runs'): Question<'minimum'> => ({
  name: 'minimum',
  slot,
  body: { subject: { formula: 'x^2', variables: ['x'], parameters: {} }, start: [1], ranges: [{ min: -1, max: 1 }] }
})
const superseded = { kind: 'superseded' } as const
const hung = { kind: 'problem', problem: { code: 'worker-hung', values: {} } } as const

/** The worker of long work; both are there and idle. */
function heavy(): Puppet {
  for (const each of puppets) each.say({ kind: 'ready' })
  const [, worker] = puppets
  if (!worker) throw new Error('no worker')
  return worker
}

describe('the watchdog', () => {
  test('leaves a slow worker alone that beats every two seconds, however long it takes', async () => {
    const worker = heavy()
    const answer = compute.ask(work())
    for (let beat = 0; beat < 100; beat++) {
      looks(20)
      worker.signals.beat()
    }
    worker.say({ kind: 'done', reply: superseded })
    expect(await answer).toEqual(superseded)
    expect([news, worker.isTerminated]).toEqual([[], false])
  })

  test('replaces a worker that has not beaten at any of 21 looks, not of 20', async () => {
    const worker = heavy()
    const answer = compute.ask(work())
    looks(20)
    expect([news, worker.isTerminated]).toEqual([[], false])
    looks(1)
    expect(await answer).toEqual(hung)
    expect([news, worker.isTerminated, puppets.length]).toEqual([[hung.problem], true, 3])
  })

  test('replaces a worker that beats and does not stop, at the 11th look after it was told to', () => {
    const worker = heavy()
    void compute.ask(work())
    const newsAfter = (count: number) => {
      for (let look = 0; look < count; look++) {
        worker.signals.beat()
        looks(1)
      }
      return news.length
    }
    expect(newsAfter(500)).toBe(0)
    compute.drop('runs')
    expect([newsAfter(10), newsAfter(1), worker.isTerminated]).toEqual([0, 1, true])
  })

  test('gives a worker half a minute to come up', async () => {
    const answer = compute.ask(work())
    looks(300)
    expect(news).toEqual([])
    looks(1)
    expect(await answer).toMatchObject({ kind: 'problem', problem: { code: 'worker-crashed' } })
  })

  test('counts the silence of each task from its start', async () => {
    const worker = heavy()
    for (let task = 0; task < 5; task++) {
      const answer = compute.ask(work())
      looks(15)
      worker.say({ kind: 'done', reply: superseded })
      await answer
    }
    expect(news).toEqual([])
  })

  test('looks only while there is something to look at', async () => {
    for (const worker of puppets) worker.say({ kind: 'ready' })
    looks(1)
    expect(vi.getTimerCount()).toBe(0)
    void compute.ask(work())
    expect(vi.getTimerCount()).toBe(1)
    await compute.stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a slot', () => {
  test('still knows its newer question when the older one, which gave way, comes to its end', async () => {
    const worker = heavy()
    const older = compute.ask(work())
    const newer = compute.ask(work())
    expect(await older).toEqual(superseded)
    worker.say({ kind: 'done', reply: superseded })
    const id = worker.tasks[1]?.id ?? 0
    compute.cancel('runs')
    expect([worker.signals.isEnough(id), worker.signals.isCancelled(id)]).toEqual([true, false])
    compute.drop('runs')
    expect(await newer).toEqual(superseded)
    expect(worker.signals.isCancelled(id)).toBe(true)
  })
})
