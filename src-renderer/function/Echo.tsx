import { FormulaError } from '@shared/language/error'
import { createMemo, createSignal, Index, Show } from 'solid-js'
import { CopyTeX } from '../controls/CopyTeX'
import { StepsButton } from '../derivative/StepsButton'
import { Formula } from '../editor/Formula'
import { shownName } from '../figures/names'
import { derivativeHead, functionTeX } from '../figures/notation'
import { useLab } from '../lab/lab'
import type { Scene } from '../scene/scene'
import { createUnderstood } from './understood'

/** More derivatives than this are shown only when asked for: a learner reads the first few. */
const fewDerivatives = 4

/** f and its derivatives, typeset as they were understood; greyed while the text cannot be read. */
export function Echo(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const { names, answer, isBehind } = createUnderstood(props.scene)
  const [showsAll, setShowsAll] = createSignal(false)
  /** `whole`: with every term, where otherwise are dots. */
  const written = (whole: boolean) => {
    const reading = lab.reading()
    return reading ? functionTeX(names(), reading.tree, whole) : ''
  }
  const echo = createMemo(() => written(false))
  const derivatives = () => answer()?.derivatives ?? []
  const missing = () => (answer()?.nowhere ? words().derivativeNowhere : words().derivativeTooLong)
  const shown = () => (showsAll() ? derivatives() : derivatives().slice(0, fewDerivatives))
  return (
    <div class="echo" classList={{ stale: lab.formula() instanceof FormulaError }}>
      <div class="echo-line">
        <Formula tex={echo()} block />
        <CopyTeX label={words().copyTeX('f')} tex={() => written(true)} />
      </div>
      <div class="derivatives" classList={{ stale: isBehind() }}>
        <Index each={shown()}>
          {(tex, axis) => (
            <DerivativeLine
              name={names()[axis] ?? ''}
              head={derivativeHead(names(), axis)}
              tex={tex()}
              gaps={answer()?.gaps[axis] ?? null}
              missing={missing()}
            />
          )}
        </Index>
        <Show when={derivatives().length > fewDerivatives}>
          <button type="button" class="link" aria-expanded={showsAll()} onClick={() => setShowsAll(!showsAll())}>
            {showsAll() ? words().fewDerivatives : words().allDerivatives(derivatives().length)}
          </button>
        </Show>
      </div>
    </div>
  )
}

/** One derivative with the buttons that show how it is found and copy it, or – `tex` is null – why it is missing. */
function DerivativeLine(props: {
  name: string
  head: string
  tex: string | null
  /** Where what is written is not the derivative. */
  gaps: string | null
  missing: string
}) {
  const lab = useLab()
  const words = () => lab.words().lab.function
  // Not set anew while a parameter moves.
  const line = createMemo(() =>
    props.tex === null
      ? `${props.head}:\\ \\text{${props.missing}}`
      : `${props.head} = ${props.tex}${props.gaps ? `\\quad\\text{${words().derivativeExcept}}\\ ${props.gaps}` : ''}`
  )
  return (
    <div class="echo-line">
      <Formula tex={line()} block />
      <StepsButton name={props.name} />
      <Show when={props.tex !== null}>
        <CopyTeX
          label={words().copyTeX(words().derivativeAlong(shownName(props.name)))}
          tex={() => `${props.head} = ${props.tex}${props.gaps ? `\\quad(${props.gaps})` : ''}`}
        />
      </Show>
    </div>
  )
}
