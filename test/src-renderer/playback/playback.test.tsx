import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPlayback, type Playback } from '../../../src-renderer/playback/playback'

let dispose: () => void
let playback: Playback
let step: () => number
let selectStep: (step: number) => void
let endAt: (last: number) => void

/** A playback over the steps 0 … `last`, standing at `first`. */
function begin(last: number, first = 0, shownBy: (step: number) => number = (step) => step): void {
  createRoot((finish) => {
    const [selected, select] = createSignal(first)
    const [end, setEnd] = createSignal(last)
    step = selected
    selectStep = select
    endAt = setEnd
    playback = createPlayback({ step: selected, last: end, shownBy, selectStep: select })
    dispose = finish
  })
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  dispose()
  vi.useRealTimers()
})

describe('playing', () => {
  it.each([10, 40, 240, 100_000])('%i steps takes about four seconds', (last) => {
    begin(last)
    playback.play()
    vi.advanceTimersByTime(3900)
    expect(playback.playing()).toBe(true)
    vi.advanceTimersByTime(200)
    expect([step(), playback.playing()]).toEqual([last, false])
  })

  it('shows no step for more than half a second', () => {
    begin(3)
    playback.play()
    vi.advanceTimersByTime(520)
    expect(step()).toBe(1)
    vi.advanceTimersByTime(1040)
    expect(step()).toBe(3)
    expect(playback.playing()).toBe(false)
  })

  it('goes forward step by step, none left out where there is time', () => {
    begin(15)
    const seen = new Set<number>()
    playback.play()
    while (playback.playing()) {
      seen.add(step())
      vi.advanceTimersByTime(16)
    }
    expect([...seen]).toEqual(Array.from({ length: 15 }, (_, k) => k))
  })

  it('goes at the same pace where only some steps can be shown, and by those alone', () => {
    begin(10_000, 7, (step) => (step === 10_000 ? step : step - (step % 64)))
    const seen = new Set<number>()
    playback.play()
    vi.advanceTimersByTime(16)
    while (playback.playing() && step() < 10_000) {
      vi.advanceTimersByTime(16)
      seen.add(step())
    }
    vi.advanceTimersByTime(100)
    expect([...seen].filter((shown) => shown !== 10_000 && shown !== 7 && shown % 64 > 0)).toEqual([])
    expect(seen.size).toBeGreaterThan(100)
    expect(playback.playing()).toBe(false)
  })

  it('stops at the end and rests there', () => {
    begin(15)
    playback.play()
    vi.advanceTimersByTime(10_000)
    expect([step(), playback.playing()]).toEqual([15, false])
  })

  it('says so when it ended by itself, and only then', () => {
    const ended = vi.fn()
    begin(15)
    playback.play(ended)
    vi.advanceTimersByTime(1000)
    playback.pause()
    vi.advanceTimersByTime(5000)
    expect(ended).not.toHaveBeenCalled()
    playback.toggle()
    vi.advanceTimersByTime(5000)
    expect(step()).toBe(15)
    expect(ended).not.toHaveBeenCalled()
    playback.play(ended)
    vi.advanceTimersByTime(5000)
    expect(ended).toHaveBeenCalledOnce()
  })

  it('from the end starts over', () => {
    begin(15, 15)
    playback.play()
    expect(step()).toBe(0)
    expect(playback.playing()).toBe(true)
  })

  it('goes on from where the person jumped to', () => {
    begin(15)
    playback.play()
    selectStep(12)
    vi.advanceTimersByTime(300)
    expect(step()).toBe(13)
  })

  it.each([
    ['the person went to it', () => selectStep(15)],
    ['it came to the step', () => endAt(step())],
    ['it is behind the step', () => endAt(step() - 1)]
  ])('rests at an end where %s, and owes no steps when the way is longer again', (_, arrive) => {
    const ended = vi.fn()
    begin(15)
    playback.play(ended)
    vi.advanceTimersByTime(1000)
    arrive()
    vi.advanceTimersByTime(5000)
    expect([playback.playing(), ended.mock.calls]).toEqual([false, []])
    const rested = step()
    endAt(30)
    playback.play()
    vi.advanceTimersByTime(160)
    expect(step() - rested).toBe(1)
  })

  it('is not begun where there is no step', () => {
    begin(0)
    playback.toggle()
    expect(playback.playing()).toBe(false)
  })
})

describe('the pace', () => {
  it('is that of the speed, also while playing', () => {
    begin(16)
    playback.setSpeed(2)
    playback.play()
    vi.advanceTimersByTime(1000)
    expect(step()).toBeGreaterThanOrEqual(7)
    expect(step()).toBeLessThanOrEqual(8)
    playback.setSpeed(0.5)
    vi.advanceTimersByTime(1000)
    expect(step()).toBeGreaterThanOrEqual(9)
    expect(step()).toBeLessThanOrEqual(10)
  })

  it('takes several steps at a time where a frame is too long for one', () => {
    begin(1000)
    playback.setSpeed(4)
    playback.play()
    vi.advanceTimersByTime(4100)
    expect(step()).toBe(1000)
  })
})

describe('pausing', () => {
  it('keeps the step', () => {
    begin(15)
    playback.play()
    vi.advanceTimersByTime(1000)
    playback.toggle()
    const rested = step()
    expect(rested).toBeGreaterThan(0)
    vi.advanceTimersByTime(5000)
    expect(step()).toBe(rested)
    playback.toggle()
    vi.advanceTimersByTime(300)
    expect(step()).toBe(rested + 1)
  })

  it('comes with the end of the window', () => {
    begin(15)
    playback.play()
    dispose()
    vi.advanceTimersByTime(5000)
    expect(step()).toBe(0)
  })
})
