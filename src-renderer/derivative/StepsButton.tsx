import { shownName } from '../figures/names'
import { useLab } from '../lab/lab'

/** Shows how the derivative along the variable `name` is found. */
export function StepsButton(props: { name: string }) {
  const lab = useLab()
  const words = () => lab.words().lab.derivation
  return (
    <button
      type="button"
      class="steps-button"
      aria-label={words().open(shownName(props.name))}
      onClick={() => lab.showDerivation(props.name)}
    >
      {words().steps}
    </button>
  )
}
