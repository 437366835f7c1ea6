import { createSignal, type JSX, Match, Switch } from 'solid-js'
import { Choice } from '../controls/Choice'
import { useLab } from '../lab'
import type { Scene } from '../scene'
import { LeaderBoard } from './LeaderBoard'
import { StepTable } from './StepTable'

type Page = 'loss' | 'board' | 'steps'

/**
 * One card with the standings of all runs and the table of one. `loss`: the card of the loss chart with this heading,
 * where there is no room for it beside.
 */
export function Ledger(props: { scene: Scene; loss: ((heading: JSX.Element) => JSX.Element) | null }) {
  const lab = useLab()
  const [wanted, setWanted] = createSignal<Page | null>(null)
  const usual = (): Page => (lab.experiment().runs.length > 1 ? 'board' : 'steps')
  const page = () => {
    const chosen = wanted() ?? usual()
    return chosen === 'loss' && !props.loss ? usual() : chosen
  }
  const label = (one: Page) => {
    const { plots } = lab.words().lab
    return { loss: plots.loss, board: lab.words().race.board, steps: plots.table }[one]
  }
  const heading = () => (
    <Choice
      label={lab.words().race.ledger}
      value={page()}
      options={([...(props.loss ? (['loss'] as const) : []), 'board', 'steps'] as const).map((value) => ({
        value,
        label: label(value)
      }))}
      onChange={setWanted}
    />
  )
  return (
    <Switch>
      <Match when={page() === 'loss'}>{props.loss?.(heading())}</Match>
      <Match when={page() === 'board'}>
        <LeaderBoard scene={props.scene} heading={heading()} />
      </Match>
      <Match when={page() === 'steps'}>
        <StepTable scene={props.scene} heading={heading()} />
      </Match>
    </Switch>
  )
}
