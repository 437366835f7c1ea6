import { sliderPosition, sliderValue } from './number'

/** A slider over the usual stretch of a value; values beyond it may be typed elsewhere and rest at its end. */
export function Slider(props: {
  value: number
  min: number
  max: number
  scale: 'linear' | 'log'
  label: string
  onChange: (value: number) => void
}) {
  const position = () => sliderPosition(props.value, props.min, props.max, props.scale)
  return (
    <input
      type="range"
      class="slider"
      min="0"
      max="1000"
      step="1"
      aria-label={props.label}
      aria-valuetext={String(props.value)}
      style={{ '--filled': `${position() * 100}%` }}
      value={Math.round(position() * 1000)}
      onInput={(event) =>
        props.onChange(sliderValue(event.currentTarget.valueAsNumber / 1000, props.min, props.max, props.scale))
      }
    />
  )
}
