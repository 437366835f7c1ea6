import type { Progress } from '@shared/bridge'
import type { Problem } from '@shared/problem'
import type { Question } from '@shared/protocol'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Compute, startCompute } from '../../../src-main/compute/host'
import { type Bundle, bundle } from '../../support/bundle'

let compute: Compute
let news: Problem[]
let told: Progress[]
const start = (file: string) => {
  news = []
  told = []
  compute = startCompute(
    file,
    (problem) => news.push(problem),
    (progress) => told.push(progress)
  )
}
afterEach(() => compute.stop())

const subject = (formula: string) => ({ formula, variables: ['x'], parameters: {} })
const analysis = (formula: string, slot = 'formula'): Question<'analysis'> => ({
  name: 'analysis',
  slot,
  body: { subject: subject(formula) }
})

describe('the pool of workers', () => {
  let worker: Bundle
  beforeAll(async () => {
    worker = await bundle('test/support/endless-worker.ts')
  })
  afterAll(() => worker.remove())
  beforeEach(() => start(worker.file))

  const endless = (counting: boolean, slot = 'runs'): Question<'minimum'> => ({
    name: 'minimum',
    slot,
    body: { subject: subject(counting ? '1' : '0'), start: [1], ranges: [{ min: -1, max: 1 }] }
  })
  const grid = (side: number, slot = 'surface'): Question<'grid'> => ({
    name: 'grid',
    slot,
    body: {
      subject: { formula: 'x^2 + y^2', variables: ['x', 'y'], parameters: {} },
      axes: [0, 1],
      point: [0, 0],
      x: { min: -1, max: 1 },
      y: { min: -1, max: 1 },
      columns: side,
      rows: side,
      centred: false,
      levels: { count: 15, spacing: 'auto' },
      gradient: false
    }
  })

  it('answers in typed arrays', async () => {
    const reply = await compute.ask(grid(3))
    expect(reply).toMatchObject({ kind: 'answer', answer: { columns: 3, rows: 3 } })
    if (reply.kind === 'answer') expect(reply.answer.values).toEqual(Float64Array.of(2, 1, 2, 1, 0, 1, 2, 1, 2))
  })

  it('hands on what is wrong with a formula', async () => {
    const reply = await compute.ask(analysis('x +'))
    expect(reply).toMatchObject({ kind: 'problem', problem: { code: expect.stringMatching(/^formula-/) } })
  })

  it('stops a counting loop when a newer question takes its slot, and keeps the worker', async () => {
    const older = compute.ask(endless(true))
    await compute.ask(analysis('x^2'))
    const newer = compute.ask({ ...grid(201), slot: 'runs' })
    expect(await older).toEqual({ kind: 'superseded' })
    expect(await newer).toMatchObject({ kind: 'answer' })
    expect(news).toEqual([])
  })

  it('replaces a worker whose counter stands still, while the other lane goes on answering', async () => {
    const hung = compute.ask(endless(false))
    const waiting = compute.ask(grid(201))
    expect(await compute.ask(analysis('x^2'))).toMatchObject({ kind: 'answer' })
    expect(await hung).toEqual({ kind: 'problem', problem: { code: 'worker-hung', values: {} } })
    expect(news).toEqual([{ code: 'worker-hung', values: {} }])
    expect(await waiting).toMatchObject({ kind: 'answer' })
    expect(await compute.ask(grid(201))).toMatchObject({ kind: 'answer' })
  }, 15_000)

  /** Plain steps of a long formula, by a difference scheme: seconds of work. */
  const slow: Question<'runs'> = {
    name: 'runs',
    slot: 'runs',
    body: {
      subject: {
        formula: Array.from({ length: 100 }, (_, k) => `sin(${k + 1}x)`).join(' + '),
        variables: ['x'],
        parameters: {}
      },
      gradient: { method: 'central', h: 1e-4 },
      steps: 1_000_000,
      runs: [{ method: 'descent', convention: 'book', settings: { lr: 1e-9 }, start: [1] }],
      columns: 100,
      views: []
    }
  }
  const until = (holds: () => boolean) => vi.waitFor(() => expect(holds()).toBe(true), { timeout: 10_000 })

  it('tells how far long work has come, and ends it with what there is', async () => {
    const answer = compute.ask(slow)
    await until(() => told.length >= 3)
    compute.cancel('another slot')
    compute.cancel('runs')
    const reply = await answer
    expect(reply).toMatchObject({ kind: 'answer', answer: [{ stop: 'cancelled' }] })
    if (reply.kind !== 'answer' || !reply.answer[0] || 'problem' in reply.answer[0]) throw new Error('no run')
    const { taken, steps } = reply.answer[0]
    expect([taken > 0, taken < 1_000_000, steps.at(-1)]).toEqual([true, true, taken])
    expect(told.every(({ slot, share }) => slot === 'runs' && share > 0 && share < 1)).toBe(true)
    expect(told.map(({ share }) => share)).toEqual(told.map(({ share }) => share).sort((a, b) => a - b))
    expect(news).toEqual([])
  }, 20_000)

  it('ends the rows of a run, and a crowd, with what there is, too, also before their turn has come', async () => {
    const { subject: about, gradient, steps } = slow.body
    const [run] = slow.body.runs
    if (!run) throw new Error('no run')
    const shared = { subject: about, gradient, steps, run }
    const crowd = { ...shared, starts: [[1], [2]], columns: 100, views: [] }
    const replies = [
      compute.ask({ name: 'crowd', slot: 'one', body: crowd }),
      compute.ask({ name: 'rows', slot: 'two', body: { ...shared, from: 0, count: steps + 1 } }),
      compute.ask({ name: 'crowd', slot: 'three', body: crowd })
    ] as const
    await until(() => told.length > 0)
    for (const slot of ['three', 'two', 'one']) compute.cancel(slot)
    const [begun, rows, waiting] = await Promise.all(replies)
    const cancelled = { kind: 'answer', answer: { paths: [{ stop: 'cancelled' }, { stop: 'cancelled' }] } }
    expect(begun).toMatchObject(cancelled)
    expect(waiting).toMatchObject(cancelled)
    if (rows.kind !== 'answer') throw new Error(rows.kind)
    expect([rows.answer.values.length > 0, rows.answer.values.length <= steps]).toEqual([true, true])
    expect(news).toEqual([])
  }, 20_000)

  it('ends work at once that is to be ended before its turn has come', async () => {
    const first = compute.ask({ ...slow, slot: 'one' })
    const second = compute.ask({ ...slow, slot: 'two' })
    compute.cancel('two')
    compute.cancel('one')
    for (const reply of await Promise.all([first, second])) {
      expect(reply).toMatchObject({ kind: 'answer', answer: [{ stop: 'cancelled' }] })
    }
  }, 20_000)

  it('gives up work that has nothing to show, and lets a newer question take the slot of work that has', async () => {
    const nothing = compute.ask(endless(true, 'nothing'))
    await compute.ask(analysis('x^2'))
    compute.cancel('nothing')
    expect(await nothing).toEqual({ kind: 'superseded' })
    const unwanted = [compute.ask(slow), compute.ask({ ...slow, slot: 'waiting' })]
    for (const slot of ['waiting', slow.slot, 'empty']) compute.drop(slot)
    expect(await Promise.all(unwanted)).toEqual([{ kind: 'superseded' }, { kind: 'superseded' }])
    const older = compute.ask(slow)
    await until(() => told.length > 0)
    const newer = compute.ask({ ...slow, body: { ...slow.body, steps: 10 } })
    expect(await older).toEqual({ kind: 'superseded' })
    expect(await newer).toMatchObject({ kind: 'answer', answer: [{ stop: 'steps', taken: 10 }] })
    expect(news).toEqual([])
  }, 20_000)

  it('leaves a loop that counts alone, however long it takes', async () => {
    const working = compute.ask(endless(true))
    const first = await Promise.race([working, new Promise((waited) => setTimeout(waited, 2600, 'still working'))])
    expect(first).toBe('still working')
    expect(news).toEqual([])
  })
})

describe('a pool of workers that fail', () => {
  let worker: Bundle
  beforeAll(async () => {
    worker = await bundle('test/support/fragile-worker.ts')
  })
  afterAll(() => worker.remove())
  beforeEach(() => start(worker.file))

  it('drops a waiting question that a newer one replaces without running it', async () => {
    const [slow, waiting, newest] = ['slow', 'deaf', 'x'].map((wish, index) =>
      compute.ask(analysis(wish, index === 0 ? 'one' : 'two'))
    )
    expect(await waiting).toEqual({ kind: 'superseded' })
    expect(await newest).toEqual({ kind: 'answer', answer: { derivatives: ['x'], formulas: ['x'], gaps: [null] } })
    expect(await slow).toMatchObject({ kind: 'answer' })
    expect(news).toEqual([])
  }, 15_000)

  it('replaces a worker that ignores a cancel', async () => {
    // The worker is there and idle, so that the next question reaches it at once, however busy the machine.
    await compute.ask(analysis('ready'))
    const deaf = compute.ask(analysis('deaf'))
    const newest = compute.ask(analysis('x'))
    expect(await deaf).toEqual({ kind: 'superseded' })
    expect(await newest).toEqual({ kind: 'answer', answer: { derivatives: ['x'], formulas: ['x'], gaps: [null] } })
    expect(news).toEqual([{ code: 'worker-hung', values: {} }])
  }, 15_000)

  it('replaces a worker that dies', async () => {
    const [dying, waiting] = [compute.ask(analysis('die', 'one')), compute.ask(analysis('x', 'two'))]
    expect(await dying).toEqual({ kind: 'problem', problem: { code: 'worker-crashed', values: {} } })
    expect(await waiting).toMatchObject({ kind: 'answer' })
    expect(news).toEqual([{ code: 'worker-crashed', values: {} }])
  }, 15_000)

  it('answers questions that wait when it is stopped', async () => {
    const replies = ['slow', 'x'].map((wish) => compute.ask(analysis(wish, wish)))
    await compute.stop()
    expect(await Promise.all(replies)).toEqual([{ kind: 'superseded' }, { kind: 'superseded' }])
  })
})

describe('a pool whose worker cannot be loaded', () => {
  it('says so for each question, instead of trying for ever', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    start('/nowhere/worker.mjs')
    const lost = { kind: 'problem', problem: { code: 'worker-crashed', values: {} } }
    expect(await compute.ask(analysis('x'))).toEqual(lost)
    expect(await compute.ask(analysis('x'))).toEqual(lost)
    expect(complaint.mock.calls.length).toBeLessThan(6)
    complaint.mockRestore()
  })
})
