import type { Interval } from '@shared/interval'
import { useLab } from '../lab/lab'
import { NumberField } from './NumberField'

/** The ends of one range, or of several at once: an end that is not the same in all is an empty field. */
export function RangeFields(props: {
  ranges: readonly Interval[]
  from: string
  to: string
  /** One end, the other stays. */
  onChange: (end: { readonly min: number } | { readonly max: number }) => void
}) {
  const lab = useLab()
  const common = (end: keyof Interval) => {
    const values = new Set(props.ranges.map((range) => range[end]))
    return values.size === 1 ? (props.ranges[0]?.[end] ?? null) : null
  }
  const refuse = (change: Partial<Interval>) => {
    const widths = props.ranges.map((range) => ({ ...range, ...change })).map(({ min, max }) => max - min)
    const { rangeReversed, rangeTooWide } = lab.words().lab.function
    if (widths.some((width) => width <= 0)) return rangeReversed
    return widths.every(Number.isFinite) ? null : rangeTooWide
  }
  return (
    <span class="range">
      <NumberField
        value={common('min')}
        label={props.from}
        refuse={(min) => refuse({ min })}
        topic="range"
        onChange={(min) => props.onChange({ min })}
      />
      <span aria-hidden="true">…</span>
      <NumberField
        value={common('max')}
        label={props.to}
        refuse={(max) => refuse({ max })}
        topic="range"
        onChange={(max) => props.onChange({ max })}
      />
    </span>
  )
}
