import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFrame } from '../../../src-renderer/cards/frame'

beforeEach(() => void vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] }))
afterEach(() => vi.useRealTimers())

describe('what is drawn in frames', () => {
  it('is the newest of what was given since the last one, once', () => {
    const drawn: string[] = []
    const inFrame = createRoot(createFrame)
    inFrame(() => drawn.push('old'))
    inFrame(() => drawn.push('new'))
    expect(drawn).toEqual([])
    vi.advanceTimersToNextFrame()
    expect(drawn).toEqual(['new'])
    vi.advanceTimersToNextFrame()
    inFrame(() => drawn.push('next'))
    vi.advanceTimersToNextFrame()
    expect(drawn).toEqual(['new', 'next'])
  })

  it('is nothing once its plot is gone', () => {
    const drawn: string[] = []
    createRoot((dispose) => {
      createFrame()(() => drawn.push('late'))
      dispose()
    })
    vi.advanceTimersToNextFrame()
    expect(drawn).toEqual([])
  })
})
