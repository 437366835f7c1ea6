import { useLab } from '../lab'
import { AxesChoice } from './AxesChoice'

/** How a contour is looked at: which variables, 1 : 1 or filling its card, and the field of arrows. */
export function ContourControls() {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const view = () => lab.experiment().view
  return (
    <span class="controls">
      <AxesChoice />
      <label class="check" title={words().squareHint}>
        <input
          type="checkbox"
          checked={view().square}
          onChange={(event) => {
            const { checked } = event.currentTarget
            lab.look((old) => ({ ...old, square: checked }))
          }}
        />
        {words().square}
      </label>
      <label class="check" title={words().fieldHint}>
        <input
          type="checkbox"
          checked={view().field.towards !== 'none'}
          onChange={(event) => {
            const towards = event.currentTarget.checked ? 'descent' : 'none'
            lab.look((old) => ({ ...old, field: { ...old.field, towards } }))
          }}
        />
        {words().field}
      </label>
    </span>
  )
}
