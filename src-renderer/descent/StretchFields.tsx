import { limits } from '@shared/experiment/limits'
import { NumberField } from '../controls/NumberField'
import { stepStretch } from '../figures/descent'
import { useLab } from '../lab/lab'

/** Which steps have small plots: from which on, and how many. */
export function StretchFields() {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const stretch = () => stepStretch(lab.experiment())
  const change = (changes: Partial<ReturnType<typeof stretch>>) =>
    lab.look((view) => ({ ...view, stretch: { ...stretch(), ...changes } }))
  const within = (least: number, most: number) => (value: number) =>
    Number.isInteger(value) && value >= least && value <= most ? null : words().stretchRefused({ least, most })
  /** Every step up to there is kept. */
  const last = () => Math.min(lab.experiment().steps, limits.dotted - 1)
  return (
    <span class="stretch">
      <span>
        {words().firstStep}{' '}
        <NumberField
          value={stretch().first}
          label={words().firstStep}
          width="56px"
          refuse={within(0, last())}
          onChange={(first) => change({ first })}
        />
      </span>
      <span>
        {words().stepCount}{' '}
        <NumberField
          value={stretch().count}
          label={words().stepCount}
          width="48px"
          refuse={within(1, limits.smallPlots)}
          onChange={(count) => change({ count })}
        />
      </span>
    </span>
  )
}
