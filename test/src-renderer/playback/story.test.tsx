import type { StepReport } from '@shared/protocol'
import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStory, storyTime } from '../../../src-renderer/playback/story'

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance']
    })
)
afterEach(() => void vi.useRealTimers())

function told(wanted = true) {
  const [step, setStep] = createSignal(0)
  const [run, setRun] = createSignal(0)
  const [document, setDocument] = createSignal({})
  const [opened, open] = createSignal<StepReport>()
  const story = createRoot(() => createStory({ step, run, document, opened, wanted: () => wanted }))
  const next = () => {
    setStep(step() + 1)
    open({ step: step() } as StepReport)
  }
  return { story, step, setStep, setRun, setDocument, open, next }
}

type Made = ReturnType<typeof told>

describe('a step forward', () => {
  it('is told from when it is opened, in its time, and leaves nothing behind', () => {
    const { story, setStep, open } = told()
    setStep(1)
    expect([story.from(), story.time()]).toEqual([0, null])
    vi.advanceTimersByTime(50)
    open({ step: 1 } as StepReport)
    expect(story.time()).toBe(0)
    vi.advanceTimersByTime(storyTime / 2)
    expect(story.time()).toBeGreaterThan(0.3)
    expect(story.time()).toBeLessThan(0.7)
    vi.advanceTimersByTime(storyTime)
    expect([story.from(), story.time()]).toEqual([null, null])
  })

  it('is not waited for where it is not opened', () => {
    const { story, setStep } = told()
    setStep(1)
    vi.advanceTimersByTime(storyTime)
    expect(story.from()).toBeNull()
  })

  it('gives way to the next one at once', () => {
    const { story, next } = told()
    next()
    vi.advanceTimersByTime(60)
    next()
    expect([story.from(), story.time()]).toEqual([1, 0])
  })

  it('ends with whatever else is selected or changed', () => {
    for (const disturb of [
      ({ setRun }: Made) => setRun(7),
      ({ setDocument }: Made) => setDocument({}),
      ({ setStep }: Made) => setStep(7)
    ]) {
      const made = told()
      made.next()
      disturb(made)
      expect([made.story.from(), made.story.time()], String(disturb)).toEqual([null, null])
    }
  })

  it('is not told where that is not wanted, nor are steps back and leaps', () => {
    const still = told(false)
    still.next()
    expect(still.story.from()).toBeNull()
    const { story, setStep } = told()
    setStep(5)
    expect(story.from()).toBeNull()
    setStep(4)
    expect(story.from()).toBeNull()
  })
})
