import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRest } from '../../../src-renderer/presentation/rest'

let isResting: () => boolean
let dispose: () => void
beforeEach(() => {
  vi.useFakeTimers()
  createRoot((end) => {
    isResting = createRest()
    dispose = end
  })
})
afterEach(() => {
  dispose()
  vi.useRealTimers()
})

describe('the hands', () => {
  it('rest after two seconds without a sign of them', () => {
    vi.advanceTimersByTime(1900)
    expect(isResting()).toBe(false)
    vi.advanceTimersByTime(200)
    expect(isResting()).toBe(true)
  })

  it.each(['pointermove', 'pointerdown', 'wheel', 'keydown'])('are back with %s, wherever it is taken', (sign) => {
    document.body.innerHTML = '<button type="button"></button>'
    const button = document.querySelector('button')
    button?.addEventListener(sign, (event) => event.stopPropagation())
    vi.advanceTimersByTime(3000)
    button?.dispatchEvent(new Event(sign, { bubbles: true }))
    expect(isResting()).toBe(false)
    vi.advanceTimersByTime(3000)
    expect(isResting()).toBe(true)
  })

  it('are not listened to any more once nobody asks', () => {
    dispose()
    expect(vi.getTimerCount()).toBe(0)
  })
})
