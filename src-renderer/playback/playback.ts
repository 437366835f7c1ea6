import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js'

/** Walks the selected step forward in time. */
export interface Playback {
  /** The last step that can be seen. */
  readonly last: Accessor<number>
  readonly playing: Accessor<boolean>
  /** `atEnd` is called when it has come to the end by itself, not when it was paused before. */
  play(atEnd?: () => void): void
  pause(): void
  toggle(): void
  /** Times the usual pace. */
  readonly speed: Accessor<number>
  setSpeed(speed: number): void
  /** Milliseconds a step takes. */
  readonly pace: Accessor<number>
  /** A hand holds the scrubber. */
  readonly isHeld: Accessor<boolean>
  hold(isHeld: boolean): void
}

export const speeds = [0.5, 1, 2, 4] as const

/** Milliseconds a run of any length takes at the usual pace, unless it is so short that its steps would drag. */
const wholeRun = 4000
const longestStep = 500
/** Milliseconds between two looks at the clock: about a frame. A long run takes several steps in one. */
const frame = 16

/**
 * A playback over the steps 0 … `last`: it stops at the end, and starts over when played from there.
 */
export function createPlayback(selection: {
  readonly step: Accessor<number>
  readonly last: Accessor<number>
  /** The last step up to one that can be shown at once. */
  shownBy(step: number): number
  selectStep(step: number): void
}): Playback {
  const [playing, setPlaying] = createSignal(false)
  const [speed, setSpeed] = createSignal(1)
  const [isHeld, hold] = createSignal(false)
  const pace = createMemo(() => Math.min(longestStep, wholeRun / Math.max(1, selection.last())) / speed())
  let timer: ReturnType<typeof setInterval> | undefined
  let before = 0
  /** Steps owed to the clock. */
  let owed = 0
  let whenEnded: (() => void) | undefined

  const pause = () => {
    clearInterval(timer)
    setPlaying(false)
  }
  const tick = () => {
    // The end was chosen by hand, or it came nearer: runs may end sooner since a change.
    if (selection.step() >= selection.last()) return pause()
    const now = performance.now()
    owed += (now - before) / pace()
    before = now
    const next = selection.shownBy(Math.min(selection.last(), selection.step() + Math.floor(owed)))
    if (next <= selection.step()) return
    owed -= next - selection.step()
    selection.selectStep(next)
    if (next < selection.last()) return
    pause()
    whenEnded?.()
  }
  const play = (atEnd?: () => void) => {
    if (selection.last() === 0) return
    whenEnded = atEnd
    if (selection.step() >= selection.last()) selection.selectStep(0)
    clearInterval(timer)
    before = performance.now()
    owed = 0
    setPlaying(true)
    timer = setInterval(tick, frame)
  }
  onCleanup(() => clearInterval(timer))
  return {
    last: selection.last,
    playing,
    play,
    pause,
    toggle: () => (playing() ? pause() : play()),
    speed,
    setSpeed,
    pace,
    isHeld,
    hold
  }
}
