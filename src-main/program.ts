import { basename, join } from 'node:path'
import { words as allWords, type Language } from '@shared/words/index'
import { app, Menu, nativeTheme } from 'electron'
import { startCompute } from './compute/host'
import { Autosave } from './files/autosave'
import { SessionFile } from './files/session-file'
import { answerPage } from './ipc'
import { menu } from './menu'
import { isPage, pageAddress } from './page'
import { openSettings } from './settings'
import { surroundings, systemLanguage } from './surroundings'
import { LabWindow } from './window'

/** What the program is made of, decided at its start. */
interface Start {
  readonly workerFile: string
  readonly developmentServer: string | null
  /** A session file to open. */
  readonly file: string | null
}

/** Opens the window and connects everything to it. After the app is ready. */
export function openProgram({ workerFile, developmentServer, file }: Start): void {
  const settings = openSettings(app.getPath('userData'))
  const { preferences, recent, place } = settings
  const language = (): Language => preferences.value.language ?? systemLanguage()
  const words = () => allWords[language()]
  const followTheme = () => {
    nativeTheme.themeSource = preferences.value.theme ?? 'system'
  }

  followTheme()
  const lab = new LabWindow(words, place)
  const { webContents } = lab.window
  const compute = startCompute(workerFile, lab.news, lab.progress)
  const sessionFile = new SessionFile({ window: lab.window, words, recent, documents: app.getPath('documents') })
  const autosave = new Autosave(join(app.getPath('userData'), 'drafts'), lab.news)
  let hasClosed = false
  lab.window.on('close', ({ defaultPrevented }) => {
    hasClosed = !defaultPrevented
  })
  // A page that starts, also after a crash, begins with a document of its own: it must not be saved over the last file.
  webContents.on('did-navigate', () => sessionFile.forget())
  const open = (path: string) => {
    sessionFile.offer(path)
    lab.tell('take-opened')
  }
  const showMenu = () => {
    const actions = { tell: lab.tell, openRecent: open, quit: () => app.quit() }
    Menu.setApplicationMenu(Menu.buildFromTemplate(menu(words(), recent.value, !app.isPackaged, actions)))
  }
  /** Afterwards, the list of recent files may be another one. */
  const withMenu = <Answer>(answer: Promise<Answer>) => answer.finally(showMenu)

  answerPage(webContents, (address) => isPage(address, developmentServer), {
    surroundings: () => surroundings(preferences.value),
    ask: (question) => compute.ask(question),
    cancel: (slot) => compute.cancel(slot),
    drop: (slot) => compute.drop(slot),
    setPreferences(chosen) {
      preferences.set(chosen)
      followTheme()
      lab.retitle()
      showMenu()
    },
    openFile: () => withMenu(sessionFile.chooseAndOpen()),
    openDropped: (path) => withMenu(sessionFile.open(path)),
    takeOpened: () => withMenu(sessionFile.takeOffered()),
    recentFiles: () => recent.value.map((path) => basename(path)),
    openRecent(place) {
      const path = recent.value[place]
      if (path !== undefined) open(path)
    },
    saveFile: (document) => withMenu(sessionFile.save(document)),
    forgetFile: () => sessionFile.forget(),
    askAboutChanges: () => lab.askAboutChanges(),
    zoom: (way) => lab.zoom(way),
    present: (isOn) => lab.present(isOn),
    describe: (document) => lab.describe(document),
    closeWindow: () => lab.leave(),
    keepDraft: (draft) => void autosave.keep({ draft, file: sessionFile.file }),
    leftovers: () => autosave.leftovers(),
    async recover(id) {
      const taken = id === null ? autosave.latest : await autosave.take(id)
      if (!taken) return { kind: 'cancelled' }
      const { draft, documents, file } = taken
      await sessionFile.belongTo(file)
      return { kind: 'recovered', draft, documents, filed: file !== null }
    },
    discard: (id) => autosave.discard(id),
    exportFile: (exported) => sessionFile.export(exported),
    exportMore: (piece) => sessionFile.exportMore(piece)
  })
  showMenu()
  if (file) open(file)
  fromOutside(open, () => lab.raise())
  beforeQuitting(async () => {
    // A window that was not closed but given up, or torn away, leaves its work behind for the next start.
    const work = hasClosed ? autosave.clear() : undefined
    await Promise.all([compute.stop(), settings.saved(), sessionFile.dropExport(), work])
  })
  void lab.window.loadURL(pageAddress('', developmentServer))
}

/** What the desktop or a second start of the program asks for: a file opened, or just the window. */
function fromOutside(open: (path: string) => void, raise: () => void): void {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const file = (data as { readonly file?: unknown } | null)?.file
    raise()
    if (typeof file === 'string') open(file)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    raise()
    open(path)
  })
}

/** Puts off the end of the program until `tidy` is done. */
function beforeQuitting(tidy: () => Promise<void>): void {
  let tidied = false
  app.on('will-quit', (event) => {
    if (tidied) return
    event.preventDefault()
    void tidy().finally(() => {
      tidied = true
      app.quit()
    })
  })
}
