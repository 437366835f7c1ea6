import { stepLookedAt, withStepLookedAt } from '@shared/experiment/edit'
import { type Example, examples } from '@shared/experiment/examples'
import { sentence } from '@shared/problem'
import { onCleanup, onMount } from 'solid-js'
import { bridge } from '../bridge'
import type { DocumentFile } from '../file/document-file'
import type { Lab } from '../lab/lab'
import { shrinkingH } from '../playback/motions'
import { nextStepSize, withPointMoved } from '../presentation/walk'
import type { Scene } from '../scene/scene'
import { type KeyAction, keyAction } from './shortcuts'

export type Actions = Readonly<Record<KeyAction, () => void>>

/** What keys and menu do. `dialogs`: shows the Export, the help and the About box. */
export function actionsOf(
  lab: Lab,
  { playback }: Scene,
  file: DocumentFile,
  dialogs: { readonly export: () => void; readonly help: () => void; readonly about: () => void }
): Actions {
  const finished = (act: () => void) => () => {
    lab.finishTyping()
    act()
  }
  const { presentation } = lab
  const tab = () => lab.experiment().view.tab
  const select = (step: number) => {
    if (tab() !== 'descend') return
    playback.pause()
    lab.selectStep(step)
  }
  const movePoint = (side: 0 | 1, way: 1 | -1) => {
    if (!presentation.isOn()) return
    lab.change((experiment) => withPointMoved(experiment, experiment.view.axes[side], way), 'point')
  }
  const setH = (way: 'smaller' | 'larger') =>
    lab.change((experiment) => withStepLookedAt(experiment, nextStepSize(stepLookedAt(experiment), way)), 'h')
  /** One on or back: a step of the runs, or the point of a tab that has no steps. */
  const step = (way: 1 | -1) =>
    tab() === 'descend' ? select(Math.min(lab.step() + way, playback.last())) : movePoint(0, way)
  /** What a clicker goes through: the steps of the runs, the step sizes on the way to the tangent, the slices. */
  const turn = (way: 1 | -1) => (tab() === 'differentiate' ? setH(way > 0 ? 'smaller' : 'larger') : step(way))
  const rise = (way: 1 | -1) => {
    const { runs } = lab.experiment()
    if (tab() === 'descend') lab.selectRun(Math.min(Math.max(lab.run() - way, 0), runs.length - 1))
    else if (tab() === 'partial') movePoint(1, way)
    else setH(way < 0 ? 'smaller' : 'larger')
  }
  const play = () => {
    if (tab() === 'descend') playback.toggle()
    else if (tab() === 'differentiate') lab.animation.toggle(shrinkingH)
  }
  const open = (example: Example | undefined) => example && void file.replace(example.experiment)
  const neighbour = (way: 1 | -1) => {
    const at = examples.findIndex(({ id }) => id === lab.experiment().example)
    open(examples[at < 0 ? 0 : at + way])
  }
  return {
    about: dialogs.about,
    help: dialogs.help,
    export: finished(dialogs.export),
    new: finished(() => void file.begin()),
    open: finished(() => void file.open()),
    save: finished(() => void file.save()),
    'save-as': finished(() => void file.save(true)),
    undo: finished(lab.undo),
    redo: finished(lab.redo),
    'save-and-close': finished(() => void file.saveAndClose()),
    'take-opened': finished(() => void file.takeOpened()),
    'toggle-play': play,
    'step-back': () => step(-1),
    'step-forward': () => step(1),
    'to-start': () => select(0),
    'to-end': () => select(playback.last()),
    present: finished(() => presentation.present(!presentation.isOn())),
    'stop-presenting': () => presentation.present(false),
    next: () => turn(1),
    previous: () => turn(-1),
    up: () => rise(1),
    down: () => rise(-1),
    'show-hero': () => presentation.show('hero'),
    'show-both': () => presentation.show('both'),
    'show-companion': () => presentation.show('companion'),
    blank: () => presentation.blank(true),
    revert: () => {
      playback.pause()
      if (lab.revert()) lab.tell(lab.words().lab.replaced)
    },
    'next-example': () => neighbour(1),
    'previous-example': () => neighbour(-1)
  }
}

/** Listens to the keyboard, to dropped files and to the program, as long as the component lives. */
export function listenToWishes(lab: Lab, file: DocumentFile, actions: Actions): void {
  const key = (event: KeyboardEvent) => {
    const { presentation } = lab
    const action = keyAction(event, presentation.isOn())
    // Any key brings the pictures back, before it does anything that nobody could see.
    const isShown = presentation.isBlank() && action !== 'present' && action !== 'stop-presenting'
    if (!action && !isShown) return
    event.preventDefault()
    if (isShown) presentation.blank(false)
    else if (action) actions[action]()
  }
  const allowDrop = (event: DragEvent) => event.preventDefault()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void file.openDropped([...(event.dataTransfer?.files ?? [])])
  }
  onMount(() => {
    addEventListener('keydown', key, true)
    addEventListener('dragover', allowDrop)
    addEventListener('drop', drop)
    bridge.onCommand((command) => actions[command]())
    bridge.onNews((problem) => lab.tell(sentence(problem, lab.words()), true))
  })
  onCleanup(() => {
    removeEventListener('keydown', key, true)
    removeEventListener('dragover', allowDrop)
    removeEventListener('drop', drop)
  })
}
