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
    const hung = lab.page.evaluate(() =>
      window.bridge.ask({ name: 'endless', slot: 'test-endless', body: { counting: false } })
    )
    expect(await analysis()).toMatchObject({ kind: 'answer' })
    expect(await hung).toEqual({ kind: 'problem', problem: { code: 'worker-hung', values: {} } })
    await lab.page.getByText(words.ja.problems['worker-hung']({})).waitFor()
    expect(await analysis()).toMatchObject({ kind: 'answer' })
    expect(lab.complaints).toEqual([])
  })
})
