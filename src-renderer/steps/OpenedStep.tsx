import type { Experiment, Run } from '@shared/experiment/experiment'
import { typesetName, typesetNumber } from '@shared/language/typeset'
import { isFixedRate } from '@shared/methods/method'
import { methodNamed } from '@shared/methods/table'
import { digitsOfMove } from '@shared/numbers/digits'
import { numeral } from '@shared/numbers/numeral'
import type { StepReport } from '@shared/protocol'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { Formula } from '../editor/Formula'
import { axisName, slopeName } from '../figures/names'
import { useLab } from '../lab/lab'
import { algorithmExplanation } from './algorithm-explanation'
import { algorithmReason } from './algorithm-reasons'
import { bold, explanation } from './explanation'
import { gradientLine, rateLine } from './gradient-line'
import { coordinateReasons, mostMoved, mostShown, once, rateReasons, stepReasons } from './reasons'
import { MovesTable, Remembered } from './StepNumbers'
import { SimplexTable, TrialTable } from './Trials'

/** One line of what a step did, with its numbers. */
interface Line {
  readonly tex: string
  readonly comment: string | undefined
  /** TeX of the same with numbers: for each coordinate, or of all at once. */
  readonly numbers: readonly string[]
}

/**
 * A step taken apart: where it led; why, in words; the rule with its numbers; what moved the point; what was tried and
 * remembered. `seen`: the experiment that the report is of.
 */
export function OpenedStep(props: { seen: Experiment; report: StepReport; run: Run }) {
  const lab = useLab()
  const words = () => lab.words().lab.stepPanel
  const [isAll, setAll] = createSignal(false)
  const variables = () => lab.experiment().variables.map((variable) => variable.name)
  /** The coordinates that moved most, unless all are wanted: with many variables the others would fill the panel. */
  const shown = createMemo(() => (isAll() ? variables().map((_, axis) => axis) : mostMoved(props.report)))
  const method = createMemo(() => methodNamed(props.run.method, props.run.convention))
  const reasons = createMemo(() => {
    const taker = method()
    if (!taker) return []
    const names = {
      name: (axis: number) => axisName(lab.experiment(), axis),
      slope: (axis: number) => slopeName(lab.experiment(), axis)
    }
    const why = algorithmReason(props.report, words().why)
    // How far each coordinate went stands above; which way is explained by its slope alone where nothing else was at work.
    const coordinates =
      why === null
        ? once(
            shown().map((axis) => ({
              name: names.name(axis),
              sentence: (name) =>
                coordinateReasons(props.report, taker, axis, { ...names, name: () => name }, words()).join(
                  words().apart
                )
            })),
            words().comma
          )
        : []
    const all = [
      ...(why === null ? [] : [why]),
      ...coordinates,
      ...rateReasons(props.report, taker, shown(), names, words()),
      ...stepReasons(props.report, words())
    ]
    // Of an algorithm they are short, and one thought.
    return isFixedRate(taker) ? all : [all.join(words().apart)]
  })
  const lines = createMemo(() => linesOf(props.report, props.run, variables(), shown(), commentsOf(props.run.method)))
  function commentsOf(id: string): Readonly<Record<string, string>> {
    return (lab.words().methods.lines as Readonly<Record<string, Readonly<Record<string, string>>>>)[id] ?? {}
  }
  const gradient = () => gradientLine(props.report, props.seen.gradient.method, shown(), words())
  const rate = () => rateLine(props.report, props.run, lab.words())
  const drawn = () => (variables().length === 1 ? words().onLine : words().onPlane)
  const radius = () => {
    const size = props.report.algorithm?.radius ?? null
    return size === null ? null : { tex: `\\Delta = ${typesetNumber(size, 5)}`, comment: drawn().radius }
  }
  return (
    <>
      <Outcome report={props.report} shown={shown()} />
      <For each={reasons().filter((reason) => reason !== '')}>{(reason) => <p class="reason">{reason}</p>}</For>
      <div class="line">
        <For each={[gradient(), rate(), radius()].filter((line) => line !== null)}>
          {(line) => (
            <p class="rule">
              <Formula tex={line.tex} />
              <span class="soft">{line.comment}</span>
            </p>
          )}
        </For>
      </div>
      <For each={lines()}>
        {(line) => (
          <div class="line">
            <p class="rule" title={line.comment}>
              <Formula tex={legible(line.tex)} />
              <Show when={lines().length > 1}>
                <span class="soft">{line.comment}</span>
              </Show>
            </p>
            <div>
              <For each={line.numbers}>
                {(tex) => (
                  <p class="numbers">
                    <Formula tex={legible(tex)} />
                  </p>
                )}
              </For>
            </div>
          </div>
        )}
      </For>
      <Show when={props.report.algorithm}>
        {(step) => (
          <>
            <TrialTable trials={step().trials} shown={shown()} />
            <Show when={step().simplex}>
              {(simplex) => <SimplexTable seen={props.seen} simplex={simplex()} shown={shown()} />}
            </Show>
          </>
        )}
      </Show>
      <Show when={method()}>
        {(taker) => (
          <>
            <Show when={lab.experiment().view.arrows === 'all'}>
              <MovesTable report={props.report} method={taker()} shown={shown()} />
            </Show>
            <Remembered report={props.report} method={taker()} />
          </>
        )}
      </Show>
      <Show when={variables().length > mostShown}>
        <p class="soft">
          <Show when={!isAll()}>{words().coordinates({ names: shownNames(), count: variables().length })} </Show>
          <button type="button" class="link" onClick={() => setAll(!isAll())}>
            {isAll() ? words().fewCoordinates : words().allCoordinates}
          </button>
        </p>
      </Show>
    </>
  )

  function shownNames(): string {
    return shown()
      .map((axis) => axisName(lab.experiment(), axis))
      .join(', ')
  }
}

/** What the step did, line by line: of a rule for each coordinate, of an algorithm what happened in it. */
function linesOf(
  report: StepReport,
  run: Run,
  variables: readonly string[],
  shown: readonly number[],
  comments: Readonly<Record<string, string>>
): readonly Line[] {
  const method = methodNamed(run.method, run.convention)
  if (!method) return []
  if (isFixedRate(method)) {
    return explanation(report, method, variables, shown).map(({ target, rule, numbers }) => ({
      tex: rule,
      comment: comments[target],
      numbers: numbers.map(({ variable, tex }) => `${variable}:\\ ${tex}`)
    }))
  }
  if (!report.algorithm) return []
  return algorithmExplanation(report.algorithm, method, run.settings).map(({ id, rule, numbers }) => ({
    tex: rule,
    comment: comments[id],
    numbers: numbers === null ? [] : [numbers]
  }))
}

/** Fractions in full size, within a line their numbers would be too small to read; rows of matrices close to one another. */
const legible = (tex: string) =>
  tex.replaceAll('\\frac', '\\dfrac').replace(/^(?=.*\\begin{pmatrix})/s, '\\def\\arraystretch{0.78} ')

/** What the step did, first of all: the coordinates `shown` and f, before and after. */
function Outcome(props: { report: StepReport; shown: readonly number[] }) {
  const lab = useLab()
  const words = () => lab.words().lab.stepPanel
  const moves = () =>
    props.shown.map((axis) => {
      const name = typesetName(lab.experiment().variables[axis]?.name ?? '')
      const { before, after } = props.report
      return changeOf(name, before.point[axis] ?? Number.NaN, after.point[axis] ?? Number.NaN)
    })
  const fallen = () => props.report.before.value - props.report.after.value
  return (
    <p class="arrival">
      <For each={moves()}>{(tex) => <Formula tex={tex} />}</For>
      <Show when={Number.isFinite(props.report.after.value)}>
        <span>
          <Formula tex={changeOf('f', props.report.before.value, props.report.after.value)} />{' '}
          <Show when={fallen() !== 0}>
            <span
              class={fallen() > 0 ? 'fallen' : 'risen'}
              role="img"
              aria-label={(fallen() > 0 ? words().fell : words().rose)({ by: numeral(Math.abs(fallen()), 3) })}
            >
              {fallen() > 0 ? '▼' : '▲'} {numeral(Math.abs(fallen()), 3)}
            </span>
          </Show>
        </span>
      </Show>
    </p>
  )
}

/** Before and after, to the digits that show the difference. */
function changeOf(name: string, before: number, after: number): string {
  const digits = digitsOfMove(before, after)
  return `${name}:\\ ${typesetNumber(before, digits)} \\to ${bold(typesetNumber(after, digits))}`
}
