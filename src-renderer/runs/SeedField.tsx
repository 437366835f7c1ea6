import type { Bounded } from '@shared/methods/setting'
import Dices from 'lucide-solid/icons/dices'
import { IconButton } from '../controls/IconButton'
import { useLab } from '../lab/lab'
import { BoundedField } from './BoundedField'

/** Seeds are rolled short enough to be read and typed again. */
const rolled = 10_000

/** The seed of something random, typed or rolled. */
export function SeedField(props: { row: Bounded; value: number; onChange: (seed: number) => void }) {
  const lab = useLab()
  return (
    <BoundedField
      row={props.row}
      value={props.value}
      beside={
        <IconButton
          label={lab.words().lab.runs.roll}
          onClick={() => props.onChange(Math.floor(Math.random() * rolled))}
        >
          <Dices size={14} />
        </IconButton>
      }
      onChange={props.onChange}
    />
  )
}
