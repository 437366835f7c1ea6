import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { begun, changed, goneOn, type History, redone, undone } from '../../../src-renderer/lab/history'

/** A document is whatever it is: here a text. A history is what a person did to it. */
interface Change {
  readonly document: string
  readonly topic: string | null
  /** Milliseconds since the change before. */
  readonly after: number
}
const anyChange: fc.Arbitrary<Change | 'undo' | 'redo'> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('undo' as const) },
  { weight: 2, arbitrary: fc.constant('redo' as const) },
  {
    weight: 6,
    arbitrary: fc.record({
      document: fc.string({ maxLength: 3 }),
      topic: fc.constantFrom(null, 'formula', 'lr'),
      after: fc.constantFrom(0, 30, 999, 1000, 5000)
    })
  }
)

const played = (changes: readonly (Change | 'undo' | 'redo')[]) => {
  let now = 0
  return changes.reduce<History<string>>((history, change) => {
    if (change === 'undo') return undone(history)
    if (change === 'redo') return redone(history)
    now += change.after
    return changed(history, change.document, change.topic, now)
  }, begun('first'))
}

const anyHistory = fc.array(anyChange, { maxLength: 30 }).map(played)
const documents = ({ past, present, future }: History<string>) => [past, present, future]

function law(holds: (history: History<string>) => void) {
  fc.assert(fc.property(anyHistory, holds), { seed: 1995 })
}

describe('for every history,', () => {
  it('undo takes back a change', () => {
    law((history) => {
      const after = undone(changed(history, `${history.present}!`, null, 1e9))
      expect(after.present).toBe(history.present)
      expect(after.past).toEqual(history.past)
    })
  })

  it('redo takes back an undo', () => {
    law((history) => {
      if (history.past.length > 0) expect(documents(redone(undone(history)))).toEqual(documents(history))
      if (history.future.length > 0) expect(documents(undone(redone(history)))).toEqual(documents(history))
    })
  })

  it('undo and redo change nothing where there is nothing before or after', () => {
    law((history) => {
      if (history.past.length === 0) expect(undone(history)).toBe(history)
      if (history.future.length === 0) expect(redone(history)).toBe(history)
    })
  })

  it('undo leads back to the first document, and redo forth to the last', () => {
    law((history) => {
      let back = history
      while (back.past.length > 0) back = undone(back)
      expect(back.present).toBe('first')
      let forth = back
      while (forth.future.length > 0) forth = redone(forth)
      expect(forth.present).toBe([history.present, ...history.future].at(-1))
    })
  })

  it('a change forgets what was undone', () => {
    law((history) => {
      expect(changed(history, `${history.present}!`, 'lr', 1e9).future).toEqual([])
    })
  })

  it('a change to the same document is none', () => {
    law((history) => {
      expect(changed(history, history.present, 'lr', 1e9)).toBe(history)
    })
  })
})

describe('changes', () => {
  const typed = (...changes: Change[]) => played(changes)

  it('about one topic in quick succession are undone together', () => {
    const history = typed(
      { document: 'x', topic: 'formula', after: 0 },
      { document: 'x^', topic: 'formula', after: 900 },
      { document: 'x^2', topic: 'formula', after: 900 }
    )
    expect(undone(history).present).toBe('first')
    expect(redone(undone(history)).present).toBe('x^2')
  })

  it('after a second of rest are undone apart', () => {
    const history = typed(
      { document: 'x', topic: 'formula', after: 0 },
      { document: 'y', topic: 'formula', after: 1000 }
    )
    expect(undone(history).present).toBe('x')
  })

  it('about another topic, or about none, are undone apart', () => {
    const other = typed({ document: 'a', topic: 'formula', after: 0 }, { document: 'b', topic: 'lr', after: 0 })
    expect(undone(other).present).toBe('a')
    const none = typed({ document: 'a', topic: null, after: 0 }, { document: 'b', topic: null, after: 0 })
    expect(undone(none).present).toBe('a')
  })

  it('after an undo do not join what was before it', () => {
    const before = typed({ document: 'a', topic: 'lr', after: 0 }, { document: 'b', topic: 'formula', after: 0 })
    const after = changed(undone(before), 'c', 'lr', 1)
    expect(undone(after).present).toBe('a')
  })

  it('are remembered 500 deep', () => {
    const many = Array.from({ length: 600 }, (_, index) => ({ document: `${index}`, topic: null, after: 0 }))
    const history = typed(...many)
    expect(history.past).toHaveLength(500)
    expect(history.past[0]).toBe('99')
  })
})

describe('more of the last change', () => {
  it('is undone with it, and redone with it', () => {
    const after = ['b', 'c', 'd'].reduce(goneOn<string>, changed(begun('first'), 'a', null, 0))
    expect(undone(after)).toMatchObject({ past: [], present: 'first', future: ['d'] })
    expect(redone(undone(after)).present).toBe('d')
  })

  it('adds nothing to any history', () => {
    law((history) => {
      const { past, future, topic } = goneOn(history, 'more')
      expect({ past, future, topic }).toEqual({ past: history.past, future: history.future, topic: history.topic })
    })
  })
})
