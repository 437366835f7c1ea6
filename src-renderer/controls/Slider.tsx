import { numberText, sliderPosition, sliderValue } from './number'

/** Places of the handle, from 0 to this. */
const places = 1000
/** Which way a key moves the handle. */
const ways: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }

/**
 * A slider over the usual stretch of a value; values beyond it may be typed elsewhere and rest at its end. `whole`: only
 * whole numbers.
 */
export function Slider(props: {
  value: number
  min: number
  max: number
  scale: 'linear' | 'log'
  whole?: boolean
  label: string
  onChange: (value: number) => void
}) {
  const position = () => sliderPosition(props.value, props.min, props.max, props.scale)
  const valueAt = (place: number) => {
    const value = sliderValue(place / places, props.min, props.max, props.scale)
    return props.whole ? Math.round(value) : value
  }
  /** Several places may round to one value, and none to a typed one: an arrow key goes on to the next value its way. */
  const step = (event: KeyboardEvent) => {
    const way = ways[event.key]
    if (way === undefined) return
    event.preventDefault()
    let place = Math.round(position() * places)
    while (place >= 0 && place <= places && (valueAt(place) - props.value) * way <= 0) place += way
    if (place >= 0 && place <= places) props.onChange(valueAt(place))
  }
  return (
    <input
      type="range"
      class="slider"
      min="0"
      max={places}
      step="1"
      aria-label={props.label}
      aria-valuetext={numberText(props.value)}
      style={{ '--filled': `${position() * 100}%` }}
      value={Math.round(position() * places)}
      onKeyDown={step}
      onInput={(event) => props.onChange(valueAt(event.currentTarget.valueAsNumber))}
    />
  )
}
