import { Tabs } from '@kobalte/core/tabs'
import type { Surroundings } from '@shared/bridge'
import { exampleNamed } from '@shared/experiment/examples'
import type { Tab } from '@shared/experiment/experiment'
import { sentence } from '@shared/problem'
import X from 'lucide-solid/icons/x'
import { createMemo, createSignal, For, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { bridge } from './bridge'
import { IconButton } from './controls/IconButton'
import { createDocumentFile } from './document-file'
import { createLab, exampleOf, LabProvider, useLab } from './lab'
import { AboutDialog } from './panels/AboutDialog'
import { ExportDialog } from './panels/ExportDialog'
import { FunctionPanel } from './panels/FunctionPanel'
import { GradientPanel } from './panels/GradientPanel'
import { NoteCard, Notes } from './panels/NoteCard'
import { RunsPanel } from './panels/RunsPanel'
import { Toolbar } from './panels/Toolbar'
import { Welcome } from './panels/Welcome'
import { createScene } from './scene'
import { type KeyAction, keyAction } from './shortcuts'
import { ArrangementChoice, Descend } from './views/Descend'
import { Differentiate } from './views/Differentiate'
import { Partial } from './views/Partial'

const firstExample = 'descent-2d'
const tabs: readonly Tab[] = ['differentiate', 'partial', 'descend']
/** Milliseconds for which the end of the first playback stays in sight. */
const endShown = 600

/** The whole window. */
export function App(props: { surroundings: Surroundings }) {
  const first = exampleNamed(firstExample)
  if (!first) throw new Error(`There is no example ${firstExample}`)
  const lab = createLab(first.experiment, props.surroundings)
  return (
    <LabProvider value={lab}>
      <Laboratory />
    </LabProvider>
  )
}

function Laboratory() {
  const lab = useLab()
  const scene = createScene(lab, bridge.ask)
  const file = createDocumentFile(lab)
  const [exporting, setExporting] = createSignal(false)
  const [about, setAbout] = createSignal(false)
  const [welcome, setWelcome] = createSignal(true)
  const [walked, setWalked] = createSignal(0)
  let editor: { select(): void } | undefined

  const step = (way: number) => {
    scene.playback.pause()
    lab.selectStep(lab.step() + way)
  }
  const actions: Readonly<Record<KeyAction, () => void>> = {
    new: () => void file.begin(),
    open: () => void file.open(),
    save: () => void file.save(),
    'save-as': () => void file.save(true),
    undo: lab.undo,
    redo: lab.redo,
    export: () => setExporting(true),
    about: () => setAbout(true),
    'save-and-close': () => void file.saveAndClose(),
    'take-opened': () => void file.takeOpened(),
    'toggle-play': scene.playback.toggle,
    'step-back': () => step(-1),
    'step-forward': () => step(1),
    'to-start': () => step(Number.NEGATIVE_INFINITY),
    'to-end': () => step(Number.POSITIVE_INFINITY)
  }
  const onKey = (event: KeyboardEvent) => {
    const action = keyAction(event)
    if (!action) return
    event.preventDefault()
    actions[action]()
  }
  onMount(() => {
    addEventListener('keydown', onKey, true)
    addEventListener('dragover', allowDrop)
    addEventListener('drop', drop)
    bridge.onCommand((command) => actions[command]())
    bridge.onNews((problem) => lab.tell(sentence(problem, lab.words()), true))
    lab.selectStep(0)
    playOnce()
  })
  onCleanup(() => {
    removeEventListener('keydown', onKey, true)
    removeEventListener('dragover', allowDrop)
    removeEventListener('drop', drop)
  })

  /** The first picture moves once, then rests at the start; with reduced motion it stays still. */
  const playOnce = () => {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const opening = lab.experiment()
    const untouched = () => lab.experiment() === opening && !scene.playback.playing() && lab.step() === opening.steps
    scene.playback.play(() => setTimeout(() => untouched() && lab.selectStep(0), endShown))
  }

  /** The first example, or the person's own function typed in its place. */
  const isFirst = () => lab.experiment().example === firstExample
  const example = createMemo(() => exampleOf(lab.experiment()))
  const tab = () => lab.experiment().view.tab
  const allowDrop = (event: DragEvent) => event.preventDefault()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const dropped = event.dataTransfer?.files[0]
    if (dropped) void file.openDropped(dropped)
  }
  return (
    <div class="window">
      <Toolbar file={file} onExport={() => setExporting(true)} onAbout={() => setAbout(true)} />
      <aside class="panels">
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
          <Show when={welcome() && tab() === 'descend' && isFirst()}>
            <Welcome
              playback={scene.playback}
              file={file}
              walked={walked()}
              onStep={() => {
                step(1)
                setWalked(walked() + 1)
              }}
              onOwnFunction={() => editor?.select()}
              onDismiss={() => setWelcome(false)}
            />
          </Show>
          <div class="tab-panel" role="tabpanel" aria-label={lab.words().lab.tabs[tab()]}>
            <Switch>
              <Match when={tab() === 'differentiate'}>
                <Differentiate ask={bridge.ask} />
              </Match>
              <Match when={tab() === 'partial'}>
                <Partial ask={bridge.ask} scene={scene} />
              </Match>
              <Match when={tab() === 'descend'}>
                <Descend ask={bridge.ask} scene={scene} />
              </Match>
            </Switch>
          </div>
        </Tabs>
      </main>
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
      <ExportDialog open={exporting()} onOpenChange={setExporting} scene={scene} />
      <AboutDialog open={about()} onOpenChange={setAbout} />
    </div>
  )
}
