import { type Contour, type Field, fieldDirections } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import { levelSpacings } from '@shared/levels'
import Sliders from 'lucide-solid/icons/sliders-horizontal'
import { Show } from 'solid-js'
import { Choice } from '../controls/Choice'
import { Popover } from '../controls/Popover'
import { Slider } from '../controls/Slider'
import { isPrincipal } from '../figures/principal-descent'
import { PartButtons } from '../frame/part'
import { useLab } from '../lab/lab'
import { AxesChoice } from './AxesChoice'
import { ColourMapChoice } from './ColourMapChoice'

/**
 * How a contour is looked at. What is changed often stands beside the title: which variables, 1 : 1 or filling its card,
 * and, where there is room, the arrows; the rest is behind a button.
 */
export function ContourControls() {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const view = () => lab.experiment().view
  /** The field that is shown, or would be. */
  const arrow = () => (view().field.towards === 'ascent' ? 'ascent' : 'descent')
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
      <label class="check roomy" hidden={isPrincipal(lab.experiment())} title={words().fieldHints[arrow()]}>
        <input
          type="checkbox"
          checked={view().field.towards !== 'none'}
          onChange={(event) => {
            const towards = event.currentTarget.checked ? 'descent' : 'none'
            lab.look((old) => ({ ...old, field: { ...old.field, towards } }))
          }}
        />
        {words().fieldOf({ arrow: words().fields[arrow()] })}
      </label>
      <Popover
        label={words().contourSettings}
        face={
          <>
            <Sliders size={13} aria-hidden="true" /> {words().settings}
          </>
        }
      >
        <ContourSettings />
      </Popover>
      <PartButtons />
    </span>
  )
}

function ContourSettings() {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const parts = () => lab.words().lab.stepPanel
  const contour = () => lab.experiment().view.contour
  const field = () => lab.experiment().view.field
  const change = (changes: Partial<Contour>) =>
    lab.look((view) => ({ ...view, contour: { ...view.contour, ...changes } }))
  const changeField = (changes: Partial<Field>) =>
    lab.look((view) => ({ ...view, field: { ...view.field, ...changes } }))
  return (
    <div class="settings">
      <span>{words().levels}</span>
      <Amount
        label={words().levels}
        value={contour().count}
        limit={limits.levels}
        onChange={(count) => change({ count })}
      />
      <span>{words().spacing}</span>
      <Choice
        label={words().spacing}
        value={contour().spacing}
        options={levelSpacings.map((value) => ({ value, label: words().spacings[value] }))}
        onChange={(spacing) => change({ spacing })}
      />
      <label class="check whole">
        <input
          type="checkbox"
          checked={contour().labels}
          onChange={(event) => change({ labels: event.currentTarget.checked })}
        />
        {words().labels}
      </label>
      <span>{words().field}</span>
      <Choice
        label={words().field}
        value={field().towards}
        options={fieldDirections.map((value) => ({
          value,
          label: words().fields[value],
          ...(value === 'none' ? {} : { hint: words().fieldHints[value] })
        }))}
        onChange={(towards) => changeField({ towards })}
      />
      <span>{words().density}</span>
      <Amount
        label={words().density}
        value={field().density}
        limit={limits.arrows}
        onChange={(density) => changeField({ density })}
      />
      <Show when={lab.experiment().view.tab === 'descend'}>
        <span>{parts().arrowsOf}</span>
        <Choice
          label={parts().arrowsOf}
          value={lab.experiment().view.arrows}
          options={(['gradient', 'all'] as const).map((value) => ({ value, label: parts().arrowChoices[value] }))}
          onChange={(arrows) => lab.look((view) => ({ ...view, arrows }))}
        />
      </Show>
      <span>{words().map}</span>
      <ColourMapChoice />
    </div>
  )
}

/** How many: a slider with its number. */
function Amount(props: {
  label: string
  value: number
  limit: { readonly least: number; readonly most: number }
  onChange: (count: number) => void
}) {
  return (
    <span class="amount">
      <Slider
        value={props.value}
        min={props.limit.least}
        max={props.limit.most}
        scale="linear"
        whole
        label={props.label}
        onChange={props.onChange}
      />
      <output>{props.value}</output>
    </span>
  )
}
