import { randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Draft, DraftDocuments, Leftover } from '@shared/bridge'
import { decode } from '@shared/experiment/codec'
import { type Problem, ProblemError } from '@shared/problem'
import * as v from 'valibot'
import { asProblem } from '../as-problem'
import type { KnownFile } from './session-file'
import { makeFolder, open, save } from './store'

/** A draft, and the file that its document belongs to. */
export interface Kept {
  readonly draft: Draft
  readonly file: KnownFile | null
}

/** The same, read. */
export interface Taken extends Kept {
  readonly documents: DraftDocuments
}

const ending = '.draft'

const stored = v.object({
  /** When it was written, in milliseconds since 1970. */
  at: v.number(),
  title: v.string(),
  file: v.nullable(v.object({ path: v.string(), digest: v.string() })),
  text: v.string(),
  past: v.pipe(v.array(v.string()), v.readonly()),
  future: v.pipe(v.array(v.string()), v.readonly())
})
type Stored = v.InferOutput<typeof stored>

/**
 * Keeps unsaved work in a folder of the profile, in a file of this start's own, so that the next start can offer it if
 * this one ends without having been told to. Only one program at a time has a profile: all other files in the folder
 * were left behind. They stay until somebody has decided about them, those that cannot be read as well.
 */
export class Autosave {
  readonly #folder: string
  readonly #tell: (problem: Problem) => void
  #own = `${Date.now()}-${randomBytes(4).toString('hex')}${ending}`
  #latest: Kept | null = null
  #written: Kept | null = null
  #writing: Promise<void> | null = null
  #hasRefused = false

  /** `tell` hears once that the disk refuses the drafts. */
  constructor(folder: string, tell: (problem: Problem) => void) {
    this.#folder = folder
    this.#tell = tell
  }

  /** What the page last handed over, saved or not. */
  get latest(): Taken | null {
    return this.#latest && taken(this.#latest)
  }

  /** Takes over the newest state of the document; on the disk there is only what is unsaved. */
  keep(kept: Kept): Promise<void> {
    this.#latest = kept
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null
    })
    return this.#writing
  }

  /** The document was saved or let go: nothing is left behind. */
  async clear(): Promise<void> {
    if (this.#latest) await this.keep({ ...this.#latest, draft: { ...this.#latest.draft, unsaved: false } })
    // Also a draft that was taken and not handed over again.
    await rm(this.#path, { force: true }).catch(() => undefined)
  }

  /** What earlier starts have left behind, the newest first. */
  async leftovers(): Promise<readonly Leftover[]> {
    const found: Leftover[] = []
    for (const id of await this.#names()) {
      try {
        const { at, title, text } = await this.#read(id)
        found.push({ id, at, title, formula: decode(text).formula, problem: null })
      } catch (error) {
        found.push({ id, at: Number.parseInt(id, 10) || 0, title: '', formula: '', problem: asProblem(error) })
      }
    }
    return found.sort((a, b) => b.at - a.at)
  }

  /** The work in one of them, which from now on is this start's own. Throws a ProblemError. */
  async take(id: string): Promise<Taken> {
    if (!(await this.#names()).includes(id)) throw new ProblemError('draft-gone')
    const { file, title, text, past, future } = await this.#read(id)
    const work = taken({ draft: { title, text, past, future, unsaved: true }, file })
    await this.#writing
    await rm(this.#path, { force: true })
    this.#own = id
    return work
  }

  /** One of them is not wanted. */
  async discard(id: string): Promise<void> {
    if ((await this.#names()).includes(id)) await rm(join(this.#folder, id), { force: true })
  }

  get #path(): string {
    return join(this.#folder, this.#own)
  }

  async #names(): Promise<readonly string[]> {
    const names = await readdir(this.#folder).catch(() => [])
    return names.filter((name) => name.endsWith(ending) && name !== this.#own)
  }

  async #read(id: string): Promise<Stored> {
    const text = await open(join(this.#folder, id))
    try {
      return v.parse(stored, JSON.parse(text))
    } catch {
      throw new ProblemError('draft-broken')
    }
  }

  /** Until the disk has the newest: what came meanwhile in between is skipped. */
  async #write(): Promise<void> {
    while (this.#latest && this.#latest !== this.#written) {
      const { draft, file } = this.#latest
      this.#written = this.#latest
      try {
        if (draft.unsaved) await this.#put({ ...draft, at: Date.now(), file })
        else await rm(this.#path, { force: true })
      } catch (error) {
        console.error(error)
        if (!this.#hasRefused) this.#tell({ code: 'draft-refused', values: {} })
        this.#hasRefused = true
      }
    }
  }

  async #put({ at, title, file, text, past, future }: Stored): Promise<void> {
    await makeFolder(this.#folder)
    await save(this.#path, JSON.stringify({ at, title, file, text, past, future } satisfies Stored))
  }
}

/** Throws a ProblemError where one of the texts was written by a newer program. */
function taken(kept: Kept): Taken {
  const { text, past, future } = kept.draft
  const documents = {
    past: past.map((one) => decode(one)),
    present: decode(text),
    future: future.map((one) => decode(one))
  }
  return { ...kept, documents }
}
