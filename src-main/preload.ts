import type { Bridge, Command, Progress, RenderJob } from '@shared/bridge'
import type { Problem } from '@shared/problem'
import type { Question, Reply, RequestName } from '@shared/protocol'
import { contextBridge, ipcRenderer, webUtils } from 'electron'

type Channel = keyof Bridge

const ask = <Answer>(channel: Channel, body?: unknown): Promise<Answer> => ipcRenderer.invoke(channel, body)

/** For calls whose answer has no room for a problem: it rejects. */
async function must<Answer>(channel: Channel, body?: unknown): Promise<Answer> {
  const answer = await ipcRenderer.invoke(channel, body)
  if (answer?.kind === 'problem') throw new Error(answer.problem.code)
  return answer
}

/** Hands on what the main process sends, once somebody listens; what came before is kept until then. */
function listening<Message>(channel: Channel): (listener: (message: Message) => void) => void {
  const early: Message[] = []
  let tell = (message: Message): void => void early.push(message)
  ipcRenderer.on(channel, (_event, message: Message) => tell(message))
  return (listener) => {
    tell = listener
    early.splice(0).forEach(listener)
  }
}

const onRender = listening<RenderJob>('onRender')

/** Each method is a channel of the same name; `ipc.ts` is the other end. */
const bridge: Bridge = {
  surroundings: () => must('surroundings'),
  ask: <Name extends RequestName>(question: Question<Name>) => ask<Reply<Name>>('ask', question),
  cancel: (slot) => void ask('cancel', slot),
  drop: (slot) => void ask('drop', slot),
  onProgress: listening<Progress>('onProgress'),
  onCommand: listening<Command>('onCommand'),
  onNews: listening<Problem>('onNews'),
  setPreferences: (preferences) => must('setPreferences', preferences),

  openFile: () => ask('openFile'),
  openDropped: (file) => ask('openDropped', webUtils.getPathForFile(file as File)),
  takeOpened: () => ask('takeOpened'),
  recentFiles: () => must('recentFiles'),
  openRecent: (place) => must('openRecent', place),
  saveFile: (document) => ask('saveFile', document),
  forgetFile: () => must('forgetFile'),
  askAboutChanges: () => must('askAboutChanges'),
  zoom: (way) => must('zoom', way),
  present: (isOn) => must('present', isOn),
  describe: (document) => void ask('describe', document),
  closeWindow: () => void ask('closeWindow'),

  keepDraft: (draft) => void ask('keepDraft', draft),
  leftovers: () => must('leftovers'),
  recover: (id) => ask('recover', id),
  discard: (id) => must('discard', id),

  exportFile: (file) => ask('exportFile', file),
  exportMore: (piece) => ask('exportMore', piece),
  // By the page's own clipboard: that of the runtime is another one from Electron 44 on.
  copyImage: (png) =>
    navigator.clipboard.write([
      new ClipboardItem({ 'image/png': new Blob([new Uint8Array(png)], { type: 'image/png' }) })
    ]),

  onRender: (draw) =>
    onRender(async (job) => {
      const rendering = await draw(job).catch((error: unknown) => {
        console.error(error)
        return { code: 'program-fault', values: {} } satisfies Problem
      })
      ipcRenderer.send('rendered', rendering)
    })
}

contextBridge.exposeInMainWorld('bridge', bridge)
