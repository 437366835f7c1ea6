import { FormulaError } from '@shared/language/error'
import { createMemo, Show } from 'solid-js'
import { Popover } from '../controls/Popover'
import { StepsButton } from '../derivative/StepsButton'
import { Formula } from '../editor/Formula'
import { derivativeHead, functionTeX } from '../figures/notation'
import { useLab } from '../lab/lab'
import type { Scene } from '../scene/scene'
import { Echo } from './Echo'
import { createUnderstood } from './understood'

/** More partial derivatives than this are dots on the one line there is. */
const mostParts = 4

/** f and f′ or ∇f on one line, which fades where it is too long; a click opens all of it. */
export function Reading(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const { names, answer, isBehind } = createUnderstood(props.scene)
  const text = createMemo(() => {
    const reading = lab.reading()
    return reading ? functionTeX(names(), reading.tree) : ''
  })
  const derivative = createMemo(() => {
    const found = answer()?.derivatives
    if (!found?.some((tex) => tex !== null)) return ''
    const parts = found.map((tex) => tex ?? '\\cdots')
    if (parts.length === 1) return `${derivativeHead(names(), 0)} = ${parts[0]}`
    const shown = parts.length > mostParts ? [...parts.slice(0, mostParts), '\\ldots'] : parts
    return `\\nabla f = \\left(${shown.join(',\\ ')}\\right)`
  })
  return (
    <div class="reading" classList={{ stale: lab.formula() instanceof FormulaError }}>
      <Popover
        label={words().reading}
        placement="bottom-start"
        class="reading-line"
        says
        face={
          <>
            <Formula tex={text()} />
            <Show when={derivative()}>
              {(tex) => (
                <span class="derivatives" classList={{ stale: isBehind() }}>
                  <Formula tex={tex()} />
                </span>
              )}
            </Show>
          </>
        }
      >
        <div class="function-sheet wide">
          <Echo scene={props.scene} />
        </div>
      </Popover>
      <StepsButton name={lab.derivationAlong()} />
    </div>
  )
}
