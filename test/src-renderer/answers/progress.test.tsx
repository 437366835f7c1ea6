import { createRoot, createSignal } from 'solid-js'
import { beforeEach, describe, expect, it } from 'vitest'
import { createProgress, type Progress } from '../../../src-renderer/answers/progress'
import { bridge, listeners, tell } from '../../support/bridge'

/** A question in the slot `runs` that can be begun and answered. */
function question(): { progress: Progress; setPending: (pending: boolean) => void } {
  return createRoot(() => {
    const [pending, setPending] = createSignal(true)
    const progress = createProgress('runs', pending)
    return { progress, setPending }
  })
}

describe('the progress of a question', () => {
  beforeEach(() => bridge.cancel.mockClear())

  it('is unknown until something is heard of it, and again once it is answered', () => {
    const { progress, setPending } = question()
    expect(progress.share()).toBeNull()
    tell({ slot: 'runs', share: 0.25 })
    expect(progress.share()).toBe(0.25)
    setPending(false)
    expect(progress.share()).toBeNull()
    setPending(true)
    expect(progress.share()).toBeNull()
  })

  it('is not that of another slot, nor what is heard too late', () => {
    const { progress, setPending } = question()
    tell({ slot: 'crowd', share: 0.25 })
    expect(progress.share()).toBeNull()
    setPending(false)
    tell({ slot: 'runs', share: 0.9 })
    expect(progress.share()).toBeNull()
  })

  it('is heard for several slots by the one listener that the bridge has', () => {
    const [first, second] = [question(), question()]
    expect(listeners).toHaveLength(1)
    tell({ slot: 'runs', share: 0.5 })
    expect([first.progress.share(), second.progress.share()]).toEqual([0.5, 0.5])
  })

  it('comes with a way to end it', () => {
    question().progress.cancel()
    expect(bridge.cancel.mock.calls).toEqual([['runs']])
  })
})
