import { stopBounds } from '@shared/experiment/bounds'
import { comparisonHolds } from '@shared/experiment/comparison'
import { FormulaError } from '@shared/language/error'
import { numeral } from '@shared/numbers/numeral'
import { sentence } from '@shared/problem'
import Scale from 'lucide-solid/icons/scale'
import { createMemo, For, Show } from 'solid-js'
import { Popover } from '../controls/Popover'
import { methodName } from '../figures/run-names'
import { useLab } from '../lab'
import type { FairComparison } from '../race'
import { BoundedField } from './BoundedField'
import { RunMark } from './RunMark'
import { Sweep } from './Sweep'
import { Working } from './Working'

/** Sets all runs on equal terms, each with the learning rate that is best for it. */
export function CompareButton(props: { comparison: FairComparison }) {
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
      <Sheet comparison={props.comparison} />
    </Popover>
  )
}

function Sheet(props: { comparison: FairComparison }) {
  const lab = useLab()
  const words = () => lab.words().race.compare
  /** Since it was compared last. */
  const hasChanged = () => lab.experiment().comparison !== null && !comparisonHolds(lab.experiment())
  const hasRuns = () => lab.experiment().runs.length > 0
  return (
    <div class="race-sheet">
      <h3>{words().heading}</h3>
      <p>{words().text}</p>
      <BoundedField
        row={stopBounds.evaluations}
        name={words().budget}
        value={props.comparison.budget()}
        disabled={props.comparison.working()}
        onChange={(budget) => props.comparison.setBudget(budget)}
      />
      <Show when={hasRuns()} fallback={<p class="soft">{words().none}</p>}>
        <Working work={props.comparison} text={words().working}>
          <button
            type="button"
            class="primary"
            disabled={lab.formula() instanceof FormulaError}
            onClick={() => props.comparison.compare()}
          >
            {props.comparison.report() ? words().again : words().go}
          </button>
        </Working>
      </Show>
      <Show when={hasChanged()}>
        <p class="soft">{words().changed}</p>
      </Show>
      <Tried comparison={props.comparison} />
    </div>
  )
}

/** What was tried for each run: f at the end against the rate. */
function Tried(props: { comparison: FairComparison }) {
  const lab = useLab()
  const words = () => lab.words().race.compare
  const entries = createMemo(() => props.comparison.report() ?? [])
  const hasRates = () => entries().some((entry) => 'tried' in entry && entry.tried.length > 0)
  return (
    <>
      <For each={entries()}>
        {(entry, index) => {
          const run = () => lab.experiment().runs[index()]
          const name = () => methodName(run()?.method ?? '', lab.words())
          return (
            <div class="tried">
              <RunMark colour={run()?.colour ?? 0} />
              <span class="ellipsis">{name()}</span>
              <Show
                when={'tried' in entry ? entry : null}
                fallback={<span class="bad">{'problem' in entry ? sentence(entry.problem, lab.words()) : ''}</span>}
              >
                {(found) => (
                  <>
                    <span class="soft">
                      {found().lr === null ? words().withoutRate : `η = ${numeral(found().lr ?? Number.NaN)}`}
                    </span>
                    <span>{words().ended({ value: numeral(found().value, 4) })}</span>
                    <Show when={found().tried.length > 1}>
                      <Sweep
                        tried={found().tried}
                        chosen={found().lr}
                        colour={run()?.colour ?? 0}
                        label={words().chart({ name: name() })}
                      />
                    </Show>
                  </>
                )}
              </Show>
            </div>
          )
        }}
      </For>
      <Show when={hasRates()}>
        <p class="soft">{words().tried}</p>
      </Show>
    </>
  )
}
