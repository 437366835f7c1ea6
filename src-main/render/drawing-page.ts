import type { Rendering, RenderJob } from '@shared/bridge'
import { type Problem, ProblemError } from '@shared/problem'
import { BrowserWindow } from 'electron'
import * as v from 'valibot'
import type { Compute } from '../compute/host'
import { answerPage } from '../ipc'
import { isPage, pageAddress } from '../page'
import { noPreferences } from '../preferences'
import { surroundings } from '../surroundings'
import { confinement } from '../window'

const bytes = v.instance(Uint8Array)
/** Part of a file's name. Capitals: the slice along a variable is called after it. */
const plot = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9-]*$/))
const outcome = v.union([
  v.object({ pictures: v.record(plot, bytes), steps: v.nullable(bytes) }),
  v.object({ code: v.string(), values: v.record(v.string(), v.union([v.string(), v.number()])) })
])

/** The program's page in a window that is never shown. */
export class DrawingPage {
  readonly #window: BrowserWindow
  readonly #loaded: Promise<void>

  /** Loads the page; what it asks is answered by `compute`. */
  constructor(compute: Compute, developmentServer: string | null) {
    this.#window = new BrowserWindow({
      show: false,
      // A hidden page would otherwise get no animation frames, and the surface needs two.
      webPreferences: { ...confinement, backgroundThrottling: false }
    })
    answerPage(this.#window.webContents, (address) => isPage(address, developmentServer), {
      surroundings: () => surroundings(noPreferences),
      ask: (question) => compute.ask(question)
    })
    this.#loaded = this.#window.loadURL(pageAddress('render', developmentServer))
  }

  /** Draws one experiment. Rejects, mostly with a ProblemError; the page is then not to be used again. */
  async draw(job: RenderJob): Promise<Rendering> {
    await this.#loaded
    const { webContents } = this.#window
    return new Promise((resolve, reject) => {
      const crashed = () => reject(new ProblemError('render-crashed'))
      webContents.once('render-process-gone', crashed)
      webContents.ipc.once('rendered', ({ senderFrame }, answer: unknown) => {
        webContents.off('render-process-gone', crashed)
        const checked = v.safeParse(outcome, answer)
        if (!checked.success || senderFrame !== webContents.mainFrame)
          return reject(new Error('The page answered otherwise than was agreed', { cause: checked.issues }))
        if ('pictures' in checked.output) return resolve(checked.output)
        const { code, values } = checked.output as Problem
        reject(new ProblemError(code, values))
      })
      webContents.send('onRender', job)
    })
  }

  close(): void {
    this.#window.destroy()
  }
}
