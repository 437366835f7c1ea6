import type { Experiment, Tab } from './experiment/experiment'
import type { Format } from './formats'
import type { Problem } from './problem'
import type { Question, Reply, RequestName } from './protocol'
import type { Language } from './words/index'

/** What the menu, the keyboard or the system wants the page to do. */
export type Command =
  | 'new'
  | 'open'
  | 'save'
  | 'save-as'
  | 'undo'
  | 'redo'
  | 'export'
  | 'help'
  | 'about'
  | 'present'
  /** The desktop has taken the whole screen away from the window. */
  | 'stop-presenting'
  | 'save-and-close'
  /** A file was given on the command line, chosen from the recent ones or dropped: fetch it with `takeOpened`. */
  | 'take-opened'

export type Theme = 'light' | 'dark'

/** How much of the work on a slot's question is done, from 0 to 1. */
export interface Progress {
  readonly slot: string
  readonly share: number
}

export interface Preferences {
  /** Null: follow the system. */
  readonly language: Language | null
  readonly theme: Theme | null
  /** Whether the first lines for a new person are still wanted. */
  readonly welcome: boolean
  readonly layouts: Readonly<Partial<Record<Tab, Layout>>>
}

/** How a tab is laid out, as far as its splitters were moved and its parts folded or swapped. */
export interface Layout {
  /** Width of the column at the left, in CSS pixels. */
  readonly left?: number | undefined
  /** What companion and inspector have of the width beside it, and the companion of the height: from 0 to 1. */
  readonly right?: number | undefined
  readonly top?: number | undefined
  readonly isFolded?: boolean | undefined
  /** Hero and companion have changed places. */
  readonly isSwapped?: boolean | undefined
}

/** What the page is told at its start. */
export interface Surroundings {
  readonly preferences: Preferences
  readonly systemLanguage: Language
  /** For the About box. */
  readonly version: string
  readonly electron: string
  readonly chromium: string
}

/** The document in a session file. `name`: the file's name without folder. */
export type Opened = { readonly kind: 'opened'; readonly experiment: Experiment; readonly name: string }
export type Saved = { readonly kind: 'saved'; readonly name: string }
export type Declined = { readonly kind: 'cancelled' }
export type Refused = { readonly kind: 'problem'; readonly problem: Problem }

/** The document as it is at a moment, with what undo and redo would bring back – each a session text, nearest in the middle. */
export interface Draft {
  readonly title: string
  readonly text: string
  readonly past: readonly string[]
  readonly future: readonly string[]
  readonly unsaved: boolean
}

/** Unsaved work that an earlier start has left behind. */
export interface Leftover {
  readonly id: string
  /** When it was last changed, in milliseconds since 1970. */
  readonly at: number
  readonly title: string
  readonly formula: string
  /** Why it cannot be gone on with. */
  readonly problem: Problem | null
}

/** The documents of a draft, in the order of its texts. */
export interface DraftDocuments {
  readonly past: readonly Experiment[]
  readonly present: Experiment
  readonly future: readonly Experiment[]
}

/** `filed`: its document has a file. */
export interface Recovered {
  readonly kind: 'recovered'
  readonly draft: Draft
  readonly documents: DraftDocuments
  readonly filed: boolean
}

export interface ExportedFile {
  /** Without folder and ending; made safe by the main process. */
  readonly name: string
  readonly format: Format
  readonly bytes: Uint8Array
  /** These bytes are the first of a long file; `exportMore` brings the others, and nothing bears its name before the last. */
  readonly more?: boolean | undefined
}

export interface ExportedPiece {
  readonly bytes: Uint8Array
  /** `keep`: it was the last piece. `drop`: the file is not wanted any more. */
  readonly end: 'keep' | 'drop' | null
}

/** What a headless render of one experiment gives. */
export interface Rendering {
  /** One PNG for each plot of the experiment's tab, by the plot's name: `curve`, `contour`, `surface`, `loss`, `grid` … */
  readonly pictures: Readonly<Record<string, Uint8Array>>
  /** The steps of its runs as CSV; null where there are no runs. */
  readonly steps: Uint8Array | null
}

/** What the headless page is asked to draw. */
export interface RenderJob {
  readonly experiment: Experiment
  /** CSS pixels of each picture, and device pixels per CSS pixel. */
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly language: Language
}

/** The whole of what the page can reach: put on `window.bridge` by the preload. Paths never enter the page. */
export interface Bridge {
  surroundings(): Promise<Surroundings>
  ask<Name extends RequestName>(question: Question<Name>): Promise<Reply<Name>>
  /**
   * The question of a slot is answered with what there is of it by now: a run with its path so far, `cancelled`. What
   * has nothing to show before its end is answered `superseded`.
   */
  cancel(slot: string): void
  /** The question of a slot is not wanted any more: its work stops, and it is answered `superseded`. */
  drop(slot: string): void
  /** About ten times a second, for work that takes longer than a moment: how much of it is done, from 0 to 1. */
  onProgress(listener: (progress: Progress) => void): void
  onCommand(listener: (command: Command) => void): void
  /** One line about something the program did by itself, e.g. a worker that hung was replaced. */
  onNews(listener: (problem: Problem) => void): void
  setPreferences(preferences: Preferences): Promise<void>

  /** Asks for a file. The main process remembers its path as the document's only if it could be read. */
  openFile(): Promise<Opened | Declined | Refused>
  /** A file dropped on the window: the DOM's File object, which the preload turns into a path. */
  openDropped(file: object): Promise<Opened | Refused>
  takeOpened(): Promise<Opened | Refused | Declined>
  /** Names, without folder, of the session files that were opened or saved last, the newest first. */
  recentFiles(): Promise<readonly string[]>
  /** Opens one of them, by its place in that list; it comes with the command `take-opened`. */
  openRecent(place: number): Promise<void>
  /** Saves to the document's path; asks for one if there is none or `as`. */
  saveFile(document: {
    readonly text: string
    readonly title: string
    readonly as: boolean
  }): Promise<Saved | Declined | Refused>
  /** The document is a new one without a path. */
  forgetFile(): Promise<void>
  /** Unsaved changes: what shall become of them? */
  askAboutChanges(): Promise<'save' | 'discard' | 'cancel'>
  /** Larger or smaller letters and plots, or as they usually are. */
  zoom(way: 'in' | 'out' | 'reset'): Promise<void>
  /** The window has the whole screen, and everything in it is drawn for the last row; or it is as it was before. */
  present(isOn: boolean): Promise<void>
  /** For the window's title and for the question on closing. */
  describe(document: { readonly title: string; readonly changed: boolean }): void
  /** After `save-and-close`: the page has saved. */
  closeWindow(): void

  /** The document as it is now: unsaved work outlives a crash. */
  keepDraft(draft: Draft): void
  leftovers(): Promise<readonly Leftover[]>
  /** Goes on with what was left behind; null: with what this window had before its page stopped, if it did. */
  recover(id: string | null): Promise<Recovered | Declined | Refused>
  /** It is not wanted. */
  discard(id: string): Promise<void>

  exportFile(file: ExportedFile): Promise<Saved | Declined | Refused>
  /** The next piece of the long file begun last. */
  exportMore(piece: ExportedPiece): Promise<Saved | Declined | Refused>
  copyImage(png: Uint8Array): Promise<void>

  /** Headless only. */
  onRender(listener: (job: RenderJob) => Promise<Rendering | Problem>): void
}
