import type { Problem } from '@shared/problem'
import type { Question } from '@shared/protocol'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Compute, startCompute } from '../../../src-main/compute/host'
import { Puppet } from '../../support/puppet'

vi.mock('node:worker_threads', async () => ({ Worker: (await import('../../support/puppet')).Puppet }))

let compute: Compute
let news: Problem[]
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  Puppet.all.length = 0
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
  const [, worker] = Puppet.all
  if (!worker) throw new Error('no worker')
  for (const each of Puppet.all) each.say({ kind: 'ready' })
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
    expect([news, worker.isTerminated, Puppet.all.length]).toEqual([[hung.problem], true, 3])
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
    for (const worker of Puppet.all) worker.say({ kind: 'ready' })
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
