import type { Experiment, Scheme } from '@shared/experiment/experiment'
import { typesetNumber } from '@shared/language/typeset'
import { digitsApart, digitsOfDifference } from '@shared/numbers/digits'
import type { PointReport } from '@shared/protocol'
import { createMemo, For, Show } from 'solid-js'
import { Formula } from '../editor/Formula'
import { functionHead } from '../figures/notation'
import { quotientScheme } from '../figures/point'
import { useLab } from '../lab/lab'

/**
 * The difference quotient of the chosen scheme: with letters, then with this a and h, then with the values of f. Where
 * the gradient comes from the formula, that of the secant that is drawn. `seen`: the document with the report's a and h.
 */
export function Quotient(props: {
  seen: Experiment
  report: PointReport
  along: number
  /** Without the line in letters. */
  isNumeric?: boolean
}) {
  const lab = useLab()
  const words = () => lab.words().lab
  const scheme = () => quotientScheme(props.seen)
  const found = createMemo(() => worked(props.report, scheme(), props.along, props.seen.point, props.seen.gradient.h))
  const lines = () => {
    const { tex } = found()
    return props.isNumeric && tex.length > 1
      ? tex.slice(1).map((line, at) => (at === 0 ? line.replace(/^= /, '') : line))
      : tex
  }
  return (
    <div class="quotient">
      <div class="quotient-lines">
        <For each={lines()}>{(tex) => <Formula tex={tex} block />}</For>
      </div>
      <Show when={found().isUndefined}>
        <p class="bad">{words().differentiate.undefinedNear}</p>
      </Show>
    </div>
  )
}

/** What each scheme divides by what: the places where f is read, in multiples of h from a. */
const quotients: Readonly<Record<Scheme, { readonly places: readonly [number, number]; readonly below: string }>> = {
  forward: { places: [1, 0], below: '' },
  backward: { places: [0, -1], below: '' },
  central: { places: [1, -1], below: '2 \\cdot ' }
}

const names: Readonly<Record<number, string>> = { 1: 'a+h', 0: 'a', [-1]: 'a-h' }

/** The characters of a difference that the narrowest card has room for in one row, and in smaller letters. */
const widest = { normal: 30, small: 44 }

/** One term minus the other; where they do not fit into a row, below each other, so that the digits that cancel meet. */
function difference(one: string, other: string): string {
  const taken = other.startsWith('-') ? `(${other})` : other
  const characters = `${one}-${taken}`.replace(/\\[a-z]+|[{} ]/g, '').length
  if (characters <= widest.normal) return `${one} - ${taken}`
  if (characters <= widest.small) return `{\\footnotesize ${one} - ${taken}}`
  const rows = [one, `-${taken}`].map((row) => row.replace(/\d/, '&$&'))
  return `\\begin{aligned}${rows.join('\\\\[-3pt]')}\\end{aligned}`
}

/**
 * The lines of a quotient in TeX; only the first where it cannot be formed. `isUndefined`: f has no value at one of the
 * places. The values of f at a ± h are f(a) ± h times the one-sided quotients, which is what these are made of.
 */
function worked(
  { differences, value, gradient }: PointReport,
  scheme: Scheme,
  along: number,
  point: readonly number[],
  h: number
): { readonly tex: readonly string[]; readonly isUndefined: boolean } {
  const slope = (of: Scheme) => {
    const quotient = differences[of]
    return 'values' in quotient ? quotient.values[along] : undefined
  }
  const result = slope(scheme)
  const a = point[along] ?? 0
  const { places, below } = quotients[scheme]
  const [one, other] = places.map((times) => a + times * h) as [number, number]
  const [high, low] = places.map(
    (times) => value + times * h * ((times === 0 ? 0 : slope(times > 0 ? 'forward' : 'backward')) ?? Number.NaN)
  ) as [number, number]
  /** Of the quotient, enough digits to tell it from the derivative, but none of those that rounding spoils. */
  const shown = digitsApart(result ?? 0, gradient[along] ?? 0, 8, 10)
  /** Enough digits to see where f is read, and enough of its values for their difference to be seen. */
  const place = (number: number) => typesetNumber(number, Math.max(8, digitsOfDifference(one, other, 6)))
  const worth = (number: number) => typesetNumber(number, Math.max(8, digitsOfDifference(high, low, shown)))
  const over = `{${below}${below && h < 0 ? `(${typesetNumber(h, 8)})` : typesetNumber(h, 8)}}`
  /** f at a place of the variable along, the other variables held. */
  const f = (at: string) =>
    functionHead(
      point.map((value, axis) => (axis === along ? at : typesetNumber(value, 4))),
      along
    )
  const lettersOf = places.map((times) => f(names[times] ?? '')) as [string, string]
  const letters = `\\frac{${difference(...lettersOf)}}{${below}h}`
  if (result === undefined) return { tex: [letters], isUndefined: false }
  const lines = [letters, `= \\frac{${difference(f(place(one)), f(place(other)))}}${over}`]
  if (!Number.isFinite(result)) return { tex: lines, isUndefined: true }
  if (Number.isFinite(high) && Number.isFinite(low))
    lines.push(`= \\frac{${difference(worth(high), worth(low))}}${over}`)
  return { tex: [...lines, `= ${typesetNumber(result, shown)}`], isUndefined: false }
}
