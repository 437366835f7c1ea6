import { boardOrders, type View } from '@shared/experiment/experiment'
import { countNumeral } from '@shared/numbers/numeral'
import { sentence } from '@shared/problem'
import type { RunReport, Verdict } from '@shared/protocol'
import { verdictSentence, verdictWord } from '@shared/words/verdict'
import { createMemo, For, Show } from 'solid-js'
import { Explained } from '../controls/Term'
import { coordinatesText } from '../figures/caption'
import { hasBrokenOff, outcomeOf } from '../figures/ends'
import { runNames } from '../figures/run-names'
import { standingNumerals } from '../figures/standing-numerals'
import { type Standing, standings } from '../figures/standings'
import { useLab } from '../lab/lab'
import { isBad } from '../runs/Outcome'
import { RunMark } from '../runs/RunMark'
import type { Scene } from '../scene/scene'

/** Which run is ahead: by value, by distance to the lowest point, by gradients. A row selects its run. */
export function LeaderBoard(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().race
  const order = () => lab.experiment().view.board
  const found = createMemo(() => {
    const { runs, variables } = lab.experiment()
    const reports = (props.scene.reports() ?? []).slice(0, runs.length)
    return standings(reports, props.scene.minimum.report(), order(), variables.length)
  })
  const numerals = createMemo(() => ({
    value: standingNumerals(found().rows, 'value', order() === 'value'),
    distance: standingNumerals(found().rows, 'distance', order() === 'distance')
  }))
  const names = createMemo(() => runNames(lab.experiment(), lab.words()))
  return (
    <section class="board" aria-label={words().board}>
      <div class="scroller" tabindex="0">
        <table class="steps standings">
          <Head order={order()} />
          <tbody>
            <For each={found().rows}>
              {(row, index) => (
                <Row
                  row={row}
                  verdict={props.scene.verdicts[row.run]?.verdict()}
                  lower={props.scene.lowerThan(row.run)}
                  name={names()[row.run] ?? ''}
                  value={numerals().value[index()] ?? ''}
                  distance={numerals().distance[index()] ?? ''}
                />
              )}
            </For>
          </tbody>
        </table>
        <p class="soft target">{targetSentence()}</p>
      </div>
    </section>
  )

  function targetSentence(): string {
    const [point, ...others] = found().lowest
    const { target, minimum } = words()
    if (point) return target[others.length > 0 ? 'nearest' : 'found']({ point: coordinatesText(point, 4, 4) })
    return props.scene.minimum.report() ? target.none : target.unknown({ button: minimum.button })
  }
}

function Head(props: { order: View['board'] }) {
  const lab = useLab()
  const words = () => lab.words().race
  const column = { value: 'value', distance: 'distance', gradients: 'reached' } as const
  return (
    <thead>
      <tr>
        <th scope="col">
          <span class="sr-only">{words().columns.place}</span>
        </th>
        <th scope="col" class="name">
          {words().columns.name}
        </th>
        <For each={boardOrders}>
          {(order) => (
            <th scope="col" aria-sort={order === props.order ? 'ascending' : undefined}>
              <button
                type="button"
                class="link"
                classList={{ on: order === props.order }}
                title={words().meanings[column[order]]}
                aria-label={words().orderBy({ column: words().columns[column[order]] })}
                onClick={() => lab.look((view) => ({ ...view, board: order }))}
              >
                {words().columns[column[order]]}
                <Show when={order === props.order}>
                  <span class="sort-sign" aria-hidden="true">
                    ▲
                  </span>
                </Show>
              </button>
            </th>
          )}
        </For>
        <For each={['gradients', 'evaluations', 'steps'] as const}>
          {(id) => (
            <th scope="col">
              <Explained meaning={words().meanings[id]}>{words().columns[id]}</Explained>
            </th>
          )}
        </For>
        <th scope="col" class="name">
          {words().columns.verdict}
        </th>
      </tr>
    </thead>
  )
}

/** There is no value at the end to be told: how it broke off stands in its place. */
const hasNoEnd = (report: RunReport | null) => report === null || hasBrokenOff(report)

interface RowProps {
  readonly row: Standing
  /** Undefined while it is being found. */
  readonly verdict: Verdict | undefined
  readonly lower: readonly number[] | undefined
  readonly name: string
  readonly value: string
  readonly distance: string
}

function Row(props: RowProps) {
  const lab = useLab()
  const words = () => lab.words().race
  const run = () => lab.experiment().runs[props.row.run]
  const isSelected = () => lab.run() === props.row.run
  const report = () => props.row.report
  const place = () => {
    const { place, isTied } = props.row
    if (place === null) return '–'
    return isTied ? words().tie({ place }) : String(place)
  }
  const written = (count: number | undefined) => (count === undefined ? '–' : countNumeral(count))
  const count = (counts: RunReport['gradients'] | undefined) => written(counts?.at(-1))
  return (
    <tr
      classList={{ on: isSelected() }}
      aria-current={isSelected() ? 'true' : undefined}
      onClick={() => lab.selectRun(props.row.run)}
    >
      <td class="place">{place()}</td>
      <th scope="row" class="name">
        <span class="entry">
          <RunMark colour={run()?.colour ?? 0} />
          <button type="button" class="link" title={props.name} onClick={() => lab.selectRun(props.row.run)}>
            {props.name}
          </button>
        </span>
      </th>
      <Show when={props.row.place === null && hasNoEnd(report())} fallback={<td>{props.value}</td>}>
        <Outcome row={props.row} verdict={props.verdict} lower={props.lower} />
      </Show>
      <td>{hasNoEnd(report()) ? '–' : props.distance}</td>
      <Reached row={props.row} />
      <td>{count(report()?.gradients)}</td>
      <td>{count(report()?.evaluations)}</td>
      <td>{written(report()?.taken)}</td>
      <Outcome row={props.row} verdict={props.verdict} lower={props.lower} />
    </tr>
  )
}

/** What it cost to get near the best value; where there is no number, why. */
function Reached(props: { row: Standing }) {
  const lab = useLab()
  const words = () => lab.words().race
  const text = () => {
    const { reached } = props.row
    return reached ? `${reached.atMost ? '≤ ' : ''}${countNumeral(reached.gradients)}` : '–'
  }
  const why = () => {
    const { reached, report } = props.row
    if (reached || !report) return undefined
    return report.taken > 0 && report.gradients.at(-1) === 0 ? words().withoutGradients : words().notReached
  }
  return <td title={why()}>{text()}</td>
}

/** How it went in a word, and as a sentence to whoever points at it. */
function Outcome(props: Pick<RowProps, 'row' | 'verdict' | 'lower'>) {
  const lab = useLab()
  const told = () => {
    const { report, problem } = props.row
    if (!report) return problem ? sentence(problem, lab.words()) : undefined
    return (
      props.verdict && verdictSentence(outcomeOf(lab.experiment(), report, props.verdict, props.lower), lab.words())
    )
  }
  const word = () => {
    const { race } = lab.words()
    if (!props.row.report) return race.failed
    return props.verdict ? verdictWord(props.verdict, lab.words()) : race.judging
  }
  const isBadRow = () => (props.verdict ? isBad(props.verdict) : !props.row.report)
  return (
    <td class="name" classList={{ bad: isBadRow() }} title={told()}>
      {word()}
    </td>
  )
}
