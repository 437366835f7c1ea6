import { numeral } from '@shared/numbers/numeral'
import type { CriticalPoint } from '@shared/protocol'
import { createMemo, For, Show } from 'solid-js'
import { Terms } from '../controls/Term'
import { isRoundedZero } from '../figures/critical'
import { functionOver } from '../figures/function'
import type { Knowledge } from '../figures/knowledge'
import { axisName, heldAt } from '../figures/names'
import { useLab } from '../lab/lab'
import { createSearch, type Move } from './plane'

/** The critical points in the visible ranges; a click moves the point onto one. */
export function CriticalPoints(props: { knowledge: Knowledge; axes: readonly [number, number]; onMove: Move }) {
  const lab = useLab()
  const search = createSearch(lab, props.knowledge)
  const held = () => heldAt(lab.experiment(), lab.experiment().point, props.axes)
  const words = () => lab.words().lab.partial
  const points = () => search().found?.points ?? []
  /** Whether any value is 0 but for rounding: then others that rounding happens to leave at 0 are told alike. */
  const isRounded = createMemo(() => {
    const { point, variables } = lab.experiment()
    const f = functionOver(lab.experiment(), props.axes, point)
    const reach = (axis: number) => beside * ((variables[axis]?.max ?? 5) - (variables[axis]?.min ?? -5))
    const around = { x: reach(props.axes[0]), y: reach(props.axes[1]) }
    const rounded = points().filter((one) => f !== null && isRoundedZero(one, f, around))
    return (one: CriticalPoint) => rounded.includes(one) || (rounded.length > 0 && one.value === 0)
  })
  const goTo = ({ x, y }: CriticalPoint) => props.onMove({ [props.axes[0]]: x, [props.axes[1]]: y }, true)
  const isHere = ({ x, y }: CriticalPoint) => {
    const [across, up] = props.axes.map((axis) => lab.experiment().point[axis])
    return x === across && y === up
  }
  return (
    <div classList={{ waiting: search().searching }}>
      <Show when={search().searching}>
        <p class="soft" role="status">
          {words().searching}
        </p>
      </Show>
      <Show when={search().fault}>
        <p class="bad">{search().fault}</p>
      </Show>
      <Show when={held() && points().length > 0}>
        <p class="soft">{words().onlyPlane({ held: held() })}</p>
      </Show>
      <Show when={search().found?.connected}>
        <p>{words().connected}</p>
      </Show>
      <Show when={search().found?.more}>
        <p>{words().more({ count: points().length })}</p>
      </Show>
      <Show
        when={points().length > 0}
        fallback={
          <Show when={search().found && !search().searching}>
            <p>
              <Terms text={words().noneFound} />
            </p>
            <p class="soft">{words().looked}</p>
          </Show>
        }
      >
        <p class="soft">
          <Terms text={words().critical} />
        </p>
        <table class="numbers-table critical" aria-label={words().critical}>
          <thead>
            <tr class="head">
              <th scope="col">{words().kind}</th>
              <For each={props.axes}>{(axis) => <th scope="col">{axisName(lab.experiment(), axis)}</th>}</For>
              <th scope="col">f</th>
            </tr>
          </thead>
          <tbody>
            <For each={points()}>
              {(point) => (
                <Row
                  point={point}
                  axes={props.axes}
                  isZero={isRounded()(point)}
                  isHere={isHere(point)}
                  onGo={() => goTo(point)}
                />
              )}
            </For>
          </tbody>
        </table>
        <Show when={points().some(({ corner }) => corner)}>
          <p class="soft">{words().cornerNote}</p>
        </Show>
        <Show when={points().some(isUndecided)}>
          <p class="soft">
            <Terms text={words().undecided} />
          </p>
        </Show>
      </Show>
    </div>
  )
}

/** Digits of coordinates and values: few, so that a row fits; all of them are in its hint. */
const digits = 4
/** How far beside a point f is looked at: this share of the range. */
const beside = 1e-3

/** The shapes that stand for the kinds in the plots. */
const signs = { minimum: '▼', maximum: '△', saddle: '✕', level: '○' }

/** Of a corner no Hessian matrix could decide. */
const isUndecided = ({ decided, corner }: CriticalPoint) => !decided && !corner

interface RowProps {
  readonly point: CriticalPoint
  readonly axes: readonly [number, number]
  /** Its value is 0, but for rounding. */
  readonly isZero: boolean
  /** The point of the tab is there. */
  readonly isHere: boolean
  readonly onGo: () => void
}

function Row(props: RowProps) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const kind = () => {
    const name = lab.words().plots.kinds[props.point.kind]
    return props.point.corner ? lab.words().plots.corner({ kind: name }) : name
  }
  const [x, y] = [() => numeral(props.point.x, digits), () => numeral(props.point.y, digits)]
  const whole = () => {
    const [across, up] = props.axes.map((axis) => axisName(lab.experiment(), axis))
    const { x, y, value } = props.point
    return `${across} = ${numeral(x, 16)}, ${up} = ${numeral(y, 16)}, f = ${numeral(value, 16)}`
  }
  return (
    <tr onClick={() => props.onGo()} classList={{ on: props.isHere }} title={whole()}>
      <th scope="row">
        <i class="sign" aria-hidden="true">
          {signs[props.point.kind]}
        </i>
        <button type="button" class="link" aria-label={words().goTo({ kind: kind(), place: `(${x()}, ${y()})` })}>
          {kind()}
          {isUndecided(props.point) ? ' *' : ''}
        </button>
      </th>
      <td>{x()}</td>
      <td>{y()}</td>
      <td>{props.isZero ? '≈ 0' : numeral(props.point.value, digits)}</td>
    </tr>
  )
}
