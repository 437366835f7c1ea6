import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { useLab } from '../lab/lab'

/** The line about what was done or could not be done. */
export function NoticeLine() {
  const lab = useLab()
  return (
    <Show when={lab.notice()}>
      {(notice) => (
        <div class="notice" classList={{ bad: notice().bad }} role={notice().bad ? 'alert' : 'status'}>
          <span>{notice().text}</span>
          <IconButton label={lab.words().lab.close} onClick={lab.dismissNotice}>
            <X size={14} />
          </IconButton>
        </div>
      )}
    </Show>
  )
}
