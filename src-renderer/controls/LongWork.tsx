import type { Progress } from '../answers/progress'
import { useLab } from '../lab/lab'

/** How far a long computation has got, with a way to end it. */
export function LongWork(props: { progress: Progress; text: (values: { percent: number }) => string }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs.progress
  const share = () => props.progress.share() ?? 0
  return (
    <div class="long-work">
      <progress max="1" value={share()} aria-label={words().label} />
      <span>{props.text({ percent: Math.floor(100 * share()) })}</span>
      <button type="button" class="link" onClick={() => props.progress.cancel()}>
        {words().cancel}
      </button>
    </div>
  )
}
