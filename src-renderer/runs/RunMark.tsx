import { Show } from 'solid-js'
import { useLab } from '../lab/lab'
import { looks, runLook } from '../plots/look'
import { markerCorners } from '../plots/marker'

/** A piece of a run's line with its marker. `label`: absent where the run's name stands beside it. */
export function RunMark(props: { colour: number; label?: string }) {
  const lab = useLab()
  const look = () => runLook(looks[lab.theme()], props.colour)
  return (
    <svg
      class="dash"
      viewBox="0 0 26 10"
      role={props.label === undefined ? undefined : 'img'}
      aria-label={props.label}
      aria-hidden={props.label === undefined}
    >
      <line
        x1="1"
        y1="5"
        x2="25"
        y2="5"
        stroke={look().colour}
        stroke-width="3"
        stroke-dasharray={look().dash.join(' ')}
      />
      <Show when={look().marker !== 'disc'} fallback={<circle cx="13" cy="5" r="3.6" fill={look().colour} />}>
        <polygon
          points={markerCorners(look().marker, 3.6)
            .map(([x, y]) => `${13 + x},${5 + y}`)
            .join(' ')}
          fill={look().colour}
        />
      </Show>
    </svg>
  )
}
