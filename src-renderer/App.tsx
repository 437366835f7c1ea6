import { Tabs } from '@kobalte/core/tabs'
import type { Leftover, Recovered, Surroundings } from '@shared/bridge'
import { exampleNamed } from '@shared/experiment/examples'
import type { Tab } from '@shared/experiment/experiment'
import { createEffect, createMemo, createSignal, For, Match, on, onMount, Show, Switch } from 'solid-js'
import { actionsOf, listenToWishes } from './actions'
import { bridge } from './bridge'
import { createDocumentFile, type DocumentFile } from './document-file'
import { historyIn, keepDrafts } from './draft'
import { createLab, exampleOf, type Lab, LabProvider, useLab } from './lab'
import { AboutDialog } from './panels/AboutDialog'
import { DerivationSheet } from './panels/DerivationSheet'
import { ExportDialog } from './panels/ExportDialog'
import { FunctionPanel } from './panels/FunctionPanel'
import { GradientPanel } from './panels/GradientPanel'
import { HelpDialog } from './panels/HelpDialog'
import { Leftovers } from './panels/Leftovers'
import { NoteCard, Notes } from './panels/NoteCard'
import { NoticeLine } from './panels/NoticeLine'
import { RunsPanel } from './panels/RunsPanel'
import { Toolbar } from './panels/Toolbar'
import { Welcome } from './panels/Welcome'
import { createScene, type Scene } from './scene'
import { ArrangementChoice, Descend } from './views/Descend'
import { Differentiate } from './views/Differentiate'
import { Partial } from './views/Partial'

const firstExample = 'descent-2d'
const tabs: readonly Tab[] = ['differentiate', 'partial', 'descend']
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
  if (before) lab.restore(historyIn(before.draft), before.draft.unsaved)
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
  const example = createMemo(() => exampleOf(lab.experiment()))
  let editor: { select(): void } | undefined
  let panels!: HTMLElement
  // Another document is read from its beginning.
  createEffect(on(lab.begun, () => panels.scrollTo(0, 0), { defer: true }))
  return (
    <div class="window">
      <Toolbar file={file} onExport={actions.export} onHelp={actions.help} onAbout={actions.about} />
      <aside class="panels" ref={panels}>
        <Show when={example()}>{(found) => <NoteCard example={found()} />}</Show>
        <FunctionPanel
          scene={scene}
          editor={(made) => {
            editor = made
          }}
        />
        <GradientPanel />
        <RunsPanel scene={scene} />
        <Notes />
      </aside>
      <main>
        <Workbench scene={scene} file={file} onOwnFunction={() => editor?.select()} />
      </main>
      <DerivationSheet ask={bridge.ask} />
      <NoticeLine />
      <ExportDialog
        open={exporting()}
        onOpenChange={setExporting}
        minimum={scene.minimum.report()}
        comparison={scene.comparison.report()}
      />
      <HelpDialog open={help()} onOpenChange={setHelp} />
      <AboutDialog open={about()} onOpenChange={setAbout} />
    </div>
  )
}

/** The first picture moves once, then rests at the start; with reduced motion it stays still. */
function playOnce(lab: Lab, { playback }: Scene): void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const opening = lab.experiment()
  const untouched = () => lab.experiment() === opening && !playback.playing() && lab.step() === opening.steps
  playback.play(() => setTimeout(() => untouched() && lab.selectStep(0), endShown))
}

/** The tabs, below them the first lines for a new person and what the chosen tab shows. */
function Workbench(props: { scene: Scene; file: DocumentFile; onOwnFunction: () => void }) {
  const lab = useLab()
  const [leftovers, setLeftovers] = createSignal<readonly Leftover[]>([])
  onMount(async () => setLeftovers(await bridge.leftovers()))
  const tab = () => lab.experiment().view.tab
  /** The first example, or the person's own function typed in its place. */
  const isFirst = () => lab.experiment().example === firstExample
  return (
    <Tabs
      class="tabs"
      value={tab()}
      onChange={(wanted) => lab.look((view) => ({ ...view, tab: wanted as Tab }))}
      activationMode="manual"
    >
      <Tabs.List class="tab-list" aria-label={lab.words().lab.tabs.label}>
        <For each={tabs}>{(id) => <Tabs.Trigger value={id}>{lab.words().lab.tabs[id]}</Tabs.Trigger>}</For>
      </Tabs.List>
      <Show when={tab() === 'descend'}>
        <div class="arrangement">
          <ArrangementChoice />
        </div>
      </Show>
      <Show when={leftovers()[0]}>
        {(leftover) => (
          <Leftovers
            file={props.file}
            leftover={leftover()}
            onDone={(done) => setLeftovers((all) => all.filter((one) => one !== done))}
          />
        )}
      </Show>
      <Show when={leftovers().length === 0 && lab.welcome() && tab() === 'descend' && isFirst()}>
        <Welcome file={props.file} scene={props.scene} onOwnFunction={props.onOwnFunction} />
      </Show>
      <div class="tab-panel" role="tabpanel" aria-label={lab.words().lab.tabs[tab()]}>
        <Switch>
          <Match when={tab() === 'differentiate'}>
            <Differentiate ask={bridge.ask} />
          </Match>
          <Match when={tab() === 'partial'}>
            <Partial ask={bridge.ask} scene={props.scene} />
          </Match>
          <Match when={tab() === 'descend'}>
            <Descend ask={bridge.ask} scene={props.scene} />
          </Match>
        </Switch>
      </div>
    </Tabs>
  )
}
