import { worded } from '@shared/language/typeset'
import Clipboard from 'lucide-solid/icons/clipboard'
import { useLab } from '../lab/lab'
import { IconButton } from './IconButton'

/** Puts TeX on the clipboard and says so. `tex` is asked for only then: the whole text may be long. */
export function CopyTeX(props: { label: string; tex: () => string }) {
  const lab = useLab()
  const copy = async () => {
    const tex = worded(props.tex(), lab.words().lab)
    try {
      await navigator.clipboard.writeText(tex)
      lab.tell(lab.words().lab.copied)
    } catch {
      lab.tell(lab.words().lab.notCopied, true)
    }
  }
  return (
    <IconButton class="copy" label={props.label} onClick={() => void copy()}>
      <Clipboard size={13} />
    </IconButton>
  )
}
