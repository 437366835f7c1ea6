import type { Run } from '@shared/experiment/experiment'
import { withMethod } from '@shared/experiment/runs'
import type { Convention } from '@shared/methods/convention'
import { isFixedRate, type Method } from '@shared/methods/method'
import { conventionMatters, conventionsOf, isSameWay, methodNamed } from '@shared/methods/table'
import type { Words } from '@shared/words/index'
import { createMemo, For, Show } from 'solid-js'
import { Choice } from '../controls/Choice'
import { numberText } from '../controls/number'
import { Formula } from '../editor/Formula'
import { plainSymbol } from '../figures/names'
import { useLab } from '../lab/lab'
import { typesetLine } from '../steps/algorithm-explanation'
import { typesetRule } from '../steps/explanation'

/** A line of what a step does: TeX, and of an algorithm, not each of whose lines happens in each step, what it is for. */
interface Line {
  readonly tex: string
  readonly comment: string | null
}

function linesOf(method: Method | undefined, words: Words): readonly Line[] {
  if (!method) return []
  if (isFixedRate(method)) return typesetRule(method).map((tex) => ({ tex, comment: null }))
  const comments = (words.methods.lines as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>)[
    method.id
  ]
  return method.lines
    .filter((line) => !line.aside)
    .map((line) => ({ tex: typesetLine(line, method), comment: comments?.[line.id] ?? null }))
}

/** Settings of `method` whose usual value is another in `other`, or that `other` lacks: `η = 0.001`. */
const ownUsual = (method: Method, other: Method | undefined): readonly string[] =>
  method.settings
    .filter((setting) => other?.settings.find(({ id }) => id === setting.id)?.default !== setting.default)
    .map((setting) => `${plainSymbol(setting.symbol)} = ${numberText(setting.default)}`)

/** The rule the run follows, and whose: the same name means different rules in a book and in a library, line by line. */
export function UpdateRule(props: { run: Run }) {
  const lab = useLab()
  const words = () => lab.words().methods
  const row = createMemo(() => methodNamed(props.run.method, props.run.convention))
  const lines = createMemo(() => linesOf(row(), lab.words()))
  const isAlgorithm = () => {
    const method = row()
    return method !== undefined && !isFixedRate(method)
  }
  const choose = (convention: Convention) =>
    lab.change((experiment) => withMethod(experiment, props.run.id, props.run.method, convention))
  /** The same method in the other convention, where that is another rule. */
  const other = createMemo(() => {
    const convention = conventionsOf(props.run.method).find((one) => one !== props.run.convention)
    return convention && conventionMatters(props.run.method) ? methodNamed(props.run.method, convention) : undefined
  })
  const others = createMemo(() => linesOf(other(), lab.words()))
  const isMarked = ({ tex }: Line) => other() !== undefined && !others().some((line) => line.tex === tex)
  return (
    <div class="run-part">
      <h4>{isAlgorithm() ? lab.words().lab.runs.rule.algorithm : words().convention}</h4>
      <Show when={other()}>
        <Choice
          label={words().convention}
          value={props.run.convention}
          options={conventionsOf(props.run.method).map((value) => ({ value, label: words().conventions[value] }))}
          onChange={choose}
        />
      </Show>
      <div class="update-rule">
        <For each={lines()}>
          {(line) => (
            <div class="line" classList={{ marked: isMarked(line) }}>
              <Formula tex={line.tex} block />
              <Show when={line.comment}>
                <p class="meaning">{line.comment}</p>
              </Show>
            </div>
          )}
        </For>
      </div>
      <Show when={other()} keyed>
        {(method) => <OtherRule row={row()} other={method} lines={lines()} others={others()} />}
      </Show>
    </div>
  )
}

/** What the other convention has in place of the marked lines, and which of its usual settings are others. */
function OtherRule(props: { row: Method | undefined; other: Method; lines: readonly Line[]; others: readonly Line[] }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs.rule
  const name = () => lab.words().methods.conventions[props.other.convention]
  const differing = () => props.others.filter(({ tex }) => !props.lines.some((line) => line.tex === tex))
  const usual = () => ownUsual(props.other, props.row)
  return (
    <>
      <p class="meaning">{words().differs({ other: name() })}</p>
      <div class="update-rule replaced">
        <For each={differing()}>
          {({ tex }) => (
            <div class="line">
              <Formula tex={tex} block />
            </div>
          )}
        </For>
      </div>
      <Show when={isSameWay(props.other.id)}>
        <p class="meaning">{words().sameWay}</p>
      </Show>
      <Show when={usual().length > 0}>
        <p class="meaning">{words().usualDiffer({ other: name(), settings: usual().join(', ') })}</p>
      </Show>
    </>
  )
}
