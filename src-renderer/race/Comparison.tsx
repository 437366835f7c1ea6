import { stopBounds } from '@shared/experiment/bounds'
import { comparisonHolds } from '@shared/experiment/comparison'
import { FormulaError } from '@shared/language/error'
import { numeral } from '@shared/numbers/numeral'
import { sentence } from '@shared/problem'
import type { ComparisonReport } from '@shared/protocol'
import { createMemo, For, Show } from 'solid-js'
import { PlotCard } from '../cards/PlotCard'
import { Working } from '../controls/Working'
import { runNames } from '../figures/run-names'
import { sweepFigure } from '../figures/sweep'
import { useLab } from '../lab/lab'
import { BoundedField } from '../runs/BoundedField'
import { RunMark } from '../runs/RunMark'
import type { Scene } from '../scene/scene'

/** Fewer have nobody to be compared with. */
const fewestRuns = 2

/** Sets all runs on equal terms, each with the learning rate that is best for it, and shows what every rate leads to. */
export function Comparison(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().race.compare
  const comparison = () => props.scene.comparison
  /** Since it was compared last. */
  const hasChanged = () => lab.experiment().comparison !== null && !comparisonHolds(lab.experiment())
  return (
    <div class="fair-comparison">
      <Show when={lab.experiment().runs.length >= fewestRuns} fallback={<p role="status">{words().few}</p>}>
        <p>{words().text}</p>
        <details>
          <summary>{words().rules}</summary>
          <p class="soft">{words().rulesText}</p>
          <p class="soft">{words().budgetText}</p>
        </details>
        <BoundedField
          row={stopBounds.evaluations}
          name={words().budget}
          value={comparison().budget()}
          disabled={comparison().working()}
          onChange={(budget) => comparison().setBudget(budget)}
        />
        <Working work={comparison()} text={words().working}>
          <button
            type="button"
            class="primary"
            disabled={lab.formula() instanceof FormulaError}
            onClick={() => comparison().compare()}
          >
            {comparison().report() ? words().again : words().go}
          </button>
        </Working>
        <Show when={hasChanged()}>
          <p class="soft">{words().changed}</p>
        </Show>
        <Show when={comparison().report()}>{(report) => <Found scene={props.scene} report={report()} />}</Show>
      </Show>
    </div>
  )
}

/** What was tried for each run, as a chart, and the best of it. */
function Found(props: { scene: Scene; report: ComparisonReport }) {
  const lab = useLab()
  const words = () => lab.words().race.compare
  for (const run of lab.experiment().runs.keys()) props.scene.rates[run]?.watch()
  const figure = createMemo(() => {
    const limits = props.scene.rates.map(({ report }) => report()?.limit)
    return sweepFigure(lab.experiment(), props.report, limits, props.scene.minimum.report(), lab.words())
  })
  const names = createMemo(() => runNames(lab.experiment(), lab.words()))
  return (
    <>
      <Show when={figure()}>
        {(shown) => (
          <>
            <PlotCard title={words().figure} figure={shown()} />
            <p class="soft">{words().open}</p>
          </>
        )}
      </Show>
      <table>
        <thead>
          <tr>
            <th scope="col">{words().columns.run}</th>
            <th scope="col">{words().columns.rate}</th>
            <th scope="col">{words().columns.end}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.report}>
            {(entry, index) => (
              <tr>
                <td>
                  <span class="name">
                    <RunMark colour={lab.experiment().runs[index()]?.colour ?? 0} />
                    {names()[index()]}
                  </span>
                </td>
                <Show
                  when={'tried' in entry ? entry : null}
                  fallback={
                    <td class="bad" colSpan={2}>
                      {'problem' in entry ? sentence(entry.problem, lab.words()) : ''}
                    </td>
                  }
                >
                  {(found) => (
                    <>
                      <td>{found().lr === null ? words().withoutRate : numeral(found().lr ?? Number.NaN)}</td>
                      <td>{numeral(found().value, 4)}</td>
                    </>
                  )}
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </>
  )
}
