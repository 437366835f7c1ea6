import { ProblemError } from '@shared/problem'
import type { Question, RequestName } from '@shared/protocol'
import { describe, expect, it } from 'vitest'
import type { Ask } from '../../../src-renderer/answers/answer'
import { curveQuestion, keyOf } from '../../../src-renderer/answers/questions'
import { answerTo, createGathering, isAlike, type Know } from '../../../src-renderer/figures/know'
import { ask } from '../../support/core-ask'
import { expectDescribed } from './described'

const subject = { formula: 'x^3', variables: ['x'], parameters: {} }
const over = (min: number, max: number, formula = 'x^3') =>
  curveQuestion('curve', { ...subject, formula }, 0, [0], { min, max })

/** The core, and what it was asked. */
function noting() {
  const asked: string[] = []
  const asking = ((question: Question) => {
    asked.push(keyOf({ ...question, slot: '' }))
    return ask(question)
  }) as Ask
  return { asked, asking }
}

describe('gathering', () => {
  it('asks until all is known, each question once, also over several figures', async () => {
    const { asked, asking } = noting()
    const gather = createGathering(asking)
    let tries = 0
    // What the second question is depends on the answer to the first.
    const make = (know: Know) => {
      tries++
      const first = know(over(0, 2))
      const second = first && know(over(0, first.values.at(-1) ?? 0))
      return first && second && [first.values.at(-1), second.values.at(-1)]
    }
    expect(await gather(make)).toEqual([8, 512])
    expect([tries, asked.length, new Set(asked).size]).toEqual([3, 2, 2])
    expect(await gather(make)).toEqual([8, 512])
    expect(asked).toHaveLength(2)
  })

  it('waits in a file for what a page would not wait for, and samples contours as the picture has pixels', async () => {
    const gather = createGathering(ask, { width: 640, height: 400, scale: 0.2 })
    const [meanwhile, columns] = await gather((know) => {
      let columns = 0
      know.drawn({ cells: 1, shape: null }, (size) => {
        columns = size.columns
        return over(0, 1)
      })
      return [know.meanwhile(over(0, 3)), columns] as const
    })
    expect(meanwhile?.answer.values.at(-1)).toBe(27)
    expect(columns).toBeGreaterThan(20)
    expect(columns).toBeLessThan(640)
  })

  it('fails with the problem of a question that cannot be answered', async () => {
    const gathered = createGathering(ask)((know) => know(over(0, 1, 'x^')))
    await expect(gathered).rejects.toThrow(ProblemError)
  })
})

describe('what holds of every description', () => {
  it('is broken by one that does not wait, asks for what it need not know, or is another each time', async () => {
    const [one, other] = [over(0, 1), over(0, 2)]
    await expectDescribed((know) => {
      const [first, second] = [know(one), know(other)]
      return first && second && 'whole'
    })
    let count = 0
    for (const faulty of [
      (know: Know) => ({ first: know(one), second: know(other) }),
      (know: Know) => know(one) && know.meanwhile(other) && 'whole',
      (know: Know) => know(one) && (know(other) ? 'whole' : know(over(0, 3)) && undefined),
      (know: Know) => know(one) && ++count
    ])
      await expect(expectDescribed(faulty)).rejects.toThrow()
  })
})

describe('two questions', () => {
  it('are alike if they differ in nothing but the parts that may differ', () => {
    expect(isAlike(over(0, 1), over(0, 1), [])).toBe(true)
    expect(isAlike(over(0, 1), over(0, 2), [])).toBe(false)
    expect(isAlike(over(0, 1), over(0, 2), ['range'])).toBe(true)
    expect(isAlike(over(0, 1), over(0, 2, 'x^2'), ['range'])).toBe(false)
    expect(isAlike(over(0, 1), { ...over(0, 1), slot: 'slice-0' }, ['range'])).toBe(false)
  })
})

describe('a question of a picture', () => {
  it('asks again when another picture took its slot', async () => {
    let count = 0
    const once = async <Name extends RequestName>(question: Question<Name>) =>
      ++count === 1 ? ({ kind: 'superseded' } as const) : ask(question)
    const question = {
      name: 'analysis',
      slot: 'analysis',
      body: { subject: { formula: 'x^3', variables: ['x'], parameters: {} } }
    } as const
    expect(await answerTo(once as Ask, question as unknown as Question<'analysis'>)).toEqual({
      derivatives: ['3x^2'],
      formulas: ['3*x^2'],
      gaps: [null]
    })
    expect(count).toBe(2)
  })

  it('takes no slot that another question of a picture has, or both would supersede each other for ever', async () => {
    const slots: string[] = []
    const noting = (question: { readonly slot: string }) => {
      slots.push(question.slot)
      return Promise.resolve({ kind: 'answer', answer: null } as const)
    }
    const question = { name: 'analysis', slot: 'analysis', body: {} } as unknown as Question<'analysis'>
    const asked = () => answerTo(noting as unknown as Ask, question)
    await Promise.all([asked(), asked()])
    await asked()
    expect(slots).toEqual(['picture-analysis', 'picture-analysis-2', 'picture-analysis'])
  })
})
