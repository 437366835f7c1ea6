import type { Experiment } from '@shared/experiment/experiment'
import { typesetName, typesetNumber } from '@shared/language/typeset'
import { numeral } from '@shared/numbers/numeral'
import { significant } from '@shared/numbers/rounded'
import type { PointReport } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import { type Accessor, createMemo, Show } from 'solid-js'
import { PlotCard } from '../cards/PlotCard'
import { NumberField } from '../controls/NumberField'
import { Slider } from '../controls/Slider'
import { Formula } from '../editor/Formula'
import { directionFigure, gradientName, planeSlopes, zeroGradient } from '../figures/direction'
import { valueFault } from '../figures/kink'
import { useLab } from '../lab/lab'
import { degreesOf, unitVector, wholeDegrees } from '../plots/angle'
import { directional } from '../plots/direction'

/** The directional derivative at the point: its direction, which can be turned, its value, and all directions as a chart. */
export function DirectionNumbers(props: { seen: Experiment; report: Accessor<PointReport | undefined> }) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const angle = () => lab.experiment().view.direction
  const turn = (direction: number) => lab.look((view) => ({ ...view, direction }))
  const slopes = createMemo(() => {
    const report = props.report()
    return report && planeSlopes(props.seen, report)
  })
  /** Where the gradient points; null where it points nowhere. */
  const steepest = () => {
    const found = slopes()
    return found && Math.hypot(...found) > 0 ? degreesOf(...found) : null
  }
  return (
    <>
      <div class="turning">
        <Slider
          value={angle() > 0 && angle() <= 360 ? angle() : wholeDegrees(angle())}
          min={0}
          max={360}
          scale="linear"
          whole
          label={words().turn}
          onChange={turn}
        />
        <NumberField value={angle()} label={words().angle} onChange={turn} />
        <span aria-hidden="true">°</span>
        <button
          type="button"
          class="chip"
          disabled={steepest() === null}
          aria-label={words().turnToGradient}
          title={words().turnToGradient}
          onClick={() => turn(steepest() ?? angle())}
        >
          ∇f
        </button>
      </div>
      <Show
        when={slopes()}
        fallback={
          <Show when={props.report()}>{(report) => <p class="bad">{missing(report(), lab.words().lab)}</p>}</Show>
        }
      >
        {(found) => (
          <Directional seen={props.seen} slopes={found()} angle={angle()} steepest={steepest()} onTurn={turn} />
        )}
      </Show>
    </>
  )
}

/** Why there is no gradient: f has no value, or not every derivative. */
const missing = ({ value, kinks }: PointReport, { partial, differentiate }: Words['lab']): string =>
  valueFault(value, differentiate) ?? (kinks.some((kink) => kink !== null) ? partial.noDirectional : partial.noGradient)

interface DirectionalProps {
  readonly seen: Experiment
  readonly slopes: readonly [number, number]
  readonly angle: number
  readonly steepest: number | null
  readonly onTurn: (direction: number) => void
}

function Directional(props: DirectionalProps) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  return (
    <>
      <Terms seen={props.seen} slopes={props.slopes} angle={props.angle} />
      <p class="soft">
        {props.steepest === null
          ? words().levelEverywhere({ zero: zeroGradient(props.seen) })
          : words().most({
              gradient: gradientName(props.seen),
              angle: numeral(props.steepest, 4),
              size: numeral(Math.hypot(...props.slopes), 6)
            })}
      </p>
      <PlotCard
        class="within"
        title={words().directional}
        figure={directionFigure(words().directional, props.seen, props.slopes)}
        events={{
          drag: (_, degrees) => props.onTurn(wholeDegrees(degrees)),
          place: (degrees) => props.onTurn(wholeDegrees(degrees))
        }}
      />
    </>
  )
}

/** Digits of the slopes and of the unit vector, and letters of a line of them that fits the card with its value. */
const digits = { slope: 4, unit: 3 }
const longest = 20

/** A number in TeX with so many digits, and whether these are all it has. */
const rounded = (value: number, digits: number) => ({
  tex: typesetNumber(value, digits),
  isAll: significant(value, digits) === value
})

/** D_u f as the product of the gradient with the unit vector, with the numbers of this point. */
function Terms(props: { seen: Experiment; slopes: readonly [number, number]; angle: number }) {
  const gradient = () => {
    const { variables, view } = props.seen
    const part = (axis: number) => `\\tfrac{\\partial f}{\\partial ${typesetName(variables[axis]?.name ?? '')}}`
    return variables.length === 2 ? '\\nabla f' : `(${view.axes.map(part).join(',\\, ')})`
  }
  const bracketed = (tex: string) => (tex.startsWith('-') ? `(${tex})` : tex)
  const tex = () => {
    const unit = unitVector(props.angle)
    const slopes = props.slopes.map((slope) => rounded(slope, digits.slope))
    const parts = unit.map((part) => rounded(part, digits.unit))
    const isExact = props.seen.gradient.method === 'exact' && [...slopes, ...parts].every(({ isAll }) => isAll)
    const sign = isExact ? '=' : '\\approx'
    const terms = slopes.map(({ tex }, index) => {
      const part = bracketed(parts[index]?.tex ?? '')
      return `${index === 0 ? tex : bracketed(tex)} \\cdot ${part}`
    })
    const result = typesetNumber(directional(props.slopes, props.angle), 6)
    const isLong = [...slopes, ...parts].map(({ tex }) => tex).join('').length + result.length > longest
    const angle = `${typesetNumber(props.angle, 5)}^\\circ`
    const lines = [
      `D_u f &= ${gradient()} \\cdot u, \\quad u = (\\cos ${angle},\\, \\sin ${angle})`,
      `&${sign} ${terms.join(' + ')}${isLong ? ' \\\\ &' : ' '}${sign} ${result}`
    ]
    return `\\begin{aligned} ${lines.join(' \\\\ ')} \\end{aligned}`
  }
  return (
    <div class="terms">
      <Formula tex={tex()} />
    </div>
  )
}
