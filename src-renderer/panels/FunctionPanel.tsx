import { asParameter, asVariable, withoutVariable, withParameter, withVariable } from '@shared/experiment/edit'
import type { Parameter, Variable } from '@shared/experiment/experiment'
import { FormulaError } from '@shared/language/error'
import { typeset, typesetName } from '@shared/language/typeset'
import Lock from 'lucide-solid/icons/lock'
import Unlock from 'lucide-solid/icons/lock-open'
import X from 'lucide-solid/icons/x'
import { createMemo, For, Index, Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { NumberField } from '../controls/NumberField'
import { Slider } from '../controls/Slider'
import { Formula } from '../editor/Formula'
import { FormulaEditor } from '../editor/FormulaEditor'
import { shownName } from '../figures/names'
import { useLab } from '../lab'
import type { Scene } from '../scene'
import { withStartOf } from '../views/selection'

/** The function: its text, what was understood, its derivatives, its variables and parameters. */
export function FunctionPanel(props: { scene: Scene; editor?: (editor: { select(): void }) => void }) {
  const lab = useLab()
  const words = () => lab.words().lab.function
  return (
    <section class="card" aria-label={words().heading}>
      <h2>{words().heading}</h2>
      <FormulaEditor ref={(editor) => props.editor?.(editor)} />
      <Echo scene={props.scene} />
      <div class="variables">
        <span />
        <span class="head">{words().range}</span>
        <span class="head">{words().start}</span>
        <span />
        <Index each={lab.experiment().variables}>
          {(variable, index) => <VariableRow variable={variable()} index={index} />}
        </Index>
      </div>
      <For each={lab.experiment().parameters.map((parameter) => parameter.name)}>
        {(name) => <ParameterRow name={name} />}
      </For>
    </section>
  )
}

/** f and its derivatives, typeset as they were understood; greyed while the text cannot be read. */
function Echo(props: { scene: Scene }) {
  const lab = useLab()
  const names = createMemo(() => lab.subject().variables)
  const heads = createMemo(() =>
    names().length === 1
      ? [`f'(${typesetName(names()[0] as string)})`]
      : names().map((name) => `\\frac{\\partial f}{\\partial ${typesetName(name)}}`)
  )
  const echo = createMemo<string>((last) => {
    const formula = lab.formula()
    if (formula instanceof FormulaError) return last
    return `f(${names().map(typesetName).join(', ')}) = ${typeset(formula.tree)}`
  }, '')
  const derivatives = createMemo(() => {
    const { last } = props.scene.analysis()
    // Those of the function before stay, greyed, until the new ones are there: the panel does not jump with every key.
    if (!last || last.question.body.subject.variables.length !== names().length) return []
    return last.answer.derivatives.map((tex, index) => ({ head: heads()[index] ?? '', tex }))
  })
  const isBehind = () => props.scene.analysis().last?.question.body.subject !== lab.subject()
  return (
    <div class="echo" classList={{ stale: lab.formula() instanceof FormulaError }}>
      <Formula tex={echo()} block />
      <div class="derivatives" classList={{ stale: isBehind() }}>
        <For each={derivatives()}>
          {(derivative) => (
            <Formula
              tex={
                derivative.tex === null
                  ? `${derivative.head}:\\ \\text{${lab.words().lab.function.derivativeHidden}}`
                  : `${derivative.head} = ${derivative.tex}`
              }
              block
            />
          )}
        </For>
      </div>
    </div>
  )
}

function VariableRow(props: { variable: Variable; index: number }) {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const name = () => props.variable.name
  const range = (changes: { readonly min?: number; readonly max?: number }) =>
    lab.change((experiment) => withVariable(experiment, name(), changes), `range-${name()}`)
  /** Where the selected run begins: its own start, or the shared one. */
  const start = () => lab.experiment().runs[lab.run()]?.start ?? lab.experiment().start
  const setStart = (value: number) =>
    lab.change(
      (experiment) =>
        withStartOf(
          experiment,
          lab.run(),
          start().map((old, at) => (at === props.index ? value : old))
        ),
      'start'
    )
  const mentioned = () => {
    const formula = lab.formula()
    return formula instanceof FormulaError || formula.names.includes(name())
  }
  return (
    <>
      <span class="name">
        <Formula tex={typesetName(name())} />
      </span>
      <span class="range">
        <NumberField
          value={props.variable.min}
          label={words().from(name())}
          refuse={(min) => (min < props.variable.max ? null : words().rangeReversed)}
          onChange={(min) => range({ min })}
        />
        <span aria-hidden="true">…</span>
        <NumberField
          value={props.variable.max}
          label={words().to(name())}
          refuse={(max) => (max > props.variable.min ? null : words().rangeReversed)}
          onChange={(max) => range({ max })}
        />
      </span>
      <NumberField value={start()[props.index] ?? 0} label={words().startOf(name())} onChange={setStart} />
      <Show when={lab.experiment().variables.length > 1} fallback={<span />}>
        <Show
          when={mentioned()}
          fallback={
            <IconButton
              label={words().remove(shownName(name()))}
              onClick={() => lab.change((experiment) => withoutVariable(experiment, name()))}
            >
              <X size={13} />
            </IconButton>
          }
        >
          <IconButton
            label={words().toParameter(shownName(name()))}
            onClick={() => lab.change((experiment) => asParameter(experiment, name()))}
          >
            <Lock size={13} />
          </IconButton>
        </Show>
      </Show>
    </>
  )
}

function ParameterRow(props: { name: string }) {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const parameter = createMemo<Parameter>(
    (last) => lab.experiment().parameters.find((one) => one.name === props.name) ?? last,
    { name: props.name, value: 0, min: -5, max: 5 }
  )
  const set = (value: number) =>
    lab.change((experiment) => withParameter(experiment, props.name, { value }), `parameter-${props.name}`)
  return (
    <div class="parameter">
      <Formula tex={typesetName(props.name)} />
      <Slider
        value={parameter().value}
        min={parameter().min}
        max={parameter().max}
        scale="linear"
        label={words().parameter(props.name)}
        onChange={set}
      />
      <NumberField value={parameter().value} label={words().parameter(props.name)} onChange={set} />
      <IconButton
        label={words().toVariable(shownName(props.name))}
        onClick={() => lab.change((experiment) => asVariable(experiment, props.name))}
      >
        <Unlock size={13} />
      </IconButton>
    </div>
  )
}
