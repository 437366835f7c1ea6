import type { Scheme } from '@shared/experiment/experiment'
import { typesetNumber } from '@shared/language/typeset'
import type { PointReport } from '@shared/protocol'
import { createMemo, For, Show } from 'solid-js'
import { Formula } from '../editor/Formula'
import { digitsOfDifference } from '../figures/digits'
import { functionHead } from '../figures/notation'
import { useLab } from '../lab'

/** The difference quotient of the chosen scheme: with letters, then with this a and h, then with the values of f. */
export function Quotient(props: { report: PointReport; along: number }) {
  const lab = useLab()
  const found = createMemo(() => {
    const { method, h } = lab.experiment().gradient
    return method === 'exact' ? null : worked(props.report, method, props.along, lab.experiment().point, h)
  })
  return (
    <Show when={found()}>
      {(lines) => (
        <div class="quotient">
          <h3>{lab.words().lab.differentiate.quotient}</h3>
          <For each={lines().tex}>{(tex) => <Formula tex={tex} block />}</For>
          <Show when={!lines().isDefined}>
            <p class="bad">{lab.words().lab.differentiate.undefinedNear}</p>
          </Show>
        </div>
      )}
    </Show>
  )
}

/** What each scheme divides by what: the places where f is read, in multiples of h from a. */
const quotients: Readonly<Record<Scheme, { readonly places: readonly [number, number]; readonly below: string }>> = {
  forward: { places: [1, 0], below: '' },
  backward: { places: [0, -1], below: '' },
  central: { places: [1, -1], below: '2 \\cdot ' }
}

const names: Readonly<Record<number, string>> = { 1: 'a+h', 0: 'a', [-1]: 'a-h' }

const difference = (one: string, other: string) => `${one} - ${other.startsWith('-') ? `(${other})` : other}`

/**
 * The lines of a quotient in TeX; null where it cannot be formed. `isDefined`: whether f has its values there. The
 * values of f at a ± h are f(a) ± h times the one-sided quotients, which is what these are made of.
 */
function worked(
  { differences, value }: PointReport,
  scheme: Scheme,
  along: number,
  point: readonly number[],
  h: number
): { readonly tex: readonly string[]; readonly isDefined: boolean } | null {
  const slope = (of: Scheme) => {
    const quotient = differences[of]
    return 'values' in quotient ? quotient.values[along] : undefined
  }
  const result = slope(scheme)
  if (result === undefined) return null
  const a = point[along] ?? 0
  const { places, below } = quotients[scheme]
  const [one, other] = places.map((times) => a + times * h) as [number, number]
  const [high, low] = places.map(
    (times) => value + times * h * ((times === 0 ? 0 : slope(times > 0 ? 'forward' : 'backward')) ?? Number.NaN)
  ) as [number, number]
  /** Enough digits to see where f is read, and enough of its values for their difference to be seen. */
  const place = (number: number) => typesetNumber(number, Math.max(8, digitsOfDifference(one, other, 6)))
  const worth = (number: number) => typesetNumber(number, Math.max(8, digitsOfDifference(high, low, 8)))
  const over = `{${below}${typesetNumber(h, 8)}}`
  /** f at a place of the variable along, the other variables held. */
  const f = (at: string) =>
    functionHead(
      point.map((value, axis) => (axis === along ? at : typesetNumber(value, 4))),
      along
    )
  const lettersOf = places.map((times) => f(names[times] ?? '')) as [string, string]
  const lines = [
    `\\frac{${difference(...lettersOf)}}{${below}h}`,
    `= \\frac{${difference(f(place(one)), f(place(other)))}}${over}`
  ]
  if (!Number.isFinite(result)) return { tex: lines, isDefined: false }
  if (Number.isFinite(high) && Number.isFinite(low))
    lines.push(`= \\frac{${difference(worth(high), worth(low))}}${over}`)
  return { tex: [...lines, `= ${typesetNumber(result, 8)}`], isDefined: true }
}
