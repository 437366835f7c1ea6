import { type Experiment, type Scheme, schemes } from '@shared/experiment/experiment'
import { FormulaError } from '@shared/language/error'
import { judgedDigits } from '@shared/numbers/digits'
import { numeral, roughNumeral } from '@shared/numbers/numeral'
import { sentence } from '@shared/problem'
import type { Break, PointReport } from '@shared/protocol'
import { For, Show } from 'solid-js'
import { Term, Terms } from '../controls/Term'
import type { AtPoint } from '../figures/differentiate'
import { kinkSentence, valueFault } from '../figures/kink'
import { heldAt, namesAtPoint } from '../figures/names'
import { NegativeStepNote } from '../function/StepSize'
import { useLab } from '../lab/lab'
import { shrinkingH } from '../playback/motions'
import { Quotient } from './Quotient'

/** What f and its derivatives are at the point: exactly, and by difference quotients. */
export function NumbersCard(props: {
  point: AtPoint | undefined
  /** Where f is interrupted. */
  breaks: readonly Break[]
  /** Why the numbers are older than what is wanted, or null. */
  fault: string | null
}) {
  const lab = useLab()
  const words = () => lab.words().lab.differentiate
  const isStale = () => props.fault !== null || lab.formula() instanceof FormulaError
  const stepFault = () => lab.refused('h')
  const held = () => {
    const { point, view } = lab.experiment()
    return heldAt(lab.experiment(), point, [view.axes[0]])
  }
  return (
    <section class="point-numbers" aria-label={words().numbers}>
      <Show when={lab.experiment().variables.length > 1}>
        <p class="soft">{words().heldAt({ held: held() })}</p>
      </Show>
      <Show when={props.fault}>
        <p class="bad">{props.fault}</p>
      </Show>
      <Show when={props.point}>
        {(point) => {
          const at = () => ({
            seen: point().experiment,
            report: point().report,
            along: point().experiment.view.axes[0]
          })
          return (
            <div classList={{ faded: isStale() }}>
              <Numbers {...at()} breaks={props.breaks} />
              <div classList={{ faded: stepFault() !== null }}>
                <Quotient {...at()} />
              </div>
              <NegativeStepNote h={at().seen.gradient.h} />
            </div>
          )
        }}
      </Show>
    </section>
  )
}

/** f(a), f′(a) and f″(a); the quotient of each scheme with its digits judged, and its error. */
function Numbers(props: { seen: Experiment; report: PointReport; breaks: readonly Break[]; along: number }) {
  const lab = useLab()
  const names = () => namesAtPoint(props.seen, props.along)
  const words = () => lab.words().lab
  const exact = () => props.report.gradient[props.along] ?? Number.NaN
  const fault = () => valueFault(props.report.value, words().differentiate)
  /** What is made of a value that f has not is no number either; a central quotient may still be one. */
  const worth = (made: number, digits: number) => numeral(fault() && !Number.isFinite(made) ? Number.NaN : made, digits)
  const method = () => lab.experiment().gradient.method
  /** What a quotient is to be: nothing where f has no derivative, and a number may only stand for it. */
  const wanted = () => (fault() || props.report.kinks[props.along] ? Number.NaN : exact())
  return (
    <>
      <table class="numbers-table">
        <tbody>
          <tr>
            <th>{names().value}</th>
            <td>{worth(props.report.value, 12)}</td>
          </tr>
          <tr classList={{ on: method() === 'exact' }}>
            <th>{words().differentiate.exact({ name: names().slope })}</th>
            <td>{worth(exact(), 16)}</td>
          </tr>
          <tr>
            <th>{names().second}</th>
            <td>{worth(props.report.curvature?.hessian[0] ?? Number.NaN, 12)}</td>
          </tr>
        </tbody>
      </table>
      <Show when={fault()}>
        <p class="bad">{fault()}</p>
      </Show>
      <Show when={props.report.kinks[props.along]}>
        {(kink) => <p class="soft">{kinkSentence(kink(), exact(), words().kink)}</p>}
      </Show>
      <Show when={lab.refused('h')}>{(sentence) => <p class="bad">{sentence()}</p>}</Show>
      <table class="numbers-table schemes" classList={{ faded: lab.refused('h') !== null }}>
        <thead>
          <tr class="head">
            <td />
            <th>
              <Term id="quotient">{words().differentiate.quotientValue}</Term>
            </th>
            <th>{words().differentiate.error}</th>
            <th>{words().differentiate.relativeError}</th>
          </tr>
        </thead>
        <tbody>
          <For each={schemes}>
            {(scheme) => (
              <tr classList={{ on: method() === scheme }}>
                <th title={words().gradient[`${scheme}Name`]}>{words().gradient[scheme]}</th>
                <Judged value={quotientOf(props.report, scheme, props.along)} exact={wanted()} />
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Comparison
        report={props.report}
        along={props.along}
        exact={wanted()}
        across={breakWithin(props.breaks, props.seen, props.along)}
      />
    </>
  )
}

/** The quotient of a scheme; NaN where it cannot be formed. */
function quotientOf({ differences }: PointReport, scheme: Scheme, along: number): number {
  const found = differences[scheme]
  return ('values' in found ? found.values[along] : undefined) ?? Number.NaN
}

/** A quotient, its error and that error as a share of the exact derivative, both only of a finite one: three cells. */
function Judged(props: { value: number; exact: number }) {
  const lab = useLab()
  const digits = () => judgedDigits(props.value, props.exact)
  const error = () => (Number.isFinite(props.exact) ? Math.abs(props.value - props.exact) : Number.NaN)
  const share = () => numeral(props.exact === 0 ? Number.NaN : error() / Math.abs(props.exact), 1)
  return (
    <Show
      when={Number.isFinite(props.value)}
      fallback={
        <>
          <td class="judged">–</td>
          <td>–</td>
          <td>–</td>
        </>
      }
    >
      <td class="judged">
        <b>{digits().right}</b>
        <span>{digits().wrong}</span>
        {digits().power}
      </td>
      <Show
        when={error() === 0}
        fallback={
          <>
            <td>{numeral(error(), 2)}</td>
            <td>{share()}</td>
          </>
        }
      >
        <td colspan="2">{lab.words().lab.differentiate.exactlyEqual}</td>
      </Show>
    </Show>
  )
}

/** The pole or jump between a − h and a + h that makes nonsense of a quotient across it; undefined without any. */
function breakWithin(
  breaks: readonly Break[],
  { point, gradient }: Experiment,
  along: number
): 'pole' | 'jump' | undefined {
  const a = point[along] ?? 0
  const within = breaks.filter(({ at }) => Math.abs(at - a) <= Math.abs(gradient.h)).map(({ kind }) => kind)
  return (['pole', 'jump'] as const).find((kind) => within.includes(kind))
}

/** A scheme this many times as accurate as another is worth a sentence. */
const worthSaying = 3

/**
 * What there is to say of the quotients: why one is missing, that one is nonsense, what the colours mean, how much better
 * the central one is.
 */
function Comparison(props: {
  report: PointReport
  along: number
  exact: number
  /** What is between a − h and a + h. */
  across: 'pole' | 'jump' | undefined
}) {
  const lab = useLab()
  const words = () => lab.words().lab.differentiate
  const problem = () => {
    const missing = schemes.map((scheme) => props.report.differences[scheme]).find((found) => 'problem' in found)
    return missing && 'problem' in missing ? sentence(missing.problem, lab.words()) : null
  }
  const errorOf = (scheme: Scheme) => Math.abs(quotientOf(props.report, scheme, props.along) - props.exact)
  const isColoured = () =>
    schemes.some((scheme) => judgedDigits(quotientOf(props.report, scheme, props.along), props.exact).right !== '')
  const times = () => errorOf('forward') / errorOf('central')
  const isCloser = () => times() >= worthSaying && Number.isFinite(times())
  /** The central scheme passes by a place where f is not defined, or jumps. */
  const nonsense = () => {
    if (!Number.isFinite(quotientOf(props.report, 'central', props.along))) return null
    if (props.across) return words().across[props.across]
    return Number.isFinite(props.report.value) ? null : words().besideOnly
  }
  return (
    <Show when={(problem() ?? nonsense()) === null} fallback={<p class="bad">{problem() ?? nonsense()}</p>}>
      <Show when={isColoured() || isCloser() || lab.animation.moving() === shrinkingH.id}>
        <p class="soft comparison-line">
          <Show when={isColoured()}>
            <Terms text={words().digits} />
          </Show>
          <Show when={isCloser()}>
            {' '}
            <Terms text={words().closer({ times: roughNumeral(times(), lab.language()) })} />
          </Show>
        </p>
      </Show>
    </Show>
  )
}
