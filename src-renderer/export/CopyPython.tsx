import { ProblemError, sentence } from '@shared/problem'
import Code from 'lucide-solid/icons/code-xml'
import { bridge } from '../bridge'
import { pythonOf } from '../figures/python'
import { useLab } from '../lab/lab'

/** Puts these runs on the clipboard as one Python script, and says so. */
export function CopyPython(props: { runs: readonly number[]; class?: string }) {
  const lab = useLab()
  const copy = async () => {
    const words = lab.words()
    try {
      const script = await pythonOf(bridge.ask, lab.experiment(), lab.title(), lab.subject(), props.runs, words)
      if (script === null) return lab.tell(words.python.none, true)
      await navigator.clipboard.writeText(script)
      lab.tell(words.python.copied)
    } catch (error) {
      lab.tell(error instanceof ProblemError ? sentence(error, words) : words.lab.notCopied, true)
    }
  }
  return (
    <button type="button" class={props.class} onClick={() => void copy()}>
      <Code size={13} aria-hidden="true" /> {lab.words().python.copy}
    </button>
  )
}
