import type { Leftover } from '@shared/bridge'
import { sentence } from '@shared/problem'
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { bridge } from '../bridge'
import { IconButton } from '../controls/IconButton'
import { useLab } from '../lab/lab'
import type { DocumentFile } from './document-file'

/** A function of many characters is recognised by its beginning. */
const mostShown = 60
const beginning = (text: string) => (text.length <= mostShown ? text : `${text.slice(0, mostShown)}…`)

/** Offers the work that an earlier start has left behind. Whoever does not answer is asked again at the next start. */
export function Leftovers(props: {
  file: DocumentFile
  leftover: Leftover
  /** It is dealt with, or not wanted now. */
  onDone: (leftover: Leftover) => void
}) {
  const lab = useLab()
  const words = () => lab.words().lab.leftovers
  const time = () =>
    new Intl.DateTimeFormat(lab.language(), { dateStyle: 'medium', timeStyle: 'short' }).format(props.leftover.at)
  const goOn = async () => {
    const { leftover } = props
    if (await props.file.recover(leftover.id)) props.onDone(leftover)
  }
  const discard = async () => {
    const { leftover } = props
    await bridge.discard(leftover.id)
    props.onDone(leftover)
  }
  return (
    <section class="welcome" aria-label={words().label}>
      <Show
        when={props.leftover.problem}
        fallback={
          <>
            <p>
              {words().line({ title: props.leftover.title, time: time() })}{' '}
              <code>{beginning(props.leftover.formula)}</code>
            </p>
            <button type="button" class="primary" onClick={() => void goOn()}>
              {words().goOn}
            </button>
          </>
        }
      >
        {(problem) => <p>{words().unreadable({ time: time(), sentence: sentence(problem(), lab.words()) })}</p>}
      </Show>
      <button type="button" onClick={() => void discard()}>
        {words().discard}
      </button>
      <IconButton label={words().later} onClick={() => props.onDone(props.leftover)}>
        <X size={14} />
      </IconButton>
    </section>
  )
}
