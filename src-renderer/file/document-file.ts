import { encode } from '@shared/experiment/codec'
import { blank } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { type Problem, ProblemError, sentence } from '@shared/problem'
import { bridge } from '../bridge'
import { exampleOf, type Lab } from '../lab/lab'
import { historyIn } from './draft'

/** New, open, save: what the toolbar, the menu and the keyboard do with the document as a whole. */
export interface DocumentFile {
  /**
   * Puts another document in the place of the present one. Work with a file, a title, notes or a function of one's own
   * is asked about first; what was merely tried out comes back with undo, so that walking through the examples needs
   * no dialog.
   */
  replace(experiment: Experiment): Promise<void>
  begin(): Promise<void>
  open(): Promise<void>
  /** One of the files dropped: the first that has the name of a session. Of the others it is said that they are not opened. */
  openDropped(files: readonly File[]): Promise<void>
  /** A file chosen outside of the page: on the command line, from the recent ones. */
  takeOpened(): Promise<void>
  save(as?: boolean): Promise<boolean>
  saveAndClose(): Promise<void>
  /** Goes on with work that an earlier start has left behind; whether it is the document now. */
  recover(id: string): Promise<boolean>
}

/** `filed`: whether the document has a file of its own. */
export function createDocumentFile(lab: Lab, filed = false): DocumentFile {
  const tellProblem = (problem: Problem) => lab.tell(sentence(problem, lab.words()), true)

  /** The document as a session file, or null, having said why it cannot be one. */
  const textOf = (experiment: Experiment) => {
    try {
      return encode(experiment)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      tellProblem(error)
      return null
    }
  }

  const save = async (as = false) => {
    lab.noteSelected()
    const experiment = lab.experiment()
    const text = textOf(experiment)
    if (text === null) return false
    const reply = await bridge.saveFile({ text, title: lab.title(), as })
    if (reply.kind === 'problem') tellProblem(reply.problem)
    if (reply.kind !== 'saved') return false
    filed = true
    lab.markSaved(experiment)
    lab.tell(lab.words().lab.saved({ name: reply.name }))
    return true
  }

  /** Whether the present document may go. */
  const mayGo = async () => {
    if (!lab.unsaved()) return true
    const wish = await bridge.askAboutChanges()
    return wish === 'discard' || (wish === 'save' && (await save()))
  }

  /** Whether there is another document now. */
  const openWith = async (choose: () => ReturnType<typeof bridge.openFile>) => {
    if (!(await mayGo())) return false
    const reply = await choose()
    if (reply.kind === 'problem') tellProblem(reply.problem)
    if (reply.kind !== 'opened') return false
    lab.begin(reply.experiment)
    filed = true
    return true
  }

  /** Whether the document is more than an example with other settings: these come back with undo. */
  const isWork = () => {
    const { title, notes, formula } = lab.experiment()
    const isOwn = formula !== blank().formula && !exampleOf(lab.experiment())
    return filed || title !== '' || notes !== '' || isOwn
  }

  const replace = async (experiment: Experiment) => {
    const [isAsked, isChanged] = [isWork(), lab.unsaved()]
    // Changes that went back to what was saved stay in the history.
    const staysKnown = !isAsked || (!isChanged && lab.toRecover() !== null)
    if (isAsked && !(await mayGo())) return
    await bridge.forgetFile()
    filed = false
    lab.begin(experiment, staysKnown)
    if (isChanged && !isAsked) lab.tell(lab.words().lab.replaced)
  }

  return {
    replace,
    begin: () => replace(blank()),
    open: async () => void (await openWith(() => bridge.openFile())),
    async openDropped(files) {
      const file = files.find(({ name }) => name.endsWith('.gradlab')) ?? files[0]
      if (!file) return
      const isOpened = await openWith(() => bridge.openDropped(file))
      if (isOpened && files.length > 1)
        lab.tell(lab.words().lab.oneOfSeveral({ name: file.name, others: files.length - 1 }))
    },
    takeOpened: async () => void (await openWith(() => bridge.takeOpened())),
    save,
    async saveAndClose() {
      if (await save()) bridge.closeWindow()
    },
    async recover(id) {
      if (!(await mayGo())) return false
      const reply = await bridge.recover(id)
      if (reply.kind === 'problem') tellProblem(reply.problem)
      if (reply.kind !== 'recovered') return false
      lab.restore(historyIn(reply), true)
      filed = reply.filed
      return true
    }
  }
}
