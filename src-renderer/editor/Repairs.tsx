import type { Repair } from '@shared/language/repairs'
import type { Words } from '@shared/words/index'
import { For } from 'solid-js'
import { useLab } from '../lab/lab'

/** Buttons for what may have been meant. The first is also made by a key in the editor. */
export function Repairs(props: { repairs: readonly Repair[]; onChoose: (repair: Repair) => void; typed: string }) {
  const lab = useLab()
  return (
    <fieldset class="repairs" aria-label={lab.words().editor.repairs.label}>
      <For each={props.repairs}>
        {(repair, at) => (
          <button
            type="button"
            class="chip"
            title={at() === 0 ? lab.words().editor.repairs.key : undefined}
            onClick={() => props.onChoose(repair)}
          >
            {labelOf(repair, props.typed, lab.words())}
          </button>
        )}
      </For>
    </fieldset>
  )
}

/** Of a longer stretch only its two ends are shown. */
const mostShown = 32

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length <= mostShown ? line : `${line.slice(0, mostShown / 2)}…${line.slice(1 - mostShown / 2)}`
}

/** What the button does, in words: something is added, left out, or written in another way. */
function labelOf({ range, text }: Repair, typed: string, words: Words): string {
  const { write, add, leaveOut } = words.editor.repairs
  if (text === '') return leaveOut(shortened(typed.slice(range.from, range.to)))
  return range.from === range.to ? add(shortened(text)) : write(shortened(text))
}
