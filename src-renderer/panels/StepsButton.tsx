import { shownName } from '../figures/names'
import { useLab } from '../lab'

/** Opens how the derivative along the variable `name` is found, and closes it again. */
export function StepsButton(props: { name: string }) {
  const lab = useLab()
  const words = () => lab.words().lab.derivation
  const isOpen = () => lab.derivationAlong() === props.name
  return (
    <button
      type="button"
      class="steps-button"
      aria-label={words().open(shownName(props.name))}
      aria-expanded={isOpen()}
      onClick={() => lab.showDerivation(isOpen() ? null : props.name)}
    >
      {words().steps}
    </button>
  )
}
