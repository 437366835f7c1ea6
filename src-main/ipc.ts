import type { Bridge, Refused } from '@shared/bridge'
import { formats } from '@shared/formats'
import { ProblemError } from '@shared/problem'
import { type Question, type RequestName, requests } from '@shared/protocol'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import * as v from 'valibot'
import { asProblem } from './as-problem'
import { preferences } from './preferences'

/** What the page calls. The `on…` of the bridge go the other way, and the preload copies pictures by itself. */
type Channel = Exclude<keyof Bridge, `on${string}` | 'copyImage'>

/** What arrives here: the argument of the bridge's method, except that the preload has turned a file into its path. */
type Sent<Name extends Channel> = Name extends 'openDropped' ? string : Parameters<Bridge[Name]>[0]
type Answer<Name extends Channel> = Awaited<ReturnType<Bridge[Name]>>

const megabytes = 1024 * 1024
const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= 500 * megabytes)
const nothing = v.undefined()
const title = text(10_000)
const session = text(20 * megabytes)
const slot = text(100)

/** One row a request: its body has the shape that `protocol.ts` gives it. */
const question = v.variant(
  'name',
  (Object.keys(requests) as RequestName[]).map((name) =>
    v.object({ name: v.literal(name), slot, body: requests[name].body as v.GenericSchema })
  )
) as v.GenericSchema<unknown, Question>

const shapes: { readonly [Name in Channel]: v.GenericSchema<unknown, Sent<Name>> } = {
  surroundings: nothing,
  ask: question,
  cancel: slot,
  drop: slot,
  setPreferences: preferences,
  openFile: nothing,
  openDropped: text(10_000),
  takeOpened: nothing,
  recentFiles: nothing,
  openRecent: v.pipe(v.number(), v.integer(), v.minValue(0)),
  saveFile: v.object({ text: session, title, as: v.boolean() }),
  forgetFile: nothing,
  askAboutChanges: nothing,
  zoom: v.picklist(['in', 'out', 'reset']),
  present: v.boolean(),
  describe: v.object({ title, changed: v.boolean() }),
  closeWindow: nothing,
  keepDraft: v.object({ title, text: session, past: v.array(session), future: v.array(session), unsaved: v.boolean() }),
  leftovers: nothing,
  recover: v.nullable(slot),
  discard: slot,
  exportFile: v.object({
    name: title,
    format: v.picklist(formats),
    bytes,
    more: v.optional(v.boolean())
  }),
  exportMore: v.object({ bytes, end: v.nullable(v.picklist(['keep', 'drop'])) })
}

/** What the main process does for the page, by channel. */
export type Answers = {
  readonly [Name in Channel]: (body: Sent<Name>) => Answer<Name> | Promise<Answer<Name>>
}

/**
 * Answers what the main frame of `contents` asks, as long as it shows the program's own page and asks in the
 * agreed shape. What `answers` does not have is refused. Whatever goes wrong reaches the page as a problem, never as a stack trace.
 */
export function answerPage(
  contents: Pick<WebContents, 'ipc' | 'mainFrame'>,
  isOwn: (address: string) => boolean,
  answers: Partial<Answers>
): void {
  for (const channel of Object.keys(shapes) as Channel[]) {
    const shape: v.GenericSchema = shapes[channel]
    // Shape and answer of a channel belong together; the loop cannot say so to the type system.
    const answer = answers[channel] as ((body: unknown) => unknown) | undefined
    contents.ipc.handle(channel, async (event, body: unknown) => {
      try {
        if (!answer || !fromPage(event, contents.mainFrame, isOwn)) throw new ProblemError('request-refused')
        const checked = v.safeParse(shape, body)
        if (!checked.success) throw new ProblemError('request-malformed', { request: channel })
        return await answer(checked.output)
      } catch (error) {
        return { kind: 'problem', problem: asProblem(error) } satisfies Refused
      }
    })
  }
}

function fromPage(
  { senderFrame }: IpcMainInvokeEvent,
  mainFrame: WebContents['mainFrame'],
  isOwn: (address: string) => boolean
): boolean {
  return senderFrame !== null && senderFrame === mainFrame && isOwn(senderFrame.url)
}
