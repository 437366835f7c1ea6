import { For } from 'solid-js'
import { FormulaEditor } from '../editor/FormulaEditor'
import { useLab } from '../lab'
import type { Scene } from '../scene'
import { Echo } from './Echo'
import { ParameterRow } from './ParameterRow'
import { Variables } from './Variables'

/** The function: its text, what was understood, its derivatives, its variables and parameters. */
export function FunctionPanel(props: { scene: Scene; editor?: (editor: { select(): void }) => void }) {
  const lab = useLab()
  const words = () => lab.words().lab.function
  return (
    <section class="card" aria-label={words().heading}>
      <h2>{words().heading}</h2>
      <FormulaEditor ref={(editor) => props.editor?.(editor)} />
      <Echo scene={props.scene} />
      <Variables />
      <For each={lab.experiment().parameters.map((parameter) => parameter.name)}>
        {(name) => <ParameterRow name={name} />}
      </For>
    </section>
  )
}
