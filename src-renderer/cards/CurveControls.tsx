import { withoutTangents, withTangent, withView } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import type { Interval } from '@shared/interval'
import { numeral } from '@shared/numbers/numeral'
import MoveVertical from 'lucide-solid/icons/move-vertical'
import Pin from 'lucide-solid/icons/pin'
import X from 'lucide-solid/icons/x'
import { createMemo, For, Show } from 'solid-js'
import { AutomaticOr } from '../controls/AutomaticOr'
import { Popover } from '../controls/Popover'
import { RangeFields } from '../controls/RangeFields'
import { VariableChoice } from '../controls/VariableChoice'
import { axisName } from '../figures/names'
import { pinnedPlaces } from '../figures/point'
import { PartButtons } from '../frame/part'
import { type Lab, useLab } from '../lab/lab'
import { looks } from '../plots/look'
import { pinnedLook } from '../plots/tangent'
import { placedRange } from './placed'

/** Along which variable, a tangent to stay, the vertical range (`shown`: the present one). */
export function CurveControls(props: {
  along: number
  shown: Interval
  /** Whether f has a tangent at the point. */
  hasTangent: boolean
  /** The button that keeps it. */
  pinButton: (button: HTMLButtonElement) => void
}) {
  const lab = useLab()
  const words = () => lab.words().lab.differentiate
  return (
    <span class="controls">
      <VariableChoice label={words().slice} value={props.along} onChange={(axis) => lookAlong(lab, axis)} />
      <PinButton along={props.along} hasTangent={props.hasTangent} ref={props.pinButton} />
      <Popover label={words().values} face={<MoveVertical size={14} />}>
        <VerticalRange shown={props.shown} />
      </Popover>
      <PartButtons />
    </span>
  )
}

/** With several variables: f is looked at along this one; the other axis keeps its variable, unless that is the one. */
const lookAlong = (lab: Lab, first: number) =>
  lab.look((view) => ({ ...view, axes: [first, view.axes[1] === first ? view.axes[0] : view.axes[1]] }))

/** No more tangents can be pinned; those along names that have gone are given up for new ones. */
const isFull = ({ variables, view }: Experiment) =>
  view.tangents.filter(({ along }) => variables.some(({ name }) => name === along)).length >= limits.tangents

function PinButton(props: { along: number; hasTangent: boolean; ref: (button: HTMLButtonElement) => void }) {
  const lab = useLab()
  const words = () => lab.words().lab.differentiate
  const fault = () => {
    if (isFull(lab.experiment())) return words().mostPinned({ count: limits.tangents })
    return props.hasTangent ? null : words().noTangent
  }
  const pin = () =>
    lab.change((experiment) => {
      const along = experiment.variables[props.along]?.name
      const at = experiment.point[props.along]
      return along === undefined || at === undefined ? experiment : withTangent(experiment, { along, at })
    })
  return (
    <button
      type="button"
      class="compact"
      ref={props.ref}
      title={fault() ?? words().pinHint}
      disabled={fault() !== null}
      onClick={pin}
    >
      <Pin size={13} />
      {words().pin}
    </button>
  )
}

/**
 * The tangents that stay, each to be taken away; nothing without any. When there are as many as there can be, it says so.
 * The focus goes on to the next one; `onEmpty`: there is none.
 */
export function PinnedTangents(props: {
  along: number
  /** The places of those in the picture, in the order of their colours. */
  drawn: readonly number[]
  onEmpty: () => void
}) {
  const lab = useLab()
  const words = () => lab.words().lab.differentiate
  const places = createMemo(() => pinnedPlaces(lab.experiment(), props.along))
  const text = (at: number) => `${axisName(lab.experiment(), props.along)} = ${numeral(at)}`
  let list: HTMLFieldSetElement | undefined
  const remove = (gone: readonly number[]) => {
    const index = places().indexOf(gone[0] ?? Number.NaN)
    lab.change((experiment) => {
      const along = experiment.variables[props.along]?.name ?? ''
      return withoutTangents(
        experiment,
        gone.map((at) => ({ along, at }))
      )
    })
    const chips = places().length > 0 ? [...(list?.querySelectorAll<HTMLElement>('.chip') ?? [])] : []
    const next = chips[Math.min(index, chips.length - 1)]
    if (next) next.focus()
    else props.onEmpty()
  }
  return (
    <Show when={places().length > 0 || isFull(lab.experiment())}>
      <fieldset ref={list} class="chips strip" aria-label={words().pinned}>
        <Show when={places().length > 0}>
          <span class="soft" aria-hidden="true">
            {words().pinnedAt({ name: axisName(lab.experiment(), props.along) })}
          </span>
        </Show>
        <For each={places()}>
          {(at) => (
            <button
              type="button"
              class="chip"
              aria-label={words().unpin({ at: text(at) })}
              title={words().unpin({ at: text(at) })}
              onClick={() => remove([at])}
            >
              <Show when={props.drawn.includes(at)}>
                <i
                  class="colour-mark"
                  style={{ background: pinnedLook(looks[lab.theme()], props.drawn.indexOf(at)).colour }}
                />
              </Show>
              {numeral(at)}
              <X size={11} />
            </button>
          )}
        </For>
        <Show when={places().length > 1}>
          <button type="button" class="link" onClick={() => remove(places())}>
            {words().unpinAll}
          </button>
        </Show>
        <Show when={isFull(lab.experiment())}>
          <span class="soft">{words().mostPinned({ count: limits.tangents })}</span>
        </Show>
      </fieldset>
    </Show>
  )
}

/** The vertical range: typed, or chosen from the values. */
function VerticalRange(props: { shown: Interval }) {
  const lab = useLab()
  const words = () => lab.words().lab
  return (
    <div class="vertical-range">
      <p class="soft">{words().differentiate.values}</p>
      <AutomaticOr
        label={words().differentiate.values}
        value={lab.experiment().view.values}
        begin={() => placedRange(props.shown)}
        onChange={(values) => lab.change((experiment) => withView(experiment, { values }), 'values')}
      >
        {(range) => (
          <RangeFields
            ranges={[range()]}
            from={words().function.from('f')}
            to={words().function.to('f')}
            onChange={(end) => {
              const values = { ...range(), ...end }
              lab.change((experiment) => withView(experiment, { values }), 'values')
            }}
          />
        )}
      </AutomaticOr>
    </div>
  )
}
