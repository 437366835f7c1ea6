import { typesetName } from '@shared/language/typeset'
import type { RunReport } from '@shared/protocol'
import Clipboard from 'lucide-solid/icons/clipboard'
import { type Accessor, createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { Formula } from '../editor/Formula'
import { digitsApart } from '../figures/digits'
import { runNames } from '../figures/run-names'
import { type Lab, useLab } from '../lab'
import { indexAt } from '../plots/figure'
import { numeral } from '../plots/numerals'
import type { Scene } from '../scene'

const rowHeight = 21
/** Rows kept above and below the visible ones. */
const spare = 6
/** More variables than this do not fit: the table is copied whole all the same. */
const mostColumns = 4

/** Every step of the selected run. */
export function StepTable(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab
  const report = createMemo(() => {
    const found = props.scene.reports()?.[lab.run()]
    return found && 'points' in found ? found : undefined
  })
  /** Of a long run the page has only some points. */
  const thinned = () => {
    const found = report()
    if (!found || found.steps.length > found.taken) return null
    const [shown, all] = [found.steps.length, found.taken + 1].map((count) => count.toLocaleString('en'))
    return words().table.thinned({ shown: shown as string, all: all as string })
  }
  const copy = () => {
    const found = report()
    if (found) void navigator.clipboard.writeText(tabbed(lab, found))
  }
  return (
    <section class="card plot" aria-label={words().plots.table}>
      <h3>
        <span>{words().plots.table}</span>
        <span class="soft ellipsis">{runNames(lab.experiment(), lab.words())[lab.run()]}</span>
        <IconButton label={words().table.copy} onClick={copy} disabled={!report()}>
          <Clipboard size={13} />
        </IconButton>
      </h3>
      <Rows report={report} />
      <Show when={thinned()}>
        <p class="soft thinned">{thinned()}</p>
      </Show>
    </section>
  )
}

const namesIn = (lab: Lab) => lab.experiment().variables.map((variable) => variable.name)

/** The whole table with every digit, as spreadsheets take it from the clipboard. */
function tabbed(lab: Lab, { steps, points, values, norms }: RunReport): string {
  const names = namesIn(lab)
  const { step, value, norm } = lab.words().lab.table
  const lines = Array.from(steps, (number, index) => [
    number,
    ...names.map((_, axis) => points[index * names.length + axis]),
    values[index],
    norms[index]
  ])
  return [[step, ...names, value, norm], ...lines].map((line) => line.join('\t')).join('\n')
}

/** Only the visible rows are in the page, so that a long run costs no more than a short one. */
function Rows(props: { report: Accessor<RunReport | undefined> }) {
  const lab = useLab()
  let scroller!: HTMLDivElement
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(200)
  const shown = () => namesIn(lab).slice(0, mostColumns)
  const count = () => props.report()?.steps.length ?? 0
  const first = () => Math.max(0, Math.floor(top() / rowHeight) - spare)
  const rows = createMemo(() => {
    const length = Math.min(count() - first(), Math.ceil(height() / rowHeight) + 2 * spare)
    return Array.from({ length: Math.max(0, length) }, (_, index) => first() + index)
  })
  const selected = createMemo(() => {
    const found = props.report()
    return found ? indexAt(found, lab.step()) : -1
  })
  const measure = () => {
    setTop(scroller.scrollTop)
    setHeight(scroller.clientHeight)
  }
  createEffect(
    on(selected, (index) => {
      if (index < 0) return
      measure()
      const at = index * rowHeight
      if (at < scroller.scrollTop + rowHeight || at > scroller.scrollTop + scroller.clientHeight - 2 * rowHeight)
        scroller.scrollTop = at - scroller.clientHeight / 2
    })
  )
  return (
    <div class="scroller" ref={scroller} onScroll={measure} tabindex="0">
      <table class="steps" aria-rowcount={count() + 1}>
        <Head names={shown()} />
        <tbody>
          <tr style={{ height: `${first() * rowHeight}px` }} />
          <For each={rows()}>
            {(index) => (
              <Show when={props.report()}>
                {(found) => (
                  <Row report={found()} index={index} columns={shown().length} selected={index === selected()} />
                )}
              </Show>
            )}
          </For>
          <tr style={{ height: `${Math.max(0, count() - first() - rows().length) * rowHeight}px` }} />
        </tbody>
      </table>
    </div>
  )
}

function Head(props: { names: readonly string[] }) {
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
      </tr>
    </thead>
  )
}

/** The most digits of a number in the table. */
const mostDigits = 10

/** A number of a column and, where they would look equal, as many digits as tell it from those above and below. */
function cellText(number: (index: number) => number | undefined, index: number, digits: number): string {
  const value = number(index) ?? Number.NaN
  const needed = [index - 1, index + 1].map((row) => digitsApart(value, number(row) ?? value, digits, mostDigits))
  return numeral(value, Math.max(...needed))
}

/** `index`: of the point in the report. `columns`: how many coordinates are shown. */
function Row(props: { report: RunReport; index: number; columns: number; selected: boolean }) {
  const lab = useLab()
  const dimension = () => lab.experiment().variables.length
  /** Fewer digits where more columns share the width. */
  const digits = () => (props.columns > 1 ? 4 : 6)
  const axes = () => Array.from({ length: props.columns }, (_, axis) => axis)
  return (
    <tr
      classList={{ on: props.selected }}
      aria-current={props.selected ? 'step' : undefined}
      aria-rowindex={props.index + 2}
      onClick={() => lab.selectStep(props.report.steps[props.index] ?? 0)}
      style={{ height: `${rowHeight}px` }}
    >
      <td>{props.report.steps[props.index]}</td>
      <For each={axes()}>
        {(axis) => <td>{cellText((row) => props.report.points[row * dimension() + axis], props.index, digits())}</td>}
      </For>
      <td>{cellText((row) => props.report.values[row], props.index, digits())}</td>
      <td>{cellText((row) => props.report.norms[row], props.index, 4)}</td>
    </tr>
  )
}
