import { join } from 'node:path'
import type { Command, Progress, Theme } from '@shared/bridge'
import type { Problem } from '@shared/problem'
import type { Words } from '@shared/words/index'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { SettingFile } from './files/setting-file'
import { question } from './question'
import { openingBounds, type Placement, smallest } from './window-bounds'

/** The page's ground, so that the window does not flash before the page is drawn. */
const ground: Readonly<Record<Theme, string>> = { light: '#f6f7f9', dark: '#14181f' }
const groundNow = () => ground[nativeTheme.shouldUseDarkColors ? 'dark' : 'light']

/** How much larger everything is in a presentation. */
const magnification = 1.6

/** The document, as far as the window knows it. */
interface Description {
  readonly title: string
  readonly changed: boolean
}

/** What every window of the program has in common: the page is confined to itself. */
export const confinement = {
  preload: join(__dirname, '../preload/preload.js'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false
} as const

/** The one window: remembers its place, shows what the document is called, and asks before changes are lost. */
export class LabWindow {
  readonly window: BrowserWindow
  readonly #words: () => Words
  #document: Description = { title: '', changed: false }
  #asking = false
  /** What was before the presentation; null while there is none. */
  #before: { readonly isFull: boolean; readonly zoom: number } | null = null
  #leaving = false
  readonly #send: (channel: 'onCommand' | 'onNews' | 'onProgress', message: Command | Problem | Progress) => void

  constructor(words: () => Words, placement: SettingFile<Placement | null>) {
    this.#words = words
    this.window = new BrowserWindow({
      ...openingBounds(
        placement.value,
        screen.getAllDisplays().map(({ workArea }) => workArea)
      ),
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: groundNow(),
      webPreferences: confinement
    })
    if (placement.value?.maximized) this.window.maximize()
    this.window.once('ready-to-show', () => this.window.show())
    this.window.on('page-title-updated', (event) => event.preventDefault())
    this.window.on('close', (event) => {
      placement.set({ ...this.window.getNormalBounds(), maximized: this.window.isMaximized() })
      if (this.#document.changed && !this.#leaving) {
        event.preventDefault()
        void this.#askBeforeLeaving()
      } else if (this.#before) {
        // Chromium would remember it for the next start.
        this.window.webContents.setZoomFactor(this.#before.zoom)
      }
    })
    this.#send = this.#queueUntilLoaded()
    this.window.on('leave-full-screen', () => this.#before && this.tell('stop-presenting'))
    this.#reloadAfterCrash()
    nativeTheme.on('updated', this.#repaint)
    this.window.once('closed', () => nativeTheme.off('updated', this.#repaint))
    this.retitle()
  }

  readonly tell = (command: Command): void => this.#send('onCommand', command)
  readonly progress = (progress: Progress): void => this.#send('onProgress', progress)
  readonly news = (problem: Problem): void => this.#send('onNews', problem)

  describe(document: Description): void {
    this.#document = document
    this.retitle()
  }

  /** After the document or the language has changed. */
  retitle(): void {
    const { title, changed } = this.#document
    const { program } = this.#words()
    const name = program.windowTitle({ title: title || program.untitled, program: program.name })
    this.window.setTitle(changed ? `• ${name}` : name)
    this.window.setDocumentEdited(changed)
  }

  askAboutChanges(): Promise<'save' | 'discard' | 'cancel'> {
    const { dialog: texts, untitled } = this.#words().program
    return question(this.window, {
      type: 'question',
      message: texts.changes({ title: this.#document.title || untitled }),
      detail: texts.changesDetail,
      choices: { save: texts.saveChanges, discard: texts.discardChanges, cancel: texts.cancel },
      usual: 'save'
    })
  }

  /**
   * Takes the whole screen and magnifies the page – letters, lines and dots alike –, or gives back what there was before.
   * A page that starts anew after a crash presents nothing.
   */
  present(isOn: boolean): void {
    const { webContents } = this.window
    if (isOn && !this.#before) {
      this.#before = { isFull: this.window.isFullScreen(), zoom: webContents.getZoomFactor() }
      webContents.setZoomFactor(this.#before.zoom * magnification)
      this.window.setFullScreen(true)
    } else if (!isOn && this.#before) {
      const { isFull, zoom } = this.#before
      this.#before = null
      webContents.setZoomFactor(zoom)
      this.window.setFullScreen(isFull)
    }
  }

  /** Without asking again. */
  leave(): void {
    this.#leaving = true
    this.window.close()
  }

  /** Makes the page larger or smaller by half a step of Chromium's, about 10 %, or as it usually is. */
  zoom(way: 'in' | 'out' | 'reset'): void {
    const { webContents } = this.window
    webContents.setZoomLevel(way === 'reset' ? 0 : webContents.getZoomLevel() + (way === 'in' ? 0.5 : -0.5))
  }

  /** To the front, where the user expects what they have just asked for. */
  raise(): void {
    if (this.window.isMinimized()) this.window.restore()
    this.window.focus()
  }

  readonly #repaint = () => this.window.setBackgroundColor(groundNow())

  async #askBeforeLeaving(): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    const choice = await this.askAboutChanges().finally(() => {
      this.#asking = false
    })
    if (choice === 'save') this.tell('save-and-close')
    if (choice === 'discard') this.leave()
  }

  /** What is said before the page can hear it, or after its process died, is said once it can hear again. */
  #queueUntilLoaded() {
    const early: (() => void)[] = []
    let loaded = false
    const { webContents } = this.window
    webContents.on('did-finish-load', () => {
      loaded = true
      for (const say of early.splice(0)) say()
    })
    webContents.on('render-process-gone', () => {
      loaded = false
    })
    return (channel: 'onCommand' | 'onNews' | 'onProgress', message: Command | Problem | Progress) => {
      const say = () => !webContents.isDestroyed() && webContents.send(channel, message)
      if (loaded) say()
      else early.push(say)
    }
  }

  /** The page's process can run out of memory. Twice in a row, and the window would only flicker: it closes. */
  #reloadAfterCrash(): void {
    const { webContents } = this.window
    let lastCrash = Number.NEGATIVE_INFINITY
    webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return
      console.error(`The page stopped: ${reason}`)
      this.#document = { title: this.#document.title, changed: false }
      this.present(false)
      const again = performance.now() - lastCrash < 10_000
      lastCrash = performance.now()
      if (again) return this.window.destroy()
      this.news({ code: 'page-crashed', values: {} })
      webContents.reload()
    })
  }
}
