import { FormulaEditor } from '../editor/FormulaEditor'
import { useLab } from '../lab/lab'
import type { Scene } from '../scene/scene'
import { GradientChip, ParametersChip, RangesChip } from './chips'
import { Reading } from './Reading'

/** The function, always in sight: its text, what was understood of it, and what it is looked at with. */
export function FunctionBar(props: { scene: Scene; editor?: (editor: { select(): void }) => void }) {
  const lab = useLab()
  return (
    <section class="function-bar" aria-label={lab.words().lab.function.heading}>
      <FormulaEditor ref={(editor) => props.editor?.(editor)} />
      <Reading scene={props.scene} />
      <div class="function-chips">
        <ParametersChip />
        <RangesChip />
        <GradientChip />
      </div>
    </section>
  )
}
