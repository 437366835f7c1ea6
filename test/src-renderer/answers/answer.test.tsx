import type { Problem } from '@shared/problem'
import type { Question, Reply } from '@shared/protocol'
import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { type Answered, type Ask, createAnswer, createSlot } from '../../../src-renderer/answers/answer'
import { keyOf } from '../../../src-renderer/answers/questions'
import { bridge } from '../../support/bridge'

/** A question whose formula is `text`. */
const about = (text: string): Question<'analysis'> => ({
  name: 'analysis',
  slot: 'analysis',
  body: { subject: { formula: text, variables: ['x'], parameters: {} } }
})
const saying = (text: string): Reply<'analysis'> => ({
  kind: 'answer',
  answer: { derivatives: [text], formulas: [text], gaps: [null] }
})
const problem: Problem = { code: 'difference-step', values: {} }

/** Stands for the workers: keeps what was asked until the test replies. */
class Workers {
  readonly asked: string[] = []
  readonly #replies: ((reply: Reply<'analysis'>) => void)[] = []

  readonly ask = ((question: Question<'analysis'>) => {
    this.asked.push(question.body.subject.formula)
    return new Promise<Reply<'analysis'>>((resolve) => this.#replies.push(resolve))
  }) as Ask

  /** Replies to the question with this number, and lets the page hear it. */
  async reply(number: number, reply: Reply<'analysis'>): Promise<void> {
    this.#replies[number]?.(reply)
    await vi.advanceTimersByTimeAsync(0)
  }
}

let workers: Workers
let put: (question: Question<'analysis'> | null) => void
let answered: () => Answered<'analysis'>
let dispose: () => void

beforeEach(() => {
  bridge.drop.mockClear()
  vi.useFakeTimers()
  workers = new Workers()
  createRoot((end) => {
    const [question, setQuestion] = createSignal<Question<'analysis'> | null>(null)
    put = setQuestion
    answered = createAnswer(workers.ask, question)
    dispose = end
  })
})
afterEach(() => {
  dispose()
  vi.useRealTimers()
})

const shown = () => answered().last?.answer.derivatives[0]

describe('a question', () => {
  it('is asked at once and answered with its own text', async () => {
    put(about('a'))
    expect(workers.asked).toEqual(['a'])
    expect(answered()).toEqual({ last: undefined, problem: undefined, pending: true })
    await workers.reply(0, saying('A'))
    expect(answered()).toMatchObject({ last: { question: about('a') }, problem: undefined, pending: false })
    expect(shown()).toBe('A')
  })

  it('equal to the one before is not asked again', async () => {
    put(about('a'))
    put(about('a'))
    await workers.reply(0, saying('A'))
    put(about('a'))
    expect(workers.asked).toEqual(['a'])
    expect(answered().pending).toBe(false)
  })

  it('waits for the answer of a quick one before it', async () => {
    put(about('a'))
    put(about('b'))
    put(about('c'))
    expect(workers.asked).toEqual(['a'])
    await workers.reply(0, saying('A'))
    expect(workers.asked).toEqual(['a', 'c'])
    expect(shown()).toBe('A')
    expect(answered().pending).toBe(true)
    await workers.reply(1, saying('C'))
    expect(shown()).toBe('C')
    expect(answered().pending).toBe(false)
  })

  it('does not wait for a slow one, and keeps nothing of it', async () => {
    put(about('slow'))
    put(about('b'))
    await vi.advanceTimersByTimeAsync(119)
    expect(workers.asked).toEqual(['slow'])
    await vi.advanceTimersByTimeAsync(1)
    expect(workers.asked).toEqual(['slow', 'b'])
    await workers.reply(0, saying('SLOW'))
    expect(shown()).toBeUndefined()
    await workers.reply(1, saying('B'))
    expect(shown()).toBe('B')
  })

  it('counts the patience from when the other was sent, not from when it came up', async () => {
    put(about('slow'))
    await vi.advanceTimersByTimeAsync(100)
    put(about('b'))
    await vi.advanceTimersByTimeAsync(20)
    expect(workers.asked).toEqual(['slow', 'b'])
  })

  it('of null leaves the last answer', async () => {
    put(about('a'))
    await workers.reply(0, saying('A'))
    put(null)
    expect(shown()).toBe('A')
    expect(answered().pending).toBe(false)
    expect(workers.asked).toEqual(['a'])
  })

  it('of null gives up what is under way or waits, so that other work need not wait for it, and is asked again', async () => {
    put(about('a'))
    await workers.reply(0, saying('A'))
    put(about('b'))
    put(about('c'))
    put(null)
    expect(bridge.drop.mock.calls).toEqual([['analysis']])
    expect(answered()).toMatchObject({ last: { question: about('a') }, pending: false })
    await workers.reply(1, saying('B'))
    await vi.advanceTimersByTimeAsync(1000)
    expect([shown(), workers.asked]).toEqual(['A', ['a', 'b']])
    put(about('b'))
    await workers.reply(2, saying('B'))
    expect([shown(), workers.asked]).toEqual(['B', ['a', 'b', 'b']])
  })
})

test('a question that was given up while another was under way can be asked again', async () => {
  const [slot, end] = createRoot((end) => [createSlot<'analysis'>(workers.ask), end] as const)
  slot.want(about('a'))
  slot.want(about('b'))
  // Only what is under way is still wanted.
  slot.giveUp((key) => key === keyOf(about('a')))
  await workers.reply(0, saying('A'))
  slot.want(about('b'))
  expect(workers.asked).toEqual(['a', 'b'])
  end()
})

describe('a problem', () => {
  it('keeps the last answer, and goes with the next one', async () => {
    put(about('a'))
    await workers.reply(0, saying('A'))
    put(about('b'))
    await workers.reply(1, { kind: 'problem', problem })
    expect(answered()).toMatchObject({ problem, pending: false })
    expect(shown()).toBe('A')
    put(about('c'))
    await workers.reply(2, saying('C'))
    expect(answered().problem).toBeUndefined()
  })
})

describe('a superseded question', () => {
  it('changes neither the last answer nor its problem, and is no longer under way', async () => {
    put(about('a'))
    await workers.reply(0, saying('A'))
    put(about('b'))
    await workers.reply(1, { kind: 'superseded' })
    expect(shown()).toBe('A')
    expect(answered()).toMatchObject({ problem: undefined, pending: false })
  })
})

describe('after its end', () => {
  it('nothing is asked, and no answer arrives', async () => {
    put(about('a'))
    put(about('b'))
    dispose()
    await vi.advanceTimersByTimeAsync(1000)
    await workers.reply(0, saying('A'))
    expect(workers.asked).toEqual(['a'])
    expect(shown()).toBeUndefined()
  })
})
