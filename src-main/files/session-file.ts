import { createHash } from 'node:crypto'
import { lstat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Bridge, Declined, ExportedFile, ExportedPiece, Opened, Refused, Saved } from '@shared/bridge'
import { decode } from '@shared/experiment/codec'
import { endings } from '@shared/formats'
import { ProblemError } from '@shared/problem'
import type { Words } from '@shared/words/index'
import { type BrowserWindow, dialog } from 'electron'
import { asProblem } from '../as-problem'
import { question } from '../question'
import { safeFileName } from './file-name'
import { type Recent, withoutRecent, withRecent } from './recent'
import type { SettingFile } from './setting-file'
import { expectReadable, type GrowingFile, grow, open, save } from './store'

const sessionEnding = '.gradlab'

/** What a session file needs to know of the program around it. */
interface Context {
  readonly window: BrowserWindow
  readonly words: () => Words
  readonly recent: SettingFile<Recent>
  /** Where to begin when nothing was opened or saved yet. */
  readonly documents: string
}

/** A document on its way to the disk. */
type Unsaved = Parameters<Bridge['saveFile']>[0]

/** A file as it was when the document was read from it or saved to it. */
export interface KnownFile {
  readonly path: string
  readonly digest: string
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Whether the disk still has what the program knows of a file, or somebody else has changed or removed it. */
async function stateOf({ path, digest }: KnownFile): Promise<'known' | 'changed' | 'gone'> {
  try {
    return digestOf(await open(path)) === digest ? 'known' : 'changed'
  } catch (error) {
    return error instanceof ProblemError && error.code === 'file-missing' ? 'gone' : 'changed'
  }
}

/** An ending as names of files have it: “rate 0.08” has none. */
const anyEnding = /^\.\p{L}[\p{L}\p{N}]*$/u

/**
 * The file behind the document: where it was opened from and where it is saved to. The page never sees a path.
 * What is asked for is done in turn: a save that ends late can neither undo a later one nor lend its path to the
 * document that was opened or begun meanwhile.
 */
export class SessionFile {
  readonly #context: Context
  #file: KnownFile | null = null
  /** Chosen outside the page – command line, recent files –, to be fetched by it. */
  #waiting: string | null = null
  #folder: string
  #last: Promise<unknown> = Promise.resolve()
  /** A long file that is not whole yet. */
  #export: GrowingFile | null = null

  constructor(context: Context) {
    this.#context = context
    const [last] = context.recent.value
    this.#folder = last ? dirname(last) : context.documents
  }

  /** The file that the document belongs to, as it was when it was read or saved. */
  get file(): KnownFile | null {
    return this.#file
  }

  /** The document is another one, which belongs to this file. */
  belongTo(file: KnownFile | null): Promise<void> {
    return this.#inTurn(async () => {
      this.#file = file
    })
  }

  /** The document is a new one. */
  forget(): Promise<void> {
    return this.belongTo(null)
  }

  /** Keeps a path until the page asks for it. */
  offer(path: string): void {
    this.#waiting = path
  }

  async takeOffered(): Promise<Opened | Refused | Declined> {
    const path = this.#waiting
    this.#waiting = null
    return path ? this.open(path) : { kind: 'cancelled' }
  }

  chooseAndOpen(): Promise<Opened | Refused | Declined> {
    return this.#inTurn(async () => {
      const { dialog: texts } = this.#context.words().program
      const { filePaths } = await dialog.showOpenDialog(this.#context.window, {
        title: texts.open,
        defaultPath: this.#folder,
        properties: ['openFile'],
        filters: [
          { name: texts.sessionFiles, extensions: [sessionEnding.slice(1)] },
          { name: texts.allFiles, extensions: ['*'] }
        ]
      })
      const [path] = filePaths
      return path ? this.#read(path) : { kind: 'cancelled' }
    })
  }

  /** Reads a file and makes it the document's, if it holds a session. Otherwise everything stays as it was. */
  open(path: string): Promise<Opened | Refused> {
    return this.#inTurn(() => this.#read(path))
  }

  /** Saves to the document's file; asks for one if there is none, or if `as`. */
  save(document: Unsaved): Promise<Saved | Refused | Declined> {
    return this.#inTurn(() => this.#write(document))
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(act)
    this.#last = result.catch(() => undefined)
    return result
  }

  async #read(path: string): Promise<Opened | Refused> {
    if (path === '') return { kind: 'problem', problem: { code: 'file-not-on-disk', values: {} } }
    try {
      const text = await open(path)
      const experiment = decode(text)
      this.#remember(path, text)
      return { kind: 'opened', experiment, name: basename(path) }
    } catch (error) {
      const { recent } = this.#context
      if (error instanceof ProblemError && error.code === 'file-missing') recent.set(withoutRecent(recent.value, path))
      return { kind: 'problem', problem: asProblem(error) }
    }
  }

  async #write(document: Unsaved): Promise<Saved | Refused | Declined> {
    const path = await this.#placeFor(document)
    if (!path) return { kind: 'cancelled' }
    try {
      expectReadable(document.text, basename(path))
      await save(path, document.text)
      this.#remember(path, document.text)
      return { kind: 'saved', name: basename(path) }
    } catch (error) {
      return { kind: 'problem', problem: asProblem(error) }
    }
  }

  /** Where the document is to be saved; null if the user thought better of it. */
  async #placeFor(document: Unsaved): Promise<string | null> {
    if (this.#file && !document.as) {
      const { path } = this.#file
      const found = await stateOf(this.#file)
      const wish = found === 'known' ? 'here' : await this.#askAboutFile(path, found)
      if (wish !== 'elsewhere') return wish === 'here' ? path : null
    }
    const { dialog: texts, fileName } = this.#context.words().program
    return this.#ask(texts.save, safeFileName(document.title, fileName) + sessionEnding, texts.sessionFiles)
  }

  /** Writes a picture, a table or a script to a file the user chooses, or the beginning of a long one. */
  async export({ name, format, bytes, more }: ExportedFile): Promise<Saved | Refused | Declined> {
    await this.dropExport()
    const { dialog: texts, fileName } = this.#context.words().program
    const suggested = `${safeFileName(name, fileName)}.${endings[format]}`
    const path = await this.#ask(texts.export, suggested, texts.formats[format])
    if (!path) return { kind: 'cancelled' }
    try {
      if (more) {
        this.#export = await grow(path)
        await this.#export.add(bytes)
      } else await save(path, bytes)
      this.#folder = dirname(path)
      return { kind: 'saved', name: basename(path) }
    } catch (error) {
      await this.dropExport()
      return { kind: 'problem', problem: asProblem(error) }
    }
  }

  /** Adds to the file that was begun; the last piece gives it its name. */
  async exportMore({ bytes, end }: ExportedPiece): Promise<Saved | Refused | Declined> {
    const file = this.#export
    if (!file || end === 'drop') {
      await this.dropExport()
      return { kind: 'cancelled' }
    }
    try {
      await file.add(bytes)
      if (end === 'keep') {
        this.#export = null
        await file.finish()
      }
      return { kind: 'saved', name: file.name }
    } catch (error) {
      if (this.#export === file) this.#export = null
      await file.drop()
      return { kind: 'problem', problem: asProblem(error) }
    }
  }

  /** A file that is not whole is none. */
  async dropExport(): Promise<void> {
    const file = this.#export
    this.#export = null
    await file?.drop()
  }

  /** Asks where to save; null if the user thought better of it. */
  async #ask(title: string, name: string, kind: string): Promise<string | null> {
    const ending = extname(name)
    const { filePath } = await dialog.showSaveDialog(this.#context.window, {
      title,
      defaultPath: join(this.#folder, name),
      filters: [{ name: kind, extensions: [ending.slice(1)] }],
      properties: ['showOverwriteConfirmation', 'createDirectory']
    })
    if (!filePath) return null
    if (anyEnding.test(extname(filePath))) return filePath
    // Not every system's dialog adds the ending, and then it has not asked about the name that results.
    const path = filePath + ending
    return (await isFree(path)) || (await this.#mayReplace(path)) ? path : null
  }

  async #mayReplace(path: string): Promise<boolean> {
    const { dialog: texts } = this.#context.words().program
    const wish = await question(this.#context.window, {
      type: 'warning',
      message: texts.replace({ file: basename(path) }),
      detail: texts.replaceDetail,
      choices: { replace: texts.replaceFile, cancel: texts.cancel },
      usual: 'cancel'
    })
    return wish === 'replace'
  }

  /** Asks what to do about a file that is not what the document was read from or saved as. */
  #askAboutFile(path: string, found: 'changed' | 'gone'): Promise<'here' | 'elsewhere' | 'cancel'> {
    const { dialog: texts } = this.#context.words().program
    const [file, isGone] = [basename(path), found === 'gone']
    return question(this.#context.window, {
      type: 'warning',
      message: isGone ? texts.gone({ file }) : texts.changedElsewhere({ file }),
      detail: isGone ? texts.goneDetail : texts.changedElsewhereDetail,
      choices: {
        elsewhere: texts.saveElsewhere,
        here: isGone ? texts.saveAgain : texts.overwrite,
        cancel: texts.cancel
      },
      usual: 'elsewhere'
    })
  }

  #remember(path: string, text: string): void {
    const { recent } = this.#context
    this.#file = { path, digest: digestOf(text) }
    this.#folder = dirname(path)
    recent.set(withRecent(recent.value, path))
  }
}

const isFree = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => false,
    () => true
  )
