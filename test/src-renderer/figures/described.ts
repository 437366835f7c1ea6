import { exampleNamed } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import type { Answer, Question, RequestName } from '@shared/protocol'
import { words } from '@shared/words/index'
import { expect } from 'vitest'
import { type GridSize, keyOf } from '../../../src-renderer/answers/questions'
import { type Found, type Know, knowing } from '../../../src-renderer/figures/know'
import { type Occasion, occasionOf } from '../../../src-renderer/figures/occasion'
import { contourSize } from '../../../src-renderer/figures/sampling'
import { ask } from '../../support/core-ask'

/** Small, because a contour is sampled at each of its pixels. */
const size = { width: 96, height: 72 }

type Answers = ReadonlyMap<string, Found<RequestName>>

/** What is described when only these answers are known, and what was asked besides; `patient`: what was not waited for. */
export function describedFrom<Made>(make: (know: Know) => Made, known: Answers) {
  const asked = new Map<string, Question>()
  const patient = new Set<string>()
  const found = <Name extends RequestName>(question: Question<Name>): Found<Name> | undefined => {
    const one = known.get(keyOf(question)) as Found<Name> | undefined
    if (!one) asked.set(keyOf(question), question)
    return one
  }
  const meanwhile = <Name extends RequestName>(question: Question<Name>) => {
    patient.add(keyOf(question))
    return found(question)
  }
  const drawn = <Name extends RequestName>(
    sheet: Parameters<Know['drawn']>[0],
    of: (size: GridSize) => Question<Name>
  ) => found(of(contourSize(size, sheet, 1)))
  const made = make(knowing((question) => found(question)?.answer, { meanwhile, drawn }))
  return { made, asked: [...asked.values()], patient }
}

/** All that is asked until it is whole, answered by the core. */
export async function answersFor(make: (know: Know) => unknown): Promise<Answers> {
  const known = new Map<string, Found<RequestName>>()
  for (let round = 0; round < 9; round++) {
    const { asked } = describedFrom(make, known)
    if (asked.length === 0) return known
    for (const question of asked) {
      const reply = await ask(question)
      if (reply.kind !== 'answer') throw new Error(`${question.name} was not answered`)
      known.set(keyOf(question), { question, answer: reply.answer as Answer<RequestName> })
    }
  }
  throw new Error('It asks without end')
}

/**
 * What holds of every description: whole, it asks nothing, and is the same as often as it is made; without one answer it asks
 * for that one alone, and is there only if it does not wait for it. Gives the names of what was asked.
 */
export async function expectDescribed(make: (know: Know) => unknown): Promise<readonly RequestName[]> {
  const known = await answersFor(make)
  const whole = describedFrom(make, known)
  expect(whole.made).toBeDefined()
  expect(whole.asked).toEqual([])
  expect(plain(describedFrom(make, known).made)).toEqual(plain(whole.made))
  for (const [key, { question }] of known) {
    const others = new Map([...known].filter(([other]) => other !== key))
    const { made, asked } = describedFrom(make, others)
    expect(asked, `without ${question.slot}`).toEqual([question])
    expect(made !== undefined, `there is one without ${question.slot}`).toBe(whole.patient.has(key))
  }
  return [...known.values()].map(({ question }) => question.name)
}

/** Data without the functions in them, for hovering: each is made anew. */
function plain(value: unknown): unknown {
  if (typeof value === 'function') return 'a function'
  if (ArrayBuffer.isView(value) || value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(plain)
  return Object.fromEntries(Object.entries(value).map(([part, inner]) => [part, plain(inner)]))
}

export const occasion = (experiment: Experiment): Occasion => occasionOf(experiment, 'A title', words.en)

export function named(id: string): Experiment {
  const example = exampleNamed(id)
  if (!example) throw new Error(`There is no example ${id}`)
  return example.experiment
}
