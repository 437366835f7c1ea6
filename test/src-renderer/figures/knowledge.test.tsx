import type { Problem } from '@shared/problem'
import type { Question, Reply } from '@shared/protocol'
import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Ask } from '../../../src-renderer/answers/answer'
import type { Know } from '../../../src-renderer/figures/know'
import { createKnowledge, type Knowledge, type Made } from '../../../src-renderer/figures/knowledge'
import { bridge } from '../../support/bridge'

/** A question in this slot whose formula is `text`. */
const about = (slot: string, text: string): Question<'analysis'> => ({
  name: 'analysis',
  slot,
  body: { subject: { formula: text, variables: ['x'], parameters: {} } }
})
const told = (text: string): Reply<'analysis'> => ({
  kind: 'answer',
  answer: { derivatives: [text], formulas: [text], gaps: [null] }
})
const problem: Problem = { code: 'difference-step', values: {} }

/** What was asked and not yet replied to, as `slot text`; and all that ever was. */
let open: Map<string, (reply: Reply<'analysis'>) => void>
let asked: string[]
const ask = ((question: Question<'analysis'>) => {
  const key = `${question.slot} ${question.body.subject.formula}`
  asked.push(key)
  return new Promise<Reply<'analysis'>>((resolve) => void open.set(key, resolve))
}) as Ask
async function reply(key: string, text = key.split(' ')[1] ?? ''): Promise<void> {
  open.get(key)?.(told(text))
  open.delete(key)
  await vi.advanceTimersByTimeAsync(0)
}

let put: (state: string) => void
let knowledge: Knowledge
let picture: () => Made<string>
let dispose: () => void

/** Both answers about the state, in one text; what is known of a third, which it does not wait for. */
const make = (state: string, know: Know) => {
  const [one, other] = [know(about('one', state)), know(about('other', state))]
  const more = know.meanwhile(about('more', state))?.answer.derivatives[0] ?? '–'
  return one && other && `${one.derivatives[0]} ${other.derivatives[0]} ${more}`
}

beforeEach(() => {
  vi.useFakeTimers()
  open = new Map()
  asked = []
  createRoot((end) => {
    const [state, setState] = createSignal('a')
    put = setState
    knowledge = createKnowledge(ask)
    picture = knowledge.made(state, make)
    dispose = end
  })
})
afterEach(() => {
  dispose()
  vi.useRealTimers()
})

const shown = () => picture().value

/** The first state, all of it but what is not waited for. */
const first = async () => {
  await reply('one a')
  await reply('other a')
}

describe('what is made of answers', () => {
  it('waits until it is whole, and not for what it need not know', async () => {
    expect(asked).toEqual(['one a', 'other a', 'more a'])
    await reply('one a')
    expect(picture()).toMatchObject({ value: undefined, pending: true })
    await reply('other a')
    expect(picture()).toMatchObject({ value: 'a a –', pending: false, problem: undefined })
    await reply('more a')
    expect(shown()).toBe('a a a')
  })

  it('is never of two states, in whatever order they are answered', async () => {
    await first()
    for (const text of ['b', 'c', 'd']) put(text)
    const all = new Set<string | undefined>()
    for (let count = 0; open.size > 0 && count < 20; count++) {
      // The last one asked first.
      await reply([...open.keys()].at(-1) ?? '')
      all.add(shown()?.slice(0, 3))
    }
    for (const one of all) expect(one?.[0]).toBe(one?.[2])
    expect(shown()).toBe('d d d')
  })

  it('keeps moving while the state is changed faster than answers come', async () => {
    await first()
    const seen = new Set<string | undefined>()
    for (let count = 0; count < 40; count++) {
      put(`${count}`)
      await vi.advanceTimersByTimeAsync(16)
      // A round trip of three changes.
      if (count % 3 === 2) for (const key of [...open.keys()]) await reply(key)
      seen.add(shown())
    }
    expect(seen.size).toBeGreaterThan(8)
  })

  it('gives up what takes long once there is a newer state', async () => {
    await first()
    put('slow')
    await vi.advanceTimersByTimeAsync(10)
    put('b')
    expect(asked).not.toContain('one b')
    await vi.advanceTimersByTimeAsync(400)
    expect(asked).toContain('one b')
    await reply('one b')
    await reply('other b')
    expect(shown()?.slice(0, 3)).toBe('b b')
  })

  it('gives up what no figure wants any more, though nothing newer takes its slot', async () => {
    const only = (slot: string) => (state: string, know: Know) => know(about(slot, state))?.derivatives[0]
    const dropped = () => bridge.drop.mock.calls.map(([slot]) => slot)
    bridge.drop.mockClear()
    await createRoot(async (end) => {
      const [slot, setSlot] = createSignal('heavy')
      const own = createKnowledge(ask)
      const asking = (state: string, know: Know) => only(slot())(state, know)
      own.made(() => 'a', asking)
      const other = createRoot((endOther) => {
        own.made(() => 'a', only('heavy'))
        return endOther
      })
      await vi.advanceTimersByTimeAsync(0)
      setSlot('light')
      expect(dropped()).toEqual([])
      other()
      expect(dropped()).toEqual(['heavy'])
      // It is asked again when it comes back, and given up with all of them.
      asked = []
      setSlot('heavy')
      expect(asked).toEqual(['heavy a'])
      end()
    })
    expect(dropped()).toEqual(['heavy', 'light', 'heavy'])
  })

  it('is there at once when its state comes back', async () => {
    await first()
    put('b')
    await reply('one b')
    await reply('other b')
    put('a')
    expect(shown()?.slice(0, 3)).toBe('a a')
  })

  it('stays as it was where the newest cannot be answered, and says why', async () => {
    await first()
    put('b')
    open.get('one b')?.({ kind: 'problem', problem })
    await vi.advanceTimersByTimeAsync(0)
    expect(picture()).toMatchObject({ value: 'a a –', problem, pending: false })
    await reply('other b')
    put('c')
    await reply('one c')
    await reply('other c')
    expect(picture()).toMatchObject({ problem: undefined, pending: false })
    // It may be another time.
    put('b')
    await reply('one b')
    expect(shown()?.slice(0, 3)).toBe('b b')
  })

  it('rests while an answer takes long: it does not ask again and again', async () => {
    await vi.advanceTimersByTimeAsync(5000)
    expect(asked).toEqual(['one a', 'other a', 'more a'])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('figures that come and go', () => {
  it('ask in the slots of those before them', async () => {
    const slots = new Set<string>()
    const noted = createRoot(() =>
      createKnowledge((question) => {
        slots.add(question.slot)
        return ask(question)
      })
    )
    for (const state of ['b', 'c', 'd', 'e']) {
      const end = createRoot((end) => {
        noted.made(() => state, make)
        return end
      })
      await reply(`one ${state}`)
      await reply(`other ${state}`)
      end()
    }
    expect([...slots].filter((slot) => /-\d/.test(slot))).toEqual([])
  })
})

describe('two that ask for the same', () => {
  it('ask once, also where one of them is behind', async () => {
    await first()
    const second = createRoot(() => knowledge.made(() => 'a', make))
    expect(second().value).toBe('a a –')
    expect(asked).toEqual(['one a', 'other a', 'more a'])
  })
})
