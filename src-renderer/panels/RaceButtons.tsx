import type { Scene } from '../scene'
import { CompareButton } from './FairComparison'
import { MinimumButton } from './MinimumSearch'

/** What can be asked about all runs together. */
export function RaceButtons(props: { scene: Scene }) {
  return (
    <div class="race-buttons">
      <CompareButton scene={props.scene} />
      <MinimumButton minimum={props.scene.minimum} />
    </div>
  )
}
