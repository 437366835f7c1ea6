import { join } from 'node:path'
import { words as allWords, type Language } from '@shared/words/index'
import { app, Menu, nativeTheme } from 'electron'
import * as v from 'valibot'
import { startCompute } from './compute/host'
import { recentSchema } from './files/recent'
import { SessionFile } from './files/session-file'
import { settingFile } from './files/setting-file'
import { type Answers, answerPage } from './ipc'
import { menu } from './menu'
import { isPage, pageAddress } from './page'
import { noPreferences, storedPreferences } from './preferences'
import { surroundings, systemLanguage } from './surroundings'
import { LabWindow } from './window'
import { placement } from './window-bounds'

/** What the program is made of, decided at its start. */
interface Start {
  readonly workerFile: string
  readonly developmentServer: string | null
  /** A session file to open. */
  readonly file: string | null
}

/** Opens the window and connects everything to it. After the app is ready. */
export function openProgram({ workerFile, developmentServer, file }: Start): LabWindow {
  const kept = (name: string) => join(app.getPath('userData'), name)
  const chosen = settingFile(kept('preferences.json'), storedPreferences, noPreferences)
  const recent = settingFile(kept('recent.json'), recentSchema, [])
  const place = settingFile(kept('window.json'), v.nullable(placement), null)

  const language = (): Language => chosen.value.language ?? systemLanguage()
  const words = () => allWords[language()]
  nativeTheme.themeSource = chosen.value.theme ?? 'system'

  const lab = new LabWindow(words, place)
  const { window } = lab
  const compute = startCompute(workerFile, (problem) => lab.news(problem))
  const sessionFile = new SessionFile({ window, words, recent, documents: app.getPath('documents') })
  /** Something outside of the page wants a file opened; without one, the window shown. */
  const offer = (path: string | null) => {
    lab.raise()
    if (path === null) return
    sessionFile.offer(path)
    lab.tell('take-opened')
  }
  const showMenu = () =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menu(words(), recent.value, !app.isPackaged, {
          tell: (command) => lab.tell(command),
          openRecent: offer,
          quit: () => app.quit()
        })
      )
    )
  /** For what changes the list of recent files. */
  const andShowMenu = async <Answer>(answer: Promise<Answer>): Promise<Answer> => answer.finally(showMenu)

  const answers: Answers = {
    surroundings: () => surroundings(chosen.value),
    ask: (question) => compute.ask(question),
    setPreferences(preferences) {
      chosen.set(preferences)
      nativeTheme.themeSource = preferences.theme ?? 'system'
      lab.repaint()
      lab.retitle()
      showMenu()
    },
    openFile: () => andShowMenu(sessionFile.chooseAndOpen()),
    openDropped: (path) => andShowMenu(sessionFile.open(path)),
    takeOpened: () => andShowMenu(sessionFile.takeOffered()),
    saveFile: (document) => andShowMenu(sessionFile.save(document)),
    forgetFile: () => sessionFile.forget(),
    askAboutChanges: () => lab.askAboutChanges(),
    describe: (document) => lab.describe(document),
    closeWindow: () => lab.leave(),
    exportFile: (exported) => sessionFile.export(exported)
  }
  answerPage(window.webContents, (address) => isPage(address, developmentServer), answers)
  showMenu()
  if (file) offer(file)
  void window.loadURL(pageAddress('', developmentServer))

  beforeQuitting(async () => {
    await Promise.all([compute.stop(), chosen.saved(), recent.saved(), place.saved()])
  })
  openFromOutside(offer)
  return lab
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

/** Files that the desktop or a second start of the program hands over. */
function openFromOutside(offer: (path: string | null) => void): void {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const file = (data as { readonly file?: unknown } | null)?.file
    offer(typeof file === 'string' ? file : null)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    offer(path)
  })
}
