import { typesetName } from '@shared/language/typeset'
import { digitsApart } from '@shared/numbers/digits'
import { numeral } from '@shared/numbers/numeral'
import type { RunReport } from '@shared/protocol'
import Clipboard from 'lucide-solid/icons/clipboard'
import Hash from 'lucide-solid/icons/hash'
import { type Accessor, createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { bridge } from '../bridge'
import { IconButton } from '../controls/IconButton'
import { Formula } from '../editor/Formula'
import { runNames } from '../figures/run-names'
import { type Lab, useLab } from '../lab/lab'
import type { Scene } from '../scene/scene'
import { copyLabel, copyOf } from './step-copy'
import { createRows, type Rows } from './step-rows'
import { isInView, stretchAt, topOf } from './stretch'

const rowHeight = 21

/** Every step of the selected run. */
export function StepTable(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab
  const [counts, setCounts] = createSignal(false)
  const report = createMemo(() => {
    const found = props.scene.reports()?.[lab.run()]
    return found && 'points' in found ? found : undefined
  })
  const copy = async () => {
    const found = report()
    if (!found) return
    try {
      await navigator.clipboard.writeText(await copyOf(lab, bridge.ask, found, counts()))
      lab.tell(words().copied)
    } catch {
      lab.tell(words().notCopied, true)
    }
  }
  return (
    <section class="step-table" aria-label={words().plots.table}>
      <h3>
        <span class="soft ellipsis">{runNames(lab.experiment(), lab.words())[lab.run()]}</span>
        <span class="controls">
          <IconButton label={lab.words().table.showCounts} pressed={counts()} onClick={() => setCounts(!counts())}>
            <Hash size={13} />
          </IconButton>
          <IconButton label={copyLabel(lab, report())} onClick={() => void copy()} disabled={!report()}>
            <Clipboard size={13} />
          </IconButton>
        </span>
      </h3>
      <Body report={report} counts={counts()} />
    </section>
  )
}

const namesIn = (lab: Lab) => lab.experiment().variables.map((variable) => variable.name)

/** Only the visible rows are in the page, so that a long run costs no more than a short one. */
function Body(props: { report: Accessor<RunReport | undefined>; counts: boolean }) {
  const lab = useLab()
  let scroller!: HTMLDivElement
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(200)
  const [heading, setHeading] = createSignal(rowHeight)
  const count = () => {
    const found = props.report()
    return found ? found.taken + 1 : 0
  }
  const table = () => ({ rows: count(), rowHeight, heading: heading(), height: height() })
  const stretch = createMemo(() => stretchAt(table(), top()))
  const steps = createMemo(() => Array.from({ length: stretch().count }, (_, index) => stretch().first + index))
  const rows = createRows(lab, bridge.ask, props.report, () => stretch().first)
  const selected = createMemo(() => (count() > 0 ? Math.min(lab.step(), count() - 1) : -1))
  const measure = () => {
    setTop(scroller.scrollTop)
    setHeight(scroller.clientHeight)
    // Its symbols are higher than the numbers below them.
    setHeading(scroller.querySelector('thead')?.offsetHeight || rowHeight)
  }
  createEffect(
    on(selected, (step) => {
      if (step < 0) return
      measure()
      if (isInView(table(), scroller.scrollTop, step)) return
      scroller.scrollTop = topOf(table(), step - (height() / rowHeight - 1) / 2)
    })
  )
  return (
    <div class="scroller" ref={scroller} onScroll={measure} tabindex="0">
      <table class="steps" aria-rowcount={count() + 1}>
        <Head names={namesIn(lab)} counts={props.counts} />
        <tbody>
          <tr style={{ height: `${stretch().above}px` }} />
          <For each={steps()}>
            {(step) => <Row rows={rows} step={step} counts={props.counts} selected={step === selected()} />}
          </For>
          <tr style={{ height: `${stretch().below}px` }} />
        </tbody>
      </table>
    </div>
  )
}

function Head(props: { names: readonly string[]; counts: boolean }) {
  const lab = useLab()
  const size = () => (lab.experiment().variables.length === 1 ? "\\lvert f'\\rvert" : '\\lVert\\nabla f\\rVert')
  const columns = () => ['k', ...props.names.map(typesetName), 'f', size()]
  return (
    <thead>
      <tr>
        <For each={columns()}>
          {(tex) => (
            <th scope="col">
              <Formula tex={tex} />
            </th>
          )}
        </For>
        <Show when={props.counts}>
          <For each={['gradients', 'evaluations'] as const}>
            {(column) => (
              <th scope="col" title={lab.words().table[column]}>
                {lab.words().table.counts[column]}
              </th>
            )}
          </For>
        </Show>
      </tr>
    </thead>
  )
}

/** The most digits of a number in the table. */
const mostDigits = 10

/**
 * A number of a column and, where they would look equal, as many digits as tell it from those above and below; dots
 * while it is not known.
 */
function cellText(number: (step: number) => number | undefined, step: number, digits: number): string {
  const value = number(step)
  if (value === undefined) return '…'
  const needed = [step - 1, step + 1].map((row) => digitsApart(value, number(row) ?? value, digits, mostDigits))
  const most = Math.max(...needed)
  // Of a whole number with many digits no row shows fewer, in another way than the next.
  const whole = Math.floor(Math.log10(Math.abs(value))) + 1
  return numeral(value, most > digits && whole <= mostDigits ? Math.max(most, whole) : most)
}

function Row(props: { rows: Rows; step: number; counts: boolean; selected: boolean }) {
  const lab = useLab()
  const axes = () => lab.experiment().variables.map((_, axis) => axis)
  /** Fewer digits where more columns share the width. */
  const digits = () => (axes().length > 1 ? 4 : 6)
  return (
    <tr
      classList={{ on: props.selected }}
      aria-current={props.selected ? 'step' : undefined}
      aria-rowindex={props.step + 2}
      onClick={() => lab.selectStep(props.step)}
      style={{ height: `${rowHeight}px` }}
    >
      <td>{props.step}</td>
      <For each={axes()}>
        {(axis) => <td>{cellText((step) => props.rows.coordinate(step, axis), props.step, digits())}</td>}
      </For>
      <td>{cellText((step) => props.rows.number(step, 'values'), props.step, digits())}</td>
      <td>{cellText((step) => props.rows.number(step, 'norms'), props.step, 4)}</td>
      <Show when={props.counts}>
        <td>{props.rows.number(props.step, 'gradients') ?? '…'}</td>
        <td>{props.rows.number(props.step, 'evaluations') ?? '…'}</td>
      </Show>
    </tr>
  )
}
