import { typesetName } from '@shared/language/typeset'
import Clipboard from 'lucide-solid/icons/clipboard'
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { Formula } from '../editor/Formula'
import { runNames } from '../figures/run-names'
import { useLab } from '../lab'
import { indexAt } from '../plots/figure'
import { numeral } from '../plots/numerals'
import type { Scene } from '../scene'

const rowHeight = 21
/** Rows kept above and below the visible ones. */
const spare = 6
/** More variables than this do not fit: the table is copied whole all the same. */
const mostColumns = 4

/** Every step of the selected run. Only the visible rows are in the page, so that a long run costs no more than a short one. */
export function StepTable(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab
  let scroller!: HTMLDivElement
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(200)
  const report = createMemo(() => {
    const found = props.scene.reports()?.[lab.run()]
    return found && 'points' in found ? found : undefined
  })
  const names = () => lab.experiment().variables.map((variable) => variable.name)
  const shown = () => names().slice(0, mostColumns)
  /** Fewer digits where more columns share the width; the copied table has them all. */
  const digits = () => (shown().length > 1 ? 4 : 6)
  const count = () => report()?.steps.length ?? 0
  const first = () => Math.max(0, Math.floor(top() / rowHeight) - spare)
  const rows = createMemo(() => {
    const length = Math.min(count() - first(), Math.ceil(height() / rowHeight) + 2 * spare)
    return Array.from({ length: Math.max(0, length) }, (_, index) => first() + index)
  })
  const selected = createMemo(() => {
    const found = report()
    return found ? indexAt(found, lab.step()) : -1
  })
  createEffect(
    on(selected, (index) => {
      if (index < 0) return
      setHeight(scroller.clientHeight)
      const at = index * rowHeight
      if (at < scroller.scrollTop + rowHeight || at > scroller.scrollTop + scroller.clientHeight - 2 * rowHeight)
        scroller.scrollTop = at - scroller.clientHeight / 2
    })
  )
  const look = () => {
    setTop(scroller.scrollTop)
    setHeight(scroller.clientHeight)
  }
  const copy = () => {
    const found = report()
    if (!found) return
    const head = [words().table.step, ...names(), words().table.value, words().table.norm]
    const lines = Array.from(found.steps, (step, index) => [
      step,
      ...names().map((_, axis) => found.points[index * names().length + axis]),
      found.values[index],
      found.norms[index]
    ])
    void navigator.clipboard.writeText([head, ...lines].map((line) => line.join('\t')).join('\n'))
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
      <div class="scroller" ref={scroller} onScroll={look} tabindex="0">
        <table class="steps" aria-rowcount={count() + 1}>
          <thead>
            <tr>
              <th scope="col">
                <Formula tex="k" />
              </th>
              <For each={shown()}>
                {(name) => (
                  <th scope="col">
                    <Formula tex={typesetName(name)} />
                  </th>
                )}
              </For>
              <th scope="col">
                <Formula tex="f" />
              </th>
              <th scope="col">
                <Formula tex="\lVert\nabla f\rVert" />
              </th>
            </tr>
          </thead>
          <tbody>
            <tr style={{ height: `${first() * rowHeight}px` }} />
            <For each={rows()}>
              {(index) => (
                <Show when={report()}>
                  {(found) => (
                    <tr
                      classList={{ on: index === selected() }}
                      aria-selected={index === selected()}
                      aria-rowindex={index + 2}
                      onClick={() => lab.selectStep(found().steps[index] ?? 0)}
                      style={{ height: `${rowHeight}px` }}
                    >
                      <td>{found().steps[index]}</td>
                      <For each={shown()}>
                        {(_, axis) => (
                          <td>{numeral(found().points[index * names().length + axis()] ?? Number.NaN, digits())}</td>
                        )}
                      </For>
                      <td>{numeral(found().values[index] ?? Number.NaN, digits())}</td>
                      <td>{numeral(found().norms[index] ?? Number.NaN, 4)}</td>
                    </tr>
                  )}
                </Show>
              )}
            </For>
            <tr style={{ height: `${Math.max(0, count() - first() - rows().length) * rowHeight}px` }} />
          </tbody>
        </table>
      </div>
    </section>
  )
}
