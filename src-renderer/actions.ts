import { sentence } from '@shared/problem'
import { onCleanup, onMount } from 'solid-js'
import { bridge } from './bridge'
import type { DocumentFile } from './file/document-file'
import type { Lab } from './lab'
import type { Scene } from './scene'
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
  const step = (way: number) => {
    playback.pause()
    lab.selectStep(lab.step() + way)
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
    'toggle-play': playback.toggle,
    'step-back': () => step(-1),
    'step-forward': () => step(1),
    'to-start': () => step(Number.NEGATIVE_INFINITY),
    'to-end': () => step(Number.POSITIVE_INFINITY)
  }
}

/** Listens to the keyboard, to dropped files and to the program, as long as the component lives. */
export function listenToWishes(lab: Lab, file: DocumentFile, actions: Actions): void {
  const key = (event: KeyboardEvent) => {
    const action = keyAction(event)
    if (!action) return
    event.preventDefault()
    actions[action]()
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
