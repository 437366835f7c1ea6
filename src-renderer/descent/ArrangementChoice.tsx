import { arrangements } from '@shared/experiment/experiment'
import { For } from 'solid-js'
import { useLab } from '../lab/lab'

/** How the runs are laid out: linked plots, one small plot a step, or – of several variables – one a run or a variable. */
export function ArrangementChoice() {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const label = () => ({
    linked: lab.experiment().variables.length > 1 ? words().contour : words().curve,
    steps: words().steps,
    runs: words().methods,
    variables: lab.words().dimensions.variables
  })
  const offered = () => (lab.experiment().variables.length > 1 ? arrangements : (['linked', 'steps'] as const))
  return (
    <select
      class="arrangement"
      aria-label={words().arrangement}
      title={words().arrangement}
      onChange={(event) => {
        const arrangement = event.currentTarget.value as (typeof arrangements)[number]
        lab.look((view) => ({ ...view, arrangement }))
      }}
    >
      <For each={offered()}>
        {(value) => (
          <option value={value} selected={value === lab.experiment().view.arrangement}>
            {label()[value]}
          </option>
        )}
      </For>
    </select>
  )
}
