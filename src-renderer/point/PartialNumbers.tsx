import { withGradient } from '@shared/experiment/edit'
import type { Experiment, Scheme } from '@shared/experiment/experiment'
import { parse } from '@shared/language/parser'
import { typeset, typesetName, typesetNumber } from '@shared/language/typeset'
import { numeral } from '@shared/numbers/numeral'
import { sentence } from '@shared/problem'
import type { PointReport } from '@shared/protocol'
import { type Accessor, createMemo, For, Show } from 'solid-js'
import { Terms } from '../controls/Term'
import { StepsButton } from '../derivative/StepsButton'
import { Formula } from '../editor/Formula'
import { settled } from '../figures/curvature'
import { kinkSentence, valueFault } from '../figures/kink'
import { axisName, heldAt, slopeName } from '../figures/names'
import { derivativeHead, functionHead } from '../figures/notation'
import { slopesAt } from '../figures/point'
import { useLab } from '../lab/lab'
import type { Scene } from '../scene/scene'
import { Quotient } from './Quotient'
import { sliceColour } from './slice-colour'

/** Of more variables than this only those on the axes are explained, the others stand in a table. */
const mostExplained = 6

/** Digits of a coordinate. */
const placeDigits = 5

/**
 * The partial derivatives at the point: explained or in a row, and their magnitude. `seen`: the document as the report is
 * about it.
 */
export function PartialNumbers(props: {
  seen: Experiment
  report: Accessor<PointReport | undefined>
  scene: Scene
  /** That of the quotient which stands below each derivative. */
  scheme: Scheme
}) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const drawn = createMemo((): readonly number[] => lab.experiment().view.axes)
  const others = createMemo(() =>
    lab.experiment().variables.flatMap((_, axis) => (drawn().includes(axis) ? [] : [axis]))
  )
  const areMany = () => drawn().length + others().length > mostExplained
  /** In the order of the slices, those that have none after them. */
  const explained = createMemo(() => (areMany() ? drawn() : [...drawn(), ...others()]))
  const rest = createMemo(() => (areMany() ? others() : []))
  /** Null where a derivative is missing. */
  const norm = () => {
    const found = props.report()
    if (!found) return null
    const [size, read] = [found, settled(props.seen, found)].map((report) =>
      Math.hypot(...slopesAt(props.seen, report))
    )
    const isExact = props.seen.gradient.method === 'exact' && size === read
    return read === undefined || Number.isNaN(read) ? null : `${isExact ? '=' : '\\approx'} ${typesetNumber(read, 6)}`
  }
  const [across, up] = [0, 1].map((side) => () => slopeName(lab.experiment(), drawn()[side] ?? 0))
  return (
    <>
      <p class="spread">
        <span class="soft">
          <Terms text={words().isSlope({ across: across?.() ?? '', up: up?.() ?? '' })} />
        </span>
        <Show when={norm()}>
          {(tex) => (
            <span>
              {words().norm} <Formula tex={tex()} />
            </span>
          )}
        </Show>
      </p>
      <div class="partials">
        <For each={explained()}>
          {(axis) => (
            <div class="partial-row" style={{ '--slice': sliceColour(lab, axis) }}>
              <div class="partial-head">
                <p class="soft">
                  {words().constant({ held: heldAt(lab.experiment(), lab.experiment().point, [axis]) })}
                </p>
                <StepsButton name={lab.experiment().variables[axis]?.name ?? ''} />
              </div>
              <Formulas axis={axis} scene={props.scene} />
              <Show when={props.report()}>
                {(report) => (
                  <>
                    <Slope seen={props.seen} axis={axis} report={report()} />
                    <Quotient seen={withScheme(props.seen, props.scheme)} report={report()} along={axis} isNumeric />
                  </>
                )}
              </Show>
            </div>
          )}
        </For>
      </div>
      <Show when={rest().length > 0}>
        <Rest seen={props.seen} axes={rest()} report={props.report()} />
      </Show>
    </>
  )
}

/** The document with the scheme that is looked at in the place of the one that is used. */
const withScheme = (seen: Experiment, method: Scheme) => withGradient(seen, { method })

/** The variables that are not on the axes: a row each, with the coordinate and the derivative. */
function Rest(props: { seen: Experiment; axes: readonly number[]; report: PointReport | undefined }) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const slope = (axis: number) => props.report && slopesAt(props.seen, props.report)[axis]
  return (
    <table class="numbers-table rest" aria-label={words().rest}>
      <thead>
        <tr class="head">
          <th scope="col">{words().variable}</th>
          <th scope="col">{words().place}</th>
          <th scope="col">{words().derivative}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.axes}>
          {(axis) => (
            <tr>
              <th scope="row">{axisName(lab.experiment(), axis)}</th>
              <td>{numeral(props.seen.point[axis] ?? Number.NaN)}</td>
              <td>{numeral(slope(axis) ?? Number.NaN, 7)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

const namesIn = (lab: ReturnType<typeof useLab>) => lab.experiment().variables.map(({ name }) => name)

/** f and its derivative as functions of one variable alone: every other one is the number it is held at. */
function Formulas(props: { axis: number; scene: Scene }) {
  const lab = useLab()
  const number = (axis: number) => typesetNumber(lab.experiment().point[axis] ?? 0, placeDigits)
  const held = (letter: string) => {
    const other = namesIn(lab).indexOf(letter)
    return other < 0 || other === props.axis ? undefined : number(other)
  }
  const head = () =>
    functionHead(
      namesIn(lab).map((name, axis) => (axis === props.axis ? typesetName(name) : number(axis))),
      props.axis
    )
  const derivative = createMemo(() => {
    const { last } = props.scene.analysis()
    const text = last?.answer.formulas[props.axis]
    if (!last || !text || text.length > mostRead) return null
    const { variables, parameters } = last.question.body.subject
    return parse(text, { variables, names: Object.keys(parameters), hidden: true }).tree
  })
  return (
    <>
      <Show when={lab.reading()}>
        {(reading) => <Formula tex={`${head()} = ${typeset(reading().tree, { names: held })}`} />}
      </Show>
      <Show when={derivative()}>
        {(tree) => (
          <Formula
            tex={`${derivativeHead(namesIn(lab), props.axis)}${places(head())} = ${typeset(tree(), { names: held })}`}
          />
        )}
      </Show>
    </>
  )
}

/** Derivatives of more letters than this are left to the panel of the function. */
const mostRead = 2000

/** The places in the head of f, without its f. */
const places = (head: string) => head.slice(1)

/** The derivative at the point: exact, or what a difference quotient makes of it beside the exact one. */
function Slope(props: { seen: Experiment; axis: number; report: PointReport }) {
  const lab = useLab()
  const method = () => props.seen.gradient.method
  const exact = () => props.report.gradient[props.axis] ?? Number.NaN
  const slopeIn = (report: PointReport) => slopesAt(props.seen, report)[props.axis] ?? Number.NaN
  const slope = () => slopeIn(settled(props.seen, props.report))
  const tex = () => {
    const head = functionHead(
      props.seen.point.map((value) => typesetNumber(value, placeDigits)),
      props.axis
    )
    const sign = method() === 'exact' && slope() === slopeIn(props.report) ? '=' : '\\approx'
    return `${derivativeHead(namesIn(lab), props.axis)}${places(head)} ${sign} ${typesetNumber(slope(), 7)}`
  }
  const approximation = () => {
    const scheme = method()
    if (scheme === 'exact') return null
    const name = lab.words().lab.gradient[`${scheme}Name`]
    return lab.words().lab.partial.approximation({ scheme: name, exact: numeral(exact(), 7) })
  }
  /** Why there is no number: the scheme has no quotient, or f no value; a kink says so itself. */
  const missing = () => {
    const scheme = method()
    const quotient = scheme === 'exact' ? undefined : props.report.differences[scheme]
    if (quotient && 'problem' in quotient) return sentence(quotient.problem, lab.words())
    const fault = valueFault(props.report.value, lab.words().lab.differentiate)
    if (fault) return fault
    if (scheme !== 'exact') return lab.words().lab.differentiate.undefinedNear
    return props.report.kinks[props.axis] ? null : lab.words().lab.kink.unused
  }
  const kink = () => {
    const found = props.report.kinks[props.axis]
    return found ? kinkSentence(found, method() === 'exact' ? exact() : null, lab.words().lab.kink) : null
  }
  return (
    <>
      <Show
        when={!Number.isNaN(slope())}
        fallback={
          <Show when={missing()}>
            <p class="bad">{missing()}</p>
          </Show>
        }
      >
        <Formula tex={tex()} />
        <Show when={approximation()}>
          <p class="soft">{approximation()}</p>
        </Show>
      </Show>
      <Show when={kink()}>
        <p class="soft">{kink()}</p>
      </Show>
    </>
  )
}
