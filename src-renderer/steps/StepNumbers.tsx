import { typesetNumber } from '@shared/language/typeset'
import { type Algorithm, isFixedRate, type Method, symbolsOf } from '@shared/methods/method'
import { numeralsApart } from '@shared/numbers/digits'
import { numeral } from '@shared/numbers/numeral'
import type { StepReport } from '@shared/protocol'
import { For, Show } from 'solid-js'
import { Formula } from '../editor/Formula'
import { axisName } from '../figures/names'
import { useLab } from '../lab/lab'
import { looks } from '../plots/look'
import { numberOf, quantityTeX, symbolIn } from './algorithm-explanation'
import { sharesOf } from './reasons'

interface Part {
  readonly name: string
  /** Of its arrow on the plots; null: it has none. */
  readonly colour: string | null
  /** Per coordinate, all of them. */
  readonly values: readonly number[]
}

/**
 * What moved the point, per coordinate: −∇f, the shares of memory, gradient and weight decay, the step itself – with the
 * colours of their arrows – and below it the memory of a rule, before and after.
 */
export function MovesTable(props: { report: StepReport; method: Method; shown: readonly number[] }) {
  const lab = useLab()
  const words = () => lab.words().lab.stepPanel
  const isSingle = () => lab.experiment().variables.length === 1
  return (
    <table class="numbers-table moves" aria-label={words().moves}>
      <thead>
        <tr class="head">
          <th>{words().moves}</th>
          <For each={props.shown}>{(axis) => <td>{axisName(lab.experiment(), axis)}</td>}</For>
          <Show when={!isSingle()}>
            <td>{words().length}</td>
          </Show>
        </tr>
      </thead>
      <tbody>
        <For each={partsOf(props.report, props.method)}>
          {(part) => (
            <tr>
              <th>
                <Show when={part.colour}>{(colour) => <i class="colour-mark" style={{ background: colour() }} />}</Show>
                {part.name}
              </th>
              <For each={props.shown}>{(axis) => <td>{numeral(part.values[axis] ?? Number.NaN, 4)}</td>}</For>
              <Show when={!isSingle()}>
                <td>{numeral(Math.hypot(...part.values), 4)}</td>
              </Show>
            </tr>
          )}
        </For>
        <For each={memoryOf(props.report, props.method)}>
          {(row) => (
            <tr>
              <th>
                <Formula tex={row.symbol} />
              </th>
              <For each={props.shown}>
                {(axis) => (
                  <td>
                    {numeralsApart(
                      [row.before[axis], row.after[axis]].filter((value) => value !== undefined),
                      4
                    ).join(' → ')}
                  </td>
                )}
              </For>
              <Show when={!isSingle()}>
                <td />
              </Show>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )

  function partsOf(report: StepReport, method: Method): readonly Part[] {
    const look = looks[lab.theme()]
    const shares = report.before.point.map((_, axis) => sharesOf(method, report, axis))
    const hasInertia = shares.some(({ inertia }) => inertia !== 0)
    const hasDecay = shares.some(({ decay }) => decay !== 0)
    const downhill = report.before.gradient.map((slope) => 0 - slope)
    const exact = downhill.map((part, axis) => part + (report.noise?.[axis] ?? 0))
    const seen = report.noise ? words().downhillSeen : words().downhill
    return [
      ...(report.algorithm?.simplex ? [] : [{ name: seen, colour: look.decrease, values: downhill }]),
      ...(report.noise ? [{ name: words().downhillExact, colour: null, values: exact }] : []),
      ...(hasInertia
        ? [{ name: words().inertia, colour: look.secant, values: shares.map(({ inertia }) => inertia) }]
        : []),
      ...(hasInertia || hasDecay ? [{ name: words().push, colour: null, values: shares.map(({ push }) => push) }] : []),
      ...(hasDecay ? [{ name: words().decay, colour: null, values: shares.map(({ decay }) => decay) }] : []),
      { name: words().move, colour: look.ink, values: shares.map(({ move }) => move) }
    ]
  }
}

/** Of a rule: what it remembered before the step, where a line read it, and after. */
function memoryOf({ lines, memory }: StepReport, method: Method) {
  if (!isFixedRate(method)) return []
  const symbols = symbolsOf(method)
  return Object.entries(memory).map(([name, after]) => {
    const first = lines.find(({ target, operands }) => target === name || Object.hasOwn(operands, name))
    return { symbol: symbols[name] ?? name, before: first?.operands[name] ?? [], after }
  })
}

/** What `name` was worth before the step, where a line read it, if that is one number. */
function numberBefore({ algorithm }: StepReport, method: Algorithm, name: string): number | null {
  const isMade = (id: string) => method.lines.find((line) => line.id === id)?.tex.startsWith(`{${name}} \\leftarrow`)
  const value = algorithm?.lines.find((line) => !isMade(line.id) && Object.hasOwn(line.values, name))?.values[name]
  return value === undefined ? null : numberOf(value)
}

/** What an algorithm remembers after the step. */
export function Remembered(props: { report: StepReport; method: Method }) {
  const lab = useLab()
  const lines = () => {
    const { method } = props
    if (isFixedRate(method)) return []
    const meanings: Readonly<Record<string, string>> = lab.words().lab.stepPanel.remembered
    return Object.entries(props.report.algorithm?.memory ?? {}).map(([name, quantity]) => {
      const before = numberBefore(props.report, method, name)
      const change = before === null ? '' : `${typesetNumber(before, 4)} \\to `
      return { tex: `${symbolIn(method, name)} = ${change}${quantityTeX(quantity)}`, meaning: meanings[name] }
    })
  }
  return (
    <Show when={lines().length > 0}>
      <p class="soft">{lab.words().lab.stepPanel.memory}</p>
      <For each={lines()}>
        {({ tex, meaning }) => (
          <p class="rule numbers">
            <Formula tex={tex} />
            <span class="soft">{meaning}</span>
          </p>
        )}
      </For>
    </Show>
  )
}
