import Scale from 'lucide-solid/icons/scale'
import { Popover } from '../controls/Popover'
import { useLab } from '../lab'
import type { Scene } from '../scene'
import { Comparison } from './Comparison'

/** The button that opens the fair comparison. */
export function CompareButton(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().race.compare
  return (
    <Popover
      label={words().button}
      face={
        <>
          <Scale size={13} aria-hidden="true" /> {words().button}
        </>
      }
    >
      <Comparison scene={props.scene} />
    </Popover>
  )
}
