import { typesetNumber } from '@shared/language/typeset'
import type { SignGap, SignPlace } from '@shared/protocol'
import { createMemo, For, Show } from 'solid-js'
import { Formula } from '../editor/Formula'
import type { SignsData } from '../figure'
import { useLab } from '../lab/lab'
import { columnName, columnSentences, placeSentences } from './reasons'
import type { Signs } from './signs'
import { headTeX, placesTeX } from './tex'

/** How the sign table comes about: the derivatives solved, a sign tried in each gap, the answer in sentences. */
export function SignReasoning(props: { signs: Signs }) {
  return <Show when={props.signs.data()}>{(data) => <Steps data={data()} />}</Show>
}

function Steps(props: { data: SignsData }) {
  const lab = useLab()
  const words = () => lab.words().signs
  const columns = () => props.data.table.columns
  const places = createMemo(() => columns().filter((column): column is SignPlace => column.kind === 'place'))
  const gaps = createMemo(() =>
    columns().filter((column): column is SignGap => column.kind === 'gap' && column.signs[0] !== '/')
  )
  const chosen = () => columns()[props.data.chosen ?? -1]
  const answers = createMemo(() => places().flatMap((place) => placeSentences(props.data, place, words())))
  const isOpen = () => columns().some(({ signs }) => signs.includes('?'))
  const hasNoExtremum = () => !isOpen() && places().every(({ extremum }) => extremum === null)
  return (
    <div class="sign-reasoning">
      <Show when={chosen()}>
        {(column) => (
          <div class="chosen-column">
            <b>
              {words().chosen.heading} {columnName(props.data, column(), words())}
            </b>
            <For each={columnSentences(props.data, column(), words())}>{(text) => <p>{text}</p>}</For>
          </div>
        )}
      </Show>
      <Show when={!props.data.table.tooMany} fallback={<p class="soft">{lab.words().plots.signs.tooMany}</p>}>
        <ol>
          <For each={props.data.table.derivatives}>
            {(_, row) => (
              <li>
                <h4>{words().reasoning.solve({ slope: props.data.names[row() + 1] ?? '' })}</h4>
                <Solved data={props.data} row={row()} places={places()} />
              </li>
            )}
          </For>
          <li>
            <h4>{words().reasoning.trials}</h4>
            <Trials data={props.data} gaps={gaps()} />
          </li>
          <li>
            <h4>{words().reasoning.answer}</h4>
            <For each={answers()}>{(text) => <p>{text}</p>}</For>
            <Show when={hasNoExtremum()}>
              <p>{words().reasoning.noExtremum}</p>
            </Show>
            <Show when={isOpen()}>
              <p class="soft">{words().reasoning.open}</p>
            </Show>
          </li>
        </ol>
      </Show>
    </div>
  )
}

/** The equation of one derivative, as a product if it has one, with its roots and where it does not exist. */
function Solved(props: { data: SignsData; row: number; places: readonly SignPlace[] }) {
  const lab = useLab()
  const words = () => lab.words().signs.reasoning
  const derivative = () => props.data.table.derivatives[props.row]
  const equation = () => {
    const { tex = null, factored = null } = derivative() ?? {}
    return tex && `\\displaystyle ${factored ? `${tex} = ${factored}` : tex} = 0`
  }
  const roots = () => props.places.filter(({ signs }) => signs[props.row] === '0')
  const breaks = () => props.places.filter(({ signs }) => signs[props.row] === '/')
  const isLevel = () => props.data.table.columns.some(({ kind, signs }) => kind === 'gap' && signs[props.row] === '0')
  const list = (all: readonly SignPlace[]) => placesTeX(props.data.variable, all)
  return (
    <>
      <Show when={equation()} fallback={<p class="soft">{words().tooLong}</p>}>
        {(tex) => (
          <div class="equation">
            <Formula tex={tex()} />
          </div>
        )}
      </Show>
      <Show
        when={roots().length > 0}
        fallback={
          <p>{isLevel() ? words().everywhere({ slope: props.data.names[props.row + 1] ?? '' }) : words().none}</p>
        }
      >
        <div class="equation">
          <Formula tex={list(roots())} />
        </div>
      </Show>
      <Show when={roots().some(({ exact }) => exact === null)}>
        <p class="soft">{words().numerical}</p>
      </Show>
      <Show when={breaks().length > 0}>
        <p>
          {words().breaks({ slope: props.data.names[props.row + 1] ?? '' })} <Formula tex={list(breaks())} />
        </p>
      </Show>
    </>
  )
}

/** A round number in each gap, with the derivatives there. */
function Trials(props: { data: SignsData; gaps: readonly SignGap[] }) {
  const isChosen = (gap: SignGap) => props.data.table.columns[props.data.chosen ?? -1] === gap
  const classesOf = (gap: SignGap, slope = 0) => ({ rises: slope > 0, falls: slope < 0, chosen: isChosen(gap) })
  return (
    <div class="trials-scroll">
      <table>
        <tbody>
          <tr>
            <th scope="row">
              <Formula tex={headTeX(props.data.variable)} />
            </th>
            <For each={props.gaps}>
              {(gap) => (
                <td classList={classesOf(gap)}>
                  <Formula tex={typesetNumber(gap.trial, 4)} />
                </td>
              )}
            </For>
          </tr>
          <For each={props.data.table.derivatives}>
            {(_, row) => (
              <tr>
                <th scope="row">
                  <Formula tex={headTeX(props.data.names[row() + 1] ?? '')} />
                </th>
                <For each={props.gaps}>
                  {(gap) => (
                    <td classList={classesOf(gap, gap.slopes[row()])}>
                      <Formula tex={typesetNumber(gap.slopes[row()] ?? Number.NaN, 4)} />
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
