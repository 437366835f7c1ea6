import { words } from '@shared/words/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, start } from './harness'

let lab: Running
beforeAll(async () => {
  lab = await start({ language: 'ja' })
})
afterAll(() => lab?.close())

const analysis = () =>
  lab.page.evaluate(() =>
    window.bridge.ask({
      name: 'analysis',
      slot: 'test',
      body: { subject: { formula: 'x^2', variables: ['x'], parameters: {} } }
    })
  )

describe('the program’s workers', () => {
  it('hand typed arrays to the page, with numbers that JSON does not have', async () => {
    const values = await lab.page.evaluate(async () => {
      const reply = await window.bridge.ask({
        name: 'curve',
        slot: 'test',
        body: {
          subject: { formula: 'exp(800(x + 1))', variables: ['x'], parameters: {} },
          along: 0,
          point: [0],
          range: { min: -1, max: 1 },
          samples: 3,
          second: false
        }
      })
      if (reply.kind !== 'answer') return null
      const { x, values } = reply.answer
      return { typed: values instanceof Float64Array, atZero: values[x.indexOf(0)] }
    })
    expect(values).toEqual({ typed: true, atZero: Number.POSITIVE_INFINITY })
  })

  it('are replaced when one hangs, and one line tells the user', async () => {
    // A worker to which the task does not come beats as little as one that hangs in it.
    await lab.app.evaluate(() => {
      const { Worker } = process.getBuiltinModule('node:worker_threads')
      const { postMessage } = Worker.prototype
      Worker.prototype.postMessage = function (task, ...rest) {
        if (task.name !== 'minimum') return postMessage.call(this, task, ...rest)
        Worker.prototype.postMessage = postMessage
      }
    })
    const hung = lab.page.evaluate(() =>
      window.bridge.ask({
        name: 'minimum',
        slot: 'test-hung',
        body: {
          subject: { formula: 'x^2', variables: ['x'], parameters: {} },
          start: [1],
          ranges: [{ min: -1, max: 1 }]
        }
      })
    )
    expect(await analysis()).toMatchObject({ kind: 'answer' })
    expect(await hung).toEqual({ kind: 'problem', problem: { code: 'worker-hung', values: {} } })
    await lab.page.getByText(words.ja.problems['worker-hung']({})).waitFor()
    expect(await analysis()).toMatchObject({ kind: 'answer' })
    expect(lab.complaints).toEqual([])
  })
})
