import type { ComparedRun } from '@shared/experiment/comparison'
import { numeral } from '@shared/numbers/numeral'
import { For, Show } from 'solid-js'
import { useLab } from '../lab'
import { looks, runLook } from '../plots/look'

/** Above the line of the rates, and right of the heights. */
const size = { width: 260, height: 62, edge: 5, left: 52, bottom: 15 }

/** A place in the little chart, in its units. */
interface Spot {
  readonly x: number
  readonly y: number
  readonly lr: number
  readonly value: number
  /** It may be chosen. */
  readonly isSound: boolean
}

/**
 * The rates from left to right by their logarithm, f at the end upwards: also by the logarithm of what it is above the
 * lowest, down to a billionth of where the smallest rate leads, which hardly leaves the start. Higher ends stand at the
 * top, and so do rates that did not hold.
 */
export function sweepSpots(tried: ComparedRun['tried']): readonly Spot[] {
  const logs = tried.map(({ lr }) => Math.log10(lr))
  const [left, right] = [Math.min(...logs), Math.max(...logs)]
  const values = tried.map(({ value }) => value).filter(Number.isFinite)
  const low = Math.min(...values)
  const span = (values[0] ?? low) - low
  /** 0 for the lowest value, 1 at the top. */
  const height = (value: number) =>
    Number.isNaN(value) ? 1 : span > 0 ? 1 + Math.log10(Math.min(Math.max((value - low) / span, 1e-9), 1)) / 9 : 0
  const { width, height: tall, edge, left: room, bottom } = size
  return tried.map(({ lr, value, astray }, index) => ({
    lr,
    value,
    isSound: Number.isFinite(value) && !astray,
    x: room + ((width - room - edge) * ((logs[index] as number) - left)) / (right - left || 1),
    y: tall - bottom - edge - (tall - bottom - 2 * edge) * height(value)
  }))
}

/** What each learning rate that was tried led to, with a dot at the one chosen. */
export function Sweep(props: { tried: ComparedRun['tried']; chosen: number | null; colour: number; label: string }) {
  const lab = useLab()
  const look = () => looks[lab.theme()]
  const colour = () => runLook(look(), props.colour).colour
  const spots = () => sweepSpots(props.tried)
  const line = () =>
    spots()
      .filter(({ isSound }) => isSound)
      .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(' ')
  /** What stands beside the axes: the first and the last rate, the lowest f and where the smallest rate leads. */
  const scale = () => {
    const [first, last] = [spots()[0], spots().at(-1)]
    const values = spots().flatMap(({ value }) => (Number.isFinite(value) ? [value] : []))
    const foot = Math.max(...spots().map(({ y }) => y))
    return {
      rates: first && last ? [numeral(first.lr), numeral(last.lr)] : [],
      values: [
        { y: size.edge, text: numeral(values[0] ?? Number.NaN, 3) },
        { y: foot, text: numeral(Math.min(...values), 3) }
      ].filter(({ y }, index) => index === 0 || y > size.edge)
    }
  }
  const base = size.height - size.bottom
  const chosen = () => spots().find(({ lr }) => lr === props.chosen)
  return (
    <svg class="sweep" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={props.label}>
      <path d={`M${size.left - 3},0 V${base} H${size.width}`} fill="none" stroke={look().zero} />
      <For each={scale().values}>
        {({ y, text }) => (
          <text x={size.left - 6} y={y + 3.5} text-anchor="end">
            {text}
          </text>
        )}
      </For>
      <For each={scale().rates}>
        {(text, index) => (
          <text
            x={index() === 0 ? size.left - 3 : size.width}
            y={size.height - 3}
            text-anchor={index() === 0 ? 'start' : 'end'}
          >
            {text}
          </text>
        )}
      </For>
      <text x={(size.left + size.width) / 2} y={size.height - 3} text-anchor="middle">
        η
      </text>
      <polyline points={line()} fill="none" stroke={colour()} stroke-width="1.4" />
      <For each={spots()}>
        {({ x, y, lr, value, isSound }) => (
          <circle cx={x} cy={y} r="2" fill={isSound ? colour() : look().zero}>
            <title>
              {Number.isNaN(value)
                ? lab.words().race.compare.lost({ lr: numeral(lr) })
                : lab.words().race.compare.spot({ lr: numeral(lr), value: numeral(value, 4) })}
            </title>
          </circle>
        )}
      </For>
      <Show when={chosen()}>
        {(spot) => <circle cx={spot().x} cy={spot().y} r="4.5" fill={colour()} stroke={look().card} />}
      </Show>
    </svg>
  )
}
