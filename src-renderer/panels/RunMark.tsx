import { useLab } from '../lab'
import { looks, runLook } from '../plots/look'

/** A piece of a run's line: its colour and its dash. `label`: absent where the run's name stands beside it. */
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
    </svg>
  )
}
