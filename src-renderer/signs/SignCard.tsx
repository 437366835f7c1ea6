import { sentence } from '@shared/problem'
import type { Sign, SignColumn, SignGap } from '@shared/protocol'
import Image from 'lucide-solid/icons/image-down'
import { createEffect, createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { CopyTeX } from '../controls/CopyTeX'
import { IconButton } from '../controls/IconButton'
import { Formula } from '../editor/Formula'
import { savePicture } from '../export/files'
import type { SignsData } from '../figure'
import { signsFigure } from '../figures/differentiate'
import { useLab } from '../lab/lab'
import { courseOf } from '../plots/course'
import { fullMargins } from '../plots/layout'
import { signsHeight, signTexts } from '../plots/signs'
import { columnEdges, courseIn, neededWidth } from '../plots/signs-layout'
import { columnName } from './reasons'
import type { Signs } from './signs'
import { formTeX, headTeX, tableTeX } from './tex'

/**
 * The sign table on a card: its columns below the x they belong to on the plots above. `onChoose`: told the column that is chosen.
 */
export function SignCard(props: { signs: Signs; onChoose?: (column: SignColumn) => void }) {
  const lab = useLab()
  const words = () => lab.words().signs
  const wish = () => lab.experiment().view.signs
  const [fits, setFits] = createSignal(true)
  const set = (change: { readonly second?: boolean; readonly even?: boolean }) =>
    lab.look((view) => (view.signs ? { ...view, signs: { ...view.signs, ...change } } : view))
  return (
    <section class="card plot sign-card" classList={{ stale: props.signs.stale() }}>
      <h3>
        <span>{words().title}</span>
        <Show when={!wish()?.even && fits()}>
          <span class="plot-note">{words().under}</span>
        </Show>
        <span class="controls">
          <label class="check">
            <input
              type="checkbox"
              checked={wish()?.second ?? false}
              onChange={(event) => set({ second: event.currentTarget.checked })}
            />
            {words().second({ name: props.signs.data()?.names[2] ?? 'f″' })}
          </label>
          <label class="check" title={words().evenHint}>
            <input
              type="checkbox"
              checked={wish()?.even ?? false}
              onChange={(event) => set({ even: event.currentTarget.checked })}
            />
            {words().even}
          </label>
          <Show when={props.signs.data()}>
            {(data) => (
              <>
                <CopyTeX label={words().copy} tex={() => tableTeX(data(), lab.words().plots.signs)} />
                <IconButton
                  label={words().save}
                  onClick={() => void savePicture(lab, signsFigure(data(), lab.words()), pictureSize(data()))}
                >
                  <Image size={13} />
                </IconButton>
              </>
            )}
          </Show>
        </span>
      </h3>
      <Show when={props.signs.problem()}>
        {(problem) => <p class="strip bad">{sentence(problem(), lab.words())}</p>}
      </Show>
      <Show when={props.signs.data()}>
        {(data) => (
          <Show when={instead(data())} fallback={<Table {...props} data={data()} onFit={setFits} />}>
            {(text) => <p class="strip soft">{text()}</p>}
          </Show>
        )}
      </Show>
    </section>
  )

  /** Said in place of a table that has no columns, or none with a sign. */
  function instead({ table }: SignsData): string | null {
    if (table.tooMany) return lab.words().plots.signs.tooMany
    return table.columns.every(({ signs }) => signs.every((sign) => sign === '/')) ? words().nowhere : null
  }
}

/** As wide as a page, and as high as the table with its heading. */
const pictureSize = (data: SignsData) => ({ width: 880, height: signsHeight(data) + 60, scale: 2 })

function Table(props: {
  signs: Signs
  data: SignsData
  onChoose?: (column: SignColumn) => void
  /** Told whether the columns can stand below their x. */
  onFit: (fits: boolean) => void
}) {
  const lab = useLab()
  const words = () => lab.words().signs
  const [width, setWidth] = createSignal(640)
  let element!: HTMLDivElement
  onMount(() => {
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    onCleanup(() => observer.disconnect())
  })
  /** Where there is no room for it the table is scrolled. */
  const needed = () => neededWidth(props.data.table.columns, lab.words().plots.signs)
  createEffect(() => props.onFit(fullMargins.left + needed() + fullMargins.right <= width()))
  const edges = createMemo(() => {
    const { left } = fullMargins
    const right = Math.max(left + needed(), width() - fullMargins.right)
    return columnEdges(props.data.table.columns, props.data, { left, right }, lab.words().plots.signs)
  })
  const choose = (index: number) => {
    const isChosen = props.data.chosen === index
    props.signs.choose(isChosen ? null : index)
    const column = props.data.table.columns[index]
    if (column && !isChosen) props.onChoose?.(column)
  }
  const cellClass = (column: SignColumn, index: number) => ({
    place: column.kind === 'place',
    chosen: props.data.chosen === index
  })
  return (
    <div class="sign-table" ref={element}>
      <table aria-label={words().title} style={{ width: `${edges().at(-1) ?? 0}px` }}>
        <colgroup>
          <col style={{ width: `${fullMargins.left}px` }} />
          <For each={props.data.table.columns}>
            {(_, index) => <col style={{ width: `${(edges()[index() + 1] ?? 0) - (edges()[index()] ?? 0)}px` }} />}
          </For>
        </colgroup>
        <thead>
          <tr>
            <th scope="row">
              <Formula tex={headTeX(props.data.variable)} />
            </th>
            <For each={props.data.table.columns}>
              {(column, index) => (
                <th scope="col" classList={cellClass(column, index())}>
                  <button
                    type="button"
                    aria-pressed={props.data.chosen === index()}
                    aria-label={words().pick({ column: columnName(props.data, column, words()) })}
                    onClick={() => choose(index())}
                  >
                    <Show when={column.kind === 'place' && column} fallback="…">
                      {(place) => <Formula tex={formTeX(place().exact, place().at)} />}
                    </Show>
                  </button>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.data.table.derivatives}>
            {(_, row) => (
              <tr>
                <th scope="row">
                  <Formula tex={headTeX(props.data.names[row() + 1] ?? '')} />
                </th>
                <For each={props.data.table.columns}>
                  {(column, index) => (
                    // The button in the head is for the keyboard: all of a column can be clicked.
                    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
                    <td classList={cellClass(column, index())} onClick={() => choose(index())}>
                      <SignMark sign={column.signs[row()] ?? '?'} />
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
          <tr class="values">
            <th scope="row">
              <Formula tex={headTeX(props.data.names[0])} />
            </th>
            <For each={props.data.table.columns}>
              {(column, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the button in the head is for the keyboard
                <td classList={cellClass(column, index())} onClick={() => choose(index())}>
                  <Show when={column.kind === 'place' && column} fallback={<Arrow gap={column as SignGap} />}>
                    {(place) => <Value place={place()} />}
                  </Show>
                </td>
              )}
            </For>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

const classes: Readonly<Record<Sign, string>> = { '+': 'rises', '-': 'falls', '0': '', '/': 'open', '?': 'open' }

/** A sign as it is seen, and as it is heard. */
export function SignMark(props: { sign: Sign }) {
  const lab = useLab()
  return (
    <span class={`sign-mark ${classes[props.sign]}`}>
      <span aria-hidden="true">{signTexts[props.sign]}</span>
      <span class="sr-only">{lab.words().signs.sign[props.sign]}</span>
    </span>
  )
}

function Value(props: { place: Extract<SignColumn, { kind: 'place' }> }) {
  const lab = useLab()
  const name = () => {
    const { extremum, inflection } = props.place
    const words = lab.words().plots.signs
    return extremum ? words[extremum] : inflection ? words.inflection : null
  }
  return (
    <Show when={!Number.isNaN(props.place.value)} fallback={<SignMark sign="/" />}>
      <Show when={name()}>{(text) => <b classList={{ soft: !props.place.extremum }}>{text()} </b>}</Show>
      <Formula tex={formTeX(props.place.exactValue, props.place.value)} />
    </Show>
  )
}

/** What f does in a gap: an arrow, bent as the curve is where that is told. */
function Arrow(props: { gap: SignGap }) {
  const lab = useLab()
  const words = () => lab.words().signs
  const course = () => courseIn(props.gap)
  const label = () => {
    const found = course()
    if (!found) return ''
    const { rises, bend } = found
    const way = rises === null ? words().course.level : rises ? words().course.rises : words().course.falls
    return bend ? `${way}, ${words().bend[bend]}` : way
  }
  return (
    <Show when={course()} fallback={<SignMark sign={props.gap.signs[0] ?? '?'} />}>
      {(found) => (
        <svg
          class={`course ${found().rises === null ? '' : found().rises ? 'rises' : 'falls'}`}
          viewBox="-20 -14 40 28"
          role="img"
          aria-label={label()}
        >
          <path d={pathOf(found())} />
        </svg>
      )}
    </Show>
  )
}

function pathOf({ rises, bend }: NonNullable<ReturnType<typeof courseIn>>): string {
  const { from, control, to, barbs } = courseOf(rises, bend, 34)
  return `M${from} Q${control} ${to} ${barbs.map((barb) => `M${to} L${barb}`).join(' ')}`
}
