import { createMemo, Show, untrack } from 'solid-js'
import type { Ask } from '../answers/answer'
import { LongWork } from '../controls/LongWork'
import { linePictures } from '../descent/descent-line'
import { planeOfAxes } from '../descent/descent-plane'
import { principalPlane } from '../descent/descent-principal'
import { variableCharts } from '../descent/variable-charts'
import { ExampleNote, FoldedNotes } from '../examples/NoteCard'
import { isPrincipal } from '../figures/principal-descent'
import type { DocumentFile } from '../file/document-file'
import { Bench } from '../frame/Bench'
import { type Lab, useLab } from '../lab/lab'
import { PlaybackBar } from '../playback/PlaybackBar'
import { StepName, StepRule } from '../presentation/StepRule'
import { VerdictLine } from '../runs/Outcome'
import { SelectedRate } from '../runs/RunCard'
import { AddRun, RunsPanel, RunsRail } from '../runs/RunsPanel'
import type { Scene } from '../scene/scene'
import { derivationTab } from './derivation-tab'
import { noteTab } from './note-tab'
import { runTabs } from './run-tabs'

/** Over what the runs are seen: one variable, the plane of two, that of principal components, or each variable by itself. */
function kindOf(lab: Lab): 'line' | 'variables' | 'principal' | 'plane' {
  const { variables, view } = lab.experiment()
  if (variables.length === 1) return 'line'
  if (view.arrangement === 'variables') return 'variables'
  return isPrincipal(lab.experiment()) ? 'principal' : 'plane'
}

const picturesOf = {
  line: linePictures,
  variables: variableCharts,
  principal: principalPlane,
  plane: planeOfAxes
} as const

/** Optimisers at work: the runs and their settings, their ways over f, every step explained. */
export function Descend(props: { scene: Scene; ask: Ask; file: DocumentFile }) {
  const lab = useLab()
  const kind = createMemo(() => kindOf(lab))
  const pictures = createMemo(() => {
    const make = picturesOf[kind()]
    return untrack(() => make(lab, props.scene, props.ask))
  })
  return (
    <Bench
      tab="descend"
      usual={{ right: 0.42, rightOfLarge: 0.54, top: 0.4 }}
      leftTitle={lab.words().lab.runs.heading}
      leftHeading={<AddRun />}
      left={
        <>
          <RunsPanel scene={props.scene} />
          <div class="notes-of-tab">
            <ExampleNote file={props.file} />
            <FoldedNotes />
          </div>
        </>
      }
      rail={<RunsRail />}
      hero={pictures().hero()}
      companionTitle={pictures().companionTitle()}
      companion={pictures().companion()}
      inspector={[...runTabs(lab, props.scene), derivationTab(lab, props.ask)]}
      insteadOfLeft={noteTab(lab, props.file)}
      aside={() => <StepName scene={props.scene} />}
      subtitle={() => <StepRule scene={props.scene} />}
      dock={(isFolded) => (
        <>
          <PlaybackBar playback={props.scene.playback} />
          <Show when={isFolded()}>
            <SelectedRate />
          </Show>
          <Show when={props.scene.progress.runs.share() !== null} fallback={<VerdictLine scene={props.scene} />}>
            <LongWork progress={props.scene.progress.runs} text={lab.words().lab.runs.progress.working} />
          </Show>
        </>
      )}
    />
  )
}
