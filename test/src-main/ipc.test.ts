import { ProblemError } from '@shared/problem'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answers, answerPage } from '../../src-main/ipc'

type Handler = (event: unknown, body: unknown) => Promise<unknown>
const mainFrame = { url: 'app://lab/index.html' }

let handlers: Map<string, Handler>
let asked: string[]

/** The page's side of the channels, over a stand-in for Electron's. */
const call = (channel: string, body?: unknown, senderFrame: unknown = mainFrame) =>
  handlers.get(channel)?.({ senderFrame }, body)

beforeEach(() => {
  handlers = new Map()
  asked = []
  const contents = { mainFrame, ipc: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) } }
  const answers: Partial<Answers> = {
    surroundings: () => {
      throw new TypeError('secret detail')
    },
    ask: async ({ name }) => {
      asked.push(name)
      return { kind: 'superseded' }
    },
    openDropped: async (path) => {
      throw new ProblemError('file-missing', { file: path })
    },
    cancel: (slot) => void asked.push(slot),
    drop: (slot) => void asked.push(slot),
    describe: ({ title }) => void asked.push(title)
  }
  answerPage(contents as never, (address) => address.startsWith('app://lab/'), answers)
})

const refused = { kind: 'problem', problem: { code: 'request-refused', values: {} } }
const subject = { formula: 'x', variables: ['x'], parameters: {} }

describe('a request of the page', () => {
  it('is answered', async () => {
    expect(await call('ask', { name: 'analysis', slot: 'f', body: { subject } })).toEqual({ kind: 'superseded' })
    expect(asked).toEqual(['analysis'])
  })

  it.each([
    ['another frame', { url: mainFrame.url }],
    ['a frame that is gone', null]
  ])('is refused when %s sends it', async (_who, frame) => {
    expect(await call('describe', { title: 'x', changed: true }, frame)).toEqual(refused)
    expect(asked).toEqual([])
  })

  it('is refused when something else stands in the place of the page', async () => {
    const { url } = mainFrame
    mainFrame.url = 'https://example.invalid/'
    expect(await call('describe', { title: 'x', changed: true })).toEqual(refused)
    mainFrame.url = url
    expect(asked).toEqual([])
  })

  it('is refused when nothing answers it', async () => {
    expect(await call('closeWindow')).toEqual(refused)
  })

  it('reaches nothing in another shape than agreed, whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (body) => {
        expect(await call('ask', body)).toEqual({
          kind: 'problem',
          problem: { code: 'request-malformed', values: { request: 'ask' } }
        })
      }),
      { seed: 4, numRuns: 500 }
    )
    expect(asked).toEqual([])
  })

  it('names a slot whose work is to end, and nothing else', async () => {
    for (const end of ['cancel', 'drop']) {
      expect(await call(end, 'runs')).toBeUndefined()
      for (const body of [undefined, null, 7, { slot: 'runs' }, 'r'.repeat(101)]) {
        expect(await call(end, body)).toMatchObject({ problem: { code: 'request-malformed' } })
      }
    }
    expect(asked).toEqual(['runs', 'runs'])
  })

  it('loses what was not agreed on', async () => {
    const body = { title: 'x', changed: true, more: 'y' }
    await call('describe', body)
    expect(asked).toEqual(['x'])
  })

  it('is answered with the problem that came up', async () => {
    expect(await call('openDropped', 'a.gradlab')).toEqual({
      kind: 'problem',
      problem: { code: 'file-missing', values: { file: 'a.gradlab' } }
    })
  })

  it('hears nothing of the details of a fault, which go to the console', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const answer = await call('surroundings')
    expect(answer).toEqual({ kind: 'problem', problem: { code: 'program-fault', values: {} } })
    expect(String(complaint.mock.calls[0])).toContain('secret detail')
    complaint.mockRestore()
  })
})
