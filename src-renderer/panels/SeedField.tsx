import { limits } from '@shared/experiment/limits'
import Dices from 'lucide-solid/icons/dices'
import { IconButton } from '../controls/IconButton'
import { NumberField } from '../controls/NumberField'
import { useLab } from '../lab'

/** Seeds are rolled short enough to be read and typed again. */
const rolled = 10_000

/** The seed of something random, typed or rolled. */
export function SeedField(props: { value: number; onChange: (seed: number) => void }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  return (
    <div class="setting">
      <span class="setting-name">
        {words().seed}
        <IconButton label={words().roll} onClick={() => props.onChange(Math.floor(Math.random() * rolled))}>
          <Dices size={14} />
        </IconButton>
      </span>
      <NumberField
        value={props.value}
        label={words().seed}
        refuse={(seed) => (Number.isInteger(seed) && seed >= 0 && seed <= limits.seed ? null : words().seedRefused)}
        onChange={props.onChange}
      />
    </div>
  )
}
