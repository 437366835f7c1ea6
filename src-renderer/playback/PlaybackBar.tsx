import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import Pause from 'lucide-solid/icons/pause'
import Play from 'lucide-solid/icons/play'
import SkipBack from 'lucide-solid/icons/skip-back'
import SkipForward from 'lucide-solid/icons/skip-forward'
import { createEffect, For, Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { useLab } from '../lab/lab'
import { type Playback, speeds } from './playback'

/** Walks through the steps: by button, by slider, by itself. */
export function PlaybackBar(props: { playback: Playback }) {
  const lab = useLab()
  const words = () => lab.words().lab.playback
  const last = () => props.playback.last()
  let scrubber!: HTMLInputElement
  // In this order: a slider cuts a value off at the end that it has at the time.
  createEffect(() => {
    scrubber.max = String(last())
    scrubber.value = String(lab.step())
  })
  const go = (step: number) => {
    props.playback.pause()
    lab.selectStep(step)
  }
  return (
    <div class="playback" role="toolbar" aria-label={words().label}>
      <IconButton label={words().toStart} disabled={lab.step() === 0} onClick={() => go(0)}>
        <SkipBack size={15} />
      </IconButton>
      <IconButton label={words().back} disabled={lab.step() === 0} onClick={() => go(lab.step() - 1)}>
        <ChevronLeft size={16} />
      </IconButton>
      <button type="button" class="primary play" disabled={last() === 0} onClick={() => props.playback.toggle()}>
        <Show when={props.playback.playing()} fallback={<Play size={14} aria-hidden="true" />}>
          <Pause size={14} aria-hidden="true" />
        </Show>{' '}
        {props.playback.playing() ? words().pause : words().play}
      </button>
      <IconButton label={words().forward} disabled={lab.step() >= last()} onClick={() => go(lab.step() + 1)}>
        <ChevronRight size={16} />
      </IconButton>
      <IconButton label={words().toEnd} disabled={lab.step() >= last()} onClick={() => go(last())}>
        <SkipForward size={15} />
      </IconButton>
      <input
        ref={scrubber}
        type="range"
        class="slider"
        min="0"
        step="1"
        aria-label={words().scrubber}
        aria-valuetext={words().step({ step: lab.step(), last: last() })}
        style={{ '--filled': `${last() === 0 ? 0 : (lab.step() / last()) * 100}%` }}
        onPointerDown={() => props.playback.hold(true)}
        onPointerUp={() => props.playback.hold(false)}
        onPointerCancel={() => props.playback.hold(false)}
        onInput={(event) => go(event.currentTarget.valueAsNumber)}
      />
      <span class="step">{words().step({ step: lab.step(), last: last() })}</span>
      <select
        aria-label={words().speed}
        title={words().speed}
        onChange={(event) => props.playback.setSpeed(Number(event.currentTarget.value))}
      >
        <For each={speeds}>
          {(speed) => (
            <option value={speed} selected={speed === props.playback.speed()}>
              ×{speed}
            </option>
          )}
        </For>
      </select>
    </div>
  )
}
