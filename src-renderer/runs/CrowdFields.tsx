import { crowdBounds } from '@shared/experiment/bounds'
import { canBecomeRuns, crowdSize, withCrowdAsRuns, withCrowdLayout } from '@shared/experiment/crowd'
import { withCrowd } from '@shared/experiment/edit'
import { crowdLayouts } from '@shared/experiment/experiment'
import { Show } from 'solid-js'
import { Choice } from '../controls/Choice'
import { LongWork } from '../controls/LongWork'
import { Popover } from '../controls/Popover'
import { crowdSentence } from '../figures/crowd'
import { runNames } from '../figures/run-names'
import { useLab } from '../lab/lab'
import type { Scene } from '../scene/scene'
import { BoundedField } from './BoundedField'
import { SeedField } from './SeedField'

/** How many starts the selected run has, if more than its own, on a chip that opens their settings. */
export function CrowdChip(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs.crowd
  const isOn = () => lab.experiment().crowd.layout !== 'none'
  return (
    <Popover
      label={words().heading}
      placement="bottom-start"
      class={isOn() ? 'on' : ''}
      face={isOn() ? `${words().heading} ${crowdSize(lab.experiment())}` : words().heading}
    >
      <CrowdFields scene={props.scene} />
    </Popover>
  )
}

/** Many starts for the selected run: how they lie, and where their ways ended. */
export function CrowdFields(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs.crowd
  const crowd = () => lab.experiment().crowd
  const single = () => lab.experiment().variables.length === 1
  /** Over one variable a ring is nothing but an even row. */
  const layouts = () =>
    crowdLayouts
      .filter((layout) => !(single() && layout === 'ring'))
      .map((value) => ({ value, label: single() && value === 'grid' ? words().line : words().layouts[value] }))
  const layout = () => (single() && crowd().layout === 'ring' ? 'grid' : crowd().layout)
  const isSquare = () => layout() === 'grid' && !single()
  return (
    <div class="race-sheet">
      <h3>{words().heading}</h3>
      <p class="meaning">{words().meaning({ name: runNames(lab.experiment(), lab.words())[lab.run()] ?? '' })}</p>
      <Choice
        label={words().layout}
        value={layout()}
        options={layouts()}
        onChange={(wanted) => lab.change((experiment) => withCrowdLayout(experiment, wanted))}
      />
      <Show when={layout() !== 'none'}>
        <BoundedField
          row={crowdBounds.count}
          value={crowd().count}
          beside={
            isSquare() && crowdSize(lab.experiment()) !== crowd().count ? (
              <span class="soft">{words().square({ count: crowdSize(lab.experiment()) })}</span>
            ) : undefined
          }
          onChange={(count) => lab.change((experiment) => withCrowd(experiment, { count }), 'crowd-count')}
        />
        <Show
          when={layout() === 'random'}
          fallback={
            <BoundedField
              row={crowdBounds.radius}
              {...(isSquare() ? { name: words().half } : {})}
              value={crowd().radius}
              onChange={(radius) => lab.change((experiment) => withCrowd(experiment, { radius }), 'crowd-radius')}
            />
          }
        >
          <p class="meaning">{words().random}</p>
          <SeedField
            row={crowdBounds.seed}
            value={crowd().seed}
            onChange={(seed) => lab.change((experiment) => withCrowd(experiment, { seed }), 'crowd-seed')}
          />
        </Show>
        <CrowdOutcome scene={props.scene} />
        <button
          type="button"
          class="link"
          disabled={!canBecomeRuns(lab.experiment())}
          title={canBecomeRuns(lab.experiment()) ? undefined : words().tooMany}
          onClick={() => lab.change((experiment) => withCrowdAsRuns(experiment, lab.run()))}
        >
          {words().asRuns}
        </button>{' '}
        <Show when={canBecomeRuns(lab.experiment())}>
          <span class="soft">{words().asRunsHint}</span>
        </Show>
      </Show>
    </div>
  )
}

/** Where the crowd ended, in a sentence; meanwhile, how far it has got. */
function CrowdOutcome(props: { scene: Scene }) {
  const lab = useLab()
  const told = () => {
    const report = props.scene.crowd()
    return report && crowdSentence(report, lab.words())
  }
  return (
    <div class="outcome" aria-live="polite">
      <Show when={props.scene.progress.crowd.share() !== null} fallback={<p>{told()}</p>}>
        <LongWork progress={props.scene.progress.crowd} text={lab.words().lab.runs.progress.crowd} />
      </Show>
    </div>
  )
}
