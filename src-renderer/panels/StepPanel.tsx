import { typesetNumber } from '@shared/language/typeset'
import { isFixedRate } from '@shared/methods/method'
import { methodNamed } from '@shared/methods/table'
import type { StepReport } from '@shared/protocol'
import { createMemo, For, Show } from 'solid-js'
import { Formula } from '../editor/Formula'
import { digitsOfMove } from '../figures/digits'
import { axisName, slopeName } from '../figures/names'
import { runNames } from '../figures/run-names'
import { useLab } from '../lab'
import { numeral } from '../plots/numerals'
import type { Scene } from '../scene'
import { explanation } from './explanation'

/** Why the selected run moved there: its update rule with this step's numbers, and in words. */
export function StepPanel(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.stepPanel
  const run = () => lab.experiment().runs[lab.run()]
  const ended = () => {
    const report = props.scene.reports()?.[lab.run()]
    return report !== undefined && 'taken' in report && lab.step() > report.taken
  }
  /** While the selection runs on, the panel keeps to the last step that was opened, under that step's number. */
  const step = () => (ended() ? undefined : props.scene.opened()?.step) ?? lab.step()
  return (
    <section class="card plot step-panel" aria-label={words().rule}>
      <h3>
        <span>{lab.step() === 0 ? words().startHeading : words().heading(step())}</span>
        <span class="soft ellipsis">{runNames(lab.experiment(), lab.words())[lab.run()]}</span>
      </h3>
      <div class="scroller explained" tabindex="0">
        <Show when={lab.step() > 0} fallback={<p class="soft">{words().startText}</p>}>
          <Show when={!ended()} fallback={<p class="soft">{words().ended}</p>}>
            <Show when={props.scene.opened()}>
              {(report) => (
                <Opened report={report()} method={run()?.method ?? ''} convention={run()?.convention ?? ''} />
              )}
            </Show>
          </Show>
        </Show>
      </div>
    </section>
  )
}

function Opened(props: { report: StepReport; method: string; convention: string }) {
  const lab = useLab()
  const words = () => lab.words().lab.stepPanel
  const variables = () => lab.experiment().variables.map((variable) => variable.name)
  /** The coordinates on the axes: with many variables the others would fill the panel. */
  const shown = createMemo(() => [...new Set(variables().length === 1 ? [0] : lab.experiment().view.axes)])
  const lines = createMemo(() => {
    const method = methodNamed(props.method, props.convention)
    return method && isFixedRate(method) && method.rule.length === props.report.lines.length
      ? explanation(props.report, method, variables(), shown())
      : []
  })
  const comments = () =>
    (lab.words().methods.lines as Readonly<Record<string, Readonly<Record<string, string>>>>)[props.method] ?? {}
  return (
    <>
      <For each={lines()}>
        {(line) => (
          <div class="line">
            <p class="rule" title={comments()[line.target]}>
              <Formula tex={line.rule} />
              <Show when={lines().length > 1}>
                <span class="soft">{comments()[line.target]}</span>
              </Show>
            </p>
            <For each={line.numbers}>
              {(numbers) => (
                <p class="numbers">
                  <Formula tex={`${numbers.variable}:\\ ${numbers.tex}`} />
                </p>
              )}
            </For>
          </div>
        )}
      </For>
      <p class="numbers">
        <Formula tex={valueChange()} />
      </p>
      <For each={shown()}>{(axis) => <p class="soft">{moved(axis)}</p>}</For>
      <Show when={variables().length > shown().length}>
        <p class="soft">{words().coordinates({ names: shownNames(), count: variables().length })}</p>
      </Show>
    </>
  )

  function shownNames(): string {
    return shown()
      .map((axis) => axisName(lab.experiment(), axis))
      .join(', ')
  }

  /** f before and after, to the digits that show the difference. */
  function valueChange(): string {
    const [before, after] = [props.report.before.value, props.report.after.value]
    const digits = digitsOfMove(before, after)
    return `f:\\ ${typesetNumber(before, digits)} \\to ${typesetNumber(after, digits)}`
  }

  /** Where one coordinate went and, for a positive or negative partial derivative, why. */
  function moved(axis: number): string {
    const name = axisName(lab.experiment(), axis)
    const slope = props.report.before.gradient[axis] ?? Number.NaN
    const way = (props.report.after.point[axis] ?? Number.NaN) - (props.report.before.point[axis] ?? Number.NaN)
    const values = { name, size: numeral(Math.abs(way), 3) }
    const movement = way < 0 ? words().decreases(values) : way > 0 ? words().increases(values) : words().stays({ name })
    const derivative = slopeName(lab.experiment(), axis)
    // Only where the move does go against the slope: memory may carry a run the other way.
    if (slope > 0 && way < 0) return words().positive({ derivative }) + movement
    if (slope < 0 && way > 0) return words().negative({ derivative }) + movement
    return movement
  }
}
