import { FormulaError } from '@shared/language/error'
import { sentence } from '@shared/problem'
import type { Derivation, DerivationLine } from '@shared/protocol'
import { createMemo, createSignal, Index, Show } from 'solid-js'
import { type Ask, createAnswer } from '../answers/answer'
import { derivationQuestion, isSameText } from '../answers/questions'
import { Choice } from '../controls/Choice'
import { CopyTeX } from '../controls/CopyTeX'
import { VariableChoice } from '../controls/VariableChoice'
import { Formula } from '../editor/Formula'
import { derivationBlock, derivativeHead } from '../figures/notation'
import { useLab } from '../lab/lab'

/** The ways to a derivative that can be shown, as the answer of the core calls them. */
type Way = keyof Derivation

/** How a derivative is found, one rule a line, along the variable that was asked for; it follows the function. */
export function DerivationSteps(props: { ask: Ask }) {
  const [way, setWay] = createSignal<Way>('rules')
  const lab = useLab()
  const words = () => lab.words().lab.derivation
  /** The values of parameters do not matter to what is written with letters. */
  const subject = createMemo(lab.subject, undefined, { equals: isSameText })
  const names = () => subject().variables
  const along = createMemo(() => Math.max(0, names().indexOf(lab.derivationAlong())))
  const answer = createAnswer(
    props.ask,
    createMemo(() => derivationQuestion(subject(), along()))
  )
  const found = () => answer().last?.answer
  const isBehind = () => {
    const body = answer().last?.question.body
    return lab.formula() instanceof FormulaError || body?.subject !== subject() || body.along !== along()
  }
  const head = () => derivativeHead(names(), along())
  const ways = () => (['rules', 'limit', 'computed'] as const).filter((one) => one !== 'limit' || found()?.limit)
  const shownWay = () => (ways().includes(way()) ? way() : 'rules')
  return (
    <div class="derivation-pane">
      <div class="pane-controls">
        <VariableChoice
          label={words().along}
          value={along()}
          onChange={(axis) => lab.showDerivation(names()[axis] ?? '')}
        />
        <Choice
          label={words().way}
          value={shownWay()}
          options={ways().map((value) => ({ value, label: words()[value] }))}
          onChange={setWay}
        />
        <span class="gap" />
        <Show when={found()}>
          {(derivation) => <CopyDerivation head={head()} derivation={derivation()} way={shownWay()} />}
        </Show>
      </div>
      <section class="derivation" aria-label={words().heading} classList={{ stale: isBehind() }} tabindex="0">
        <Show when={answer().problem}>{(problem) => <p class="bad">{sentence(problem(), lab.words())}</p>}</Show>
        <Show when={found()}>
          {(derivation) => <Written head={head()} derivation={derivation()} way={shownWay()} />}
        </Show>
      </section>
    </div>
  )
}

/** The lines of the chosen way, or a sentence where there are none. */
function Written(props: { head: string; derivation: Derivation; way: Way }) {
  const lab = useLab()
  const words = () => lab.words().lab.derivation
  const lines = () => (props.way === 'computed' ? null : props.derivation[props.way])
  return (
    <Show
      when={props.way === 'computed'}
      fallback={
        <Show when={lines()} fallback={<p class="soft">{words().tooLong}</p>}>
          {(found) => (
            <ol class="blackboard">
              <Index each={found()}>
                {(line, index) => <Line head={index === 0 ? props.head : ''} line={line()} />}
              </Index>
            </ol>
          )}
        </Show>
      }
    >
      <p class="soft">{words().computedNote}</p>
      <Show when={props.derivation.computed} fallback={<p class="soft">{words().tooLong}</p>}>
        {(tex) => (
          <div class="computed">
            <Formula tex={`${props.head} = ${tex()}`} block />
          </div>
        )}
      </Show>
    </Show>
  )
}

/** One line: what it says is equal to the line before, and the rule that made it. */
function Line(props: { head: string; line: DerivationLine }) {
  const lab = useLab()
  return (
    <li>
      <span class="line-head">
        <Show when={props.head}>
          <Formula tex={`\\displaystyle ${props.head}`} />
        </Show>
      </span>
      <span class="line-rest">
        <Formula tex={`\\displaystyle = ${props.line.tex}`} />
        <span class="rule-note">
          {lab.words().derivation.rules[props.line.rule]}
          <Show when={props.line.law}>
            <Formula tex={props.line.law} />
          </Show>
        </span>
      </span>
    </li>
  )
}

function CopyDerivation(props: { head: string; derivation: Derivation; way: Way }) {
  const lab = useLab()
  const tex = () => {
    const { computed } = props.derivation
    if (props.way === 'computed') return computed === null ? null : `${props.head} = ${computed}`
    const lines = props.derivation[props.way]
    return lines && derivationBlock(props.head, lines, ({ rule }) => lab.words().derivation.rules[rule])
  }
  return (
    <Show when={tex() !== null}>
      <CopyTeX label={lab.words().lab.derivation.copy} tex={() => tex() ?? ''} />
    </Show>
  )
}
