import { Tabs } from '@kobalte/core/tabs'
import type { Leftover, Recovered, Surroundings } from '@shared/bridge'
import { exampleNamed } from '@shared/experiment/examples'
import type { Tab } from '@shared/experiment/experiment'
import { createEffect, createSignal, Match, on, onMount, Show, Switch } from 'solid-js'
import { bridge } from './bridge'
import { actionsOf, listenToWishes } from './commands/actions'
import { Welcome } from './examples/Welcome'
import { ExportDialog } from './export/ExportDialog'
import { createDocumentFile, type DocumentFile } from './file/document-file'
import { historyIn, keepDrafts } from './file/draft'
import { Leftovers } from './file/Leftovers'
import { NoticeLine } from './frame/NoticeLine'
import { TitleBar } from './frame/TitleBar'
import { FunctionBar } from './function/FunctionBar'
import { AboutDialog } from './help/AboutDialog'
import { HelpDialog } from './help/HelpDialog'
import { createLab, exampleOf, type Lab, LabProvider, useLab } from './lab/lab'
import { BlankScreen } from './presentation/BlankScreen'
import { createRest } from './presentation/rest'
import { createScene, type Scene } from './scene/scene'
import { Descend } from './tabs/Descend'
import { Differentiate } from './tabs/Differentiate'
import { noteTabId } from './tabs/note-tab'
import { Partial } from './tabs/Partial'

const firstExample = 'descent-2d'
/** Milliseconds for which the end of the first playback stays in sight. */
const endShown = 600

/** The whole window. */
export function App(props: {
  surroundings: Surroundings
  /** What the page held before it was loaded again. */
  before?: Recovered | null
}) {
  const first = exampleNamed(firstExample)
  if (!first) throw new Error(`There is no example ${firstExample}`)
  const lab = createLab(first.experiment, props.surroundings)
  const { before } = props
  if (before) lab.restore(historyIn(before), before.draft.unsaved)
  keepDrafts(lab)
  return (
    <LabProvider value={lab}>
      <Laboratory isNew={!before} isFiled={before?.filed ?? false} />
    </LabProvider>
  )
}

/** `isNew`: it begins with the first picture. `isFiled`: its document has a file. */
function Laboratory(props: { isNew: boolean; isFiled: boolean }) {
  const lab = useLab()
  const scene = createScene(lab, bridge.ask)
  const file = createDocumentFile(lab, props.isFiled)
  const [exporting, setExporting] = createSignal(false)
  const [about, setAbout] = createSignal(false)
  const [help, setHelp] = createSignal(false)
  const actions = actionsOf(lab, scene, file, {
    export: () => setExporting(true),
    help: () => setHelp(true),
    about: () => setAbout(true)
  })
  listenToWishes(lab, file, actions)
  onMount(() => {
    if (!props.isNew) return
    lab.selectStep(0)
    playOnce(lab, scene)
  })
  // An example that is opened is read first, where its note has no place of its own.
  createEffect(on(lab.begun, () => exampleOf(lab.experiment()) && lab.inspect(noteTabId), { defer: true }))
  // With a function of one's own there is nothing to be read.
  createEffect(
    on(
      () => exampleOf(lab.experiment()) === undefined && lab.experiment().notes === '',
      (isBlank) => isBlank && lab.leave(noteTabId),
      { defer: true }
    )
  )
  let editor: { select(): void } | undefined
  const tab = () => lab.experiment().view.tab
  const isResting = createRest()
  return (
    <Tabs
      class="window"
      classList={{ presented: lab.presentation.isOn(), resting: lab.presentation.isOn() && isResting() }}
      value={tab()}
      onChange={(wanted) => lab.look((view) => ({ ...view, tab: wanted as Tab }))}
      activationMode="manual"
    >
      <TitleBar file={file} actions={actions} />
      <FunctionBar
        scene={scene}
        editor={(made) => {
          editor = made
        }}
      />
      <Hints scene={scene} file={file} onOwnFunction={() => editor?.select()} />
      <main>
        <div class="tab-panel" role="tabpanel" aria-label={lab.words().lab.tabs[tab()]}>
          <h2 class="sr-only">{lab.words().lab.tabs[tab()]}</h2>
          <Switch>
            <Match when={tab() === 'differentiate'}>
              <Differentiate ask={bridge.ask} file={file} />
            </Match>
            <Match when={tab() === 'partial'}>
              <Partial ask={bridge.ask} scene={scene} file={file} />
            </Match>
            <Match when={tab() === 'descend'}>
              <Descend ask={bridge.ask} scene={scene} file={file} />
            </Match>
          </Switch>
        </div>
      </main>
      <NoticeLine />
      <BlankScreen />
      <ExportDialog
        open={exporting()}
        onOpenChange={setExporting}
        minimum={scene.minimum.report()}
        comparison={scene.comparison.report()}
      />
      <HelpDialog open={help()} onOpenChange={setHelp} />
      <AboutDialog open={about()} onOpenChange={setAbout} />
    </Tabs>
  )
}

/** The first picture moves once, then rests at the start; with reduced motion it stays still. */
function playOnce(lab: Lab, { playback }: Scene): void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const opening = lab.experiment()
  const untouched = () => lab.experiment() === opening && !playback.playing() && lab.step() === opening.steps
  playback.play(() => setTimeout(() => untouched() && lab.selectStep(0), endShown))
}

/** One line below the function: what an earlier start has left behind, or the first lines for a new person. */
function Hints(props: { scene: Scene; file: DocumentFile; onOwnFunction: () => void }) {
  const lab = useLab()
  const [leftovers, setLeftovers] = createSignal<readonly Leftover[]>([])
  onMount(async () => setLeftovers(await bridge.leftovers()))
  /** The first example, or the person's own function typed in its place. */
  const isFirst = () => lab.experiment().example === firstExample
  return (
    <Show
      when={leftovers()[0]}
      fallback={
        <Show when={lab.welcome() && lab.experiment().view.tab === 'descend' && isFirst()}>
          <Welcome file={props.file} scene={props.scene} onOwnFunction={props.onOwnFunction} />
        </Show>
      }
    >
      {(leftover) => (
        <Leftovers
          file={props.file}
          leftover={leftover()}
          onDone={(done) => setLeftovers((all) => all.filter((one) => one !== done))}
        />
      )}
    </Show>
  )
}
