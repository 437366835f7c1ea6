import type { Experiment } from '@shared/experiment/experiment'
import { numeral } from '@shared/numbers/numeral'
import type { AlgorithmStep, Trial } from '@shared/protocol'
import { createMemo, For, Show } from 'solid-js'
import { functionAt } from '../figures/function'
import { axisName } from '../figures/names'
import { useLab } from '../lab/lab'

/** More rows than this are not all shown: the first ones and the last, which decided. */
const mostRows = 12

/** The points where f was tried, in order, and what became of each. */
export function TrialTable(props: { trials: readonly Trial[]; shown: readonly number[] }) {
  const lab = useLab()
  const words = () => lab.words().lab.stepPanel
  const isOnLine = () => props.trials.some(({ length }) => Number.isFinite(length))
  const hasSlopes = () => props.trials.some(({ slope }) => Number.isFinite(slope))
  const columns = () => (isOnLine() ? 1 : props.shown.length) + (hasSlopes() ? 4 : 3)
  const numbered = createMemo(() => props.trials.map((trial, index) => ({ trial, number: index + 1 })))
  const left = () => Math.max(0, props.trials.length - mostRows)
  const row = ({ trial, number }: { readonly trial: Trial; readonly number: number }) => (
    <tr classList={{ on: trial.outcome === 'accepted' }}>
      <td>
        {/* As on the plots. */}
        {trial.outcome === 'accepted' ? '●' : '○'} {number}
      </td>
      <Show when={isOnLine()} fallback={<Coordinates point={trial.point} shown={props.shown} />}>
        <td>{numeral(trial.length)}</td>
      </Show>
      <td>{numeral(trial.value)}</td>
      <Show when={hasSlopes()}>
        <td>{numeral(trial.slope, 4)}</td>
      </Show>
      <td class="word">{words().outcomes[trial.outcome]}</td>
    </tr>
  )
  return (
    <Show when={props.trials.length > 0}>
      <table class="steps trials" aria-label={words().trials}>
        <thead>
          <tr>
            <th>{words().trials}</th>
            <Show when={isOnLine()} fallback={<Names shown={props.shown} />}>
              <th>α</th>
            </Show>
            <th>f</th>
            <Show when={hasSlopes()}>
              <th>{words().slopeAlong}</th>
            </Show>
            <th class="word">{words().verdict}</th>
          </tr>
        </thead>
        <tbody>
          <For each={numbered().slice(0, left() > 0 ? mostRows - 4 : mostRows)}>{row}</For>
          <Show when={left() > 0}>
            <tr>
              <td colspan={columns()} class="word soft">
                {words().moreTrials({ count: left() })}
              </td>
            </tr>
            <For each={numbered().slice(-4)}>{row}</For>
          </Show>
        </tbody>
      </table>
    </Show>
  )
}

/** The corners of a simplex, the best first, before and after the step. `seen`: the experiment it is of. */
export function SimplexTable(props: {
  seen: Experiment
  simplex: NonNullable<AlgorithmStep['simplex']>
  shown: readonly number[]
}) {
  const lab = useLab()
  const words = () => lab.words().lab.stepPanel
  const drawn = () => (lab.experiment().variables.length === 1 ? words().onLine : words().onPlane)
  const height = createMemo(() => functionAt(props.seen))
  const f = (corner: readonly number[] | undefined) => numeral((corner && height()?.(corner)) ?? Number.NaN)
  const corners = createMemo(() => {
    const all = props.simplex.before.map((before, index) => ({
      number: index + 1,
      before,
      after: props.simplex.after[index] ?? []
    }))
    // The worst one is the one that moves.
    return all.length > mostRows ? [...all.slice(0, mostRows - 1), ...all.slice(-1)] : all
  })
  return (
    <table class="steps trials" aria-label={words().simplex}>
      <thead>
        <tr>
          <th>{words().simplex}</th>
          <th colspan={props.shown.length + 1}>{drawn().before}</th>
          <th colspan={props.shown.length + 1}>{drawn().after}</th>
        </tr>
        <tr>
          <th>{words().corner}</th>
          <Names shown={props.shown} />
          <th>f</th>
          <Names shown={props.shown} />
          <th>f</th>
        </tr>
      </thead>
      <tbody>
        <For each={corners()}>
          {({ number, before, after }) => (
            <tr>
              <td>{number}</td>
              <Coordinates point={before} shown={props.shown} />
              <td>{f(before)}</td>
              <Coordinates point={after} shown={props.shown} />
              <td>{f(after)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

function Names(props: { shown: readonly number[] }) {
  const lab = useLab()
  return <For each={props.shown}>{(axis) => <th>{axisName(lab.experiment(), axis)}</th>}</For>
}

function Coordinates(props: { point: readonly number[]; shown: readonly number[] }) {
  return <For each={props.shown}>{(axis) => <td>{numeral(props.point[axis] ?? Number.NaN, 4)}</td>}</For>
}
