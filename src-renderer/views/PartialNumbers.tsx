import { FormulaError } from '@shared/language/error'
import { typeset, typesetName, typesetNumber } from '@shared/language/typeset'
import { sentence } from '@shared/problem'
import type { PointReport } from '@shared/protocol'
import { type Accessor, For, Show } from 'solid-js'
import { NumberField } from '../controls/NumberField'
import { Formula } from '../editor/Formula'
import { axisName, heldAt } from '../figures/names'
import { slopesAt } from '../figures/point'
import { useLab } from '../lab'
import { numeral } from '../plots/numerals'
import type { Scene } from '../scene'

/** The point, which can be typed, and the partial derivatives there: a row for each variable, and their magnitude. */
export function PartialNumbers(props: {
  report: Accessor<PointReport | undefined>
  scene: Scene
  onMove: (changes: Readonly<Record<number, number>>) => void
}) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const axes = () => lab.experiment().variables.map((_, axis) => axis)
  const norm = () => {
    const found = props.report()
    const sign = lab.experiment().gradient.method === 'exact' ? '=' : '\\approx'
    return found && `${sign} ${typesetNumber(Math.hypot(...slopesAt(lab.experiment(), found)), 6)}`
  }
  return (
    <aside class="card numbers-card" aria-label={words().numbers}>
      <h3>{words().numbers}</h3>
      <For each={axes()}>
        {(axis) => (
          <div class="setting">
            <Formula tex={`${typesetName(lab.experiment().variables[axis]?.name ?? '')} =`} />
            <NumberField
              value={lab.experiment().point[axis] ?? 0}
              label={words().coordinate({ name: axisName(lab.experiment(), axis) })}
              onChange={(value) => props.onMove({ [axis]: value })}
            />
          </div>
        )}
      </For>
      <For each={axes()}>
        {(axis) => (
          <div class="partial-row">
            <p class="soft">{words().constant({ held: heldAt(lab.experiment(), lab.experiment().point, [axis]) })}</p>
            <Formulas axis={axis} scene={props.scene} />
            <Show when={props.report()}>{(report) => <Slope axis={axis} report={report()} />}</Show>
          </div>
        )}
      </For>
      <Show when={norm()}>
        {(tex) => (
          <p>
            {words().norm} <Formula tex={tex()} />
          </p>
        )}
      </Show>
    </aside>
  )
}

/** f of one variable alone, every other one the number it is held at, and the derivative as a formula. */
function Formulas(props: { axis: number; scene: Scene }) {
  const lab = useLab()
  const number = (axis: number) => typesetNumber(lab.experiment().point[axis] ?? 0, 4)
  const left = () => {
    const places = lab.experiment().variables.map(({ name }, axis) => {
      return axis === props.axis ? typesetName(name) : number(axis)
    })
    return `f(${places.join(', ')})`
  }
  const right = () => {
    const formula = lab.formula()
    if (formula instanceof FormulaError) return null
    const held = (letter: string) => {
      const other = lab.experiment().variables.findIndex(({ name }) => name === letter)
      return other < 0 || other === props.axis ? undefined : number(other)
    }
    return typeset(formula.tree, { names: held })
  }
  const derivative = () => props.scene.analysis().last?.answer.derivatives[props.axis]
  return (
    <>
      <Show when={right()}>{(tex) => <Formula tex={`${left()} = ${tex()}`} />}</Show>
      <Formula
        tex={`${partialSign(lab.experiment().variables[props.axis]?.name)}${derivative() ? ` = ${derivative()}` : ''}`}
      />
    </>
  )
}

const partialSign = (name = '') => `\\frac{\\partial f}{\\partial ${typesetName(name)}}`

/** The derivative at the point: exact, or what a difference quotient makes of it beside the exact one. */
function Slope(props: { axis: number; report: PointReport }) {
  const lab = useLab()
  const method = () => lab.experiment().gradient.method
  const exact = () => props.report.gradient[props.axis] ?? Number.NaN
  const slope = () => slopesAt(lab.experiment(), props.report)[props.axis] ?? Number.NaN
  const at = () =>
    lab
      .experiment()
      .point.map((value) => typesetNumber(value, 4))
      .join(', ')
  const tex = () => {
    const sign = method() === 'exact' ? '=' : '\\approx'
    return `${partialSign(lab.experiment().variables[props.axis]?.name)}(${at()}) ${sign} ${typesetNumber(slope(), 7)}`
  }
  const approximation = () => {
    const scheme = method()
    if (scheme === 'exact') return null
    const name = lab.words().lab.gradient[`${scheme}Name`]
    return lab.words().lab.partial.approximation({ scheme: name, exact: numeral(exact(), 7) })
  }
  /** Why there is no number: the scheme has no quotient, or f no value. */
  const missing = () => {
    const scheme = method()
    const quotient = scheme === 'exact' ? undefined : props.report.differences[scheme]
    if (quotient && 'problem' in quotient) return sentence(quotient.problem, lab.words())
    const { undefinedHere, undefinedNear } = lab.words().lab.differentiate
    return scheme === 'exact' || Number.isNaN(props.report.value) ? undefinedHere : undefinedNear
  }
  return (
    <Show when={!Number.isNaN(slope())} fallback={<p class="bad">{missing()}</p>}>
      <Formula tex={tex()} />
      <Show when={approximation()}>
        <p class="soft">{approximation()}</p>
      </Show>
    </Show>
  )
}
