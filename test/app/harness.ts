import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Bridge } from '@shared/bridge'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { electronPath, machineSwitches, runsAsRoot } from '../../tools/electron/runtime.mjs'

declare global {
  /** What the page sees. */
  interface Window {
    readonly bridge: Bridge
  }
}

export const root = resolve(import.meta.dirname, '../..')

/** The built program at work in a real window, with a profile of its own. */
export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
  /** Errors and warnings of the page, and errors nobody caught. A test that expects none says so. */
  readonly complaints: string[]
  /** Everything the program has written to the terminal so far. */
  output(): string
  /** A folder for the files of the test. */
  readonly folder: string
  /** Quits as a user does; whether the program is still running after that is its own decision. */
  quit(): Promise<void>
  /** Waits for the end of the program: its exit code. */
  readonly ended: Promise<number | null>
  /** Ends the program, if it still runs, without asking, and removes its folder. */
  close(): Promise<void>
}

export interface StartOptions {
  /** Words behind the program on the command line. */
  readonly words?: readonly string[]
  /** Switches for the runtime. */
  readonly switches?: readonly string[]
  readonly language?: 'ja' | 'en'
  /** Whether pictures move by themselves. By default less motion is asked for, mostly in time: it would be waited for. */
  readonly moves?: boolean
  readonly environment?: Readonly<Record<string, string>>
  /** The folder of an earlier start, with its profile; by default a new one, which is removed in the end. */
  readonly folder?: string
}

/** What Chromium says about slow software drawing. */
const noise = /GPU stall|GroupMarkerNotSet|Automatic fallback to software WebGL/

/** The inspector loses the answer of the main process when garbage is collected before it has been sent. */
const lostAnswer = /promise was garbage collected/

/** The program, asked again where the inspector has lost its answer: what the tests do there may be done twice. */
function askingAgain(app: ElectronApplication): ElectronApplication {
  const ask = app.evaluate.bind(app) as (...question: unknown[]) => Promise<unknown>
  const evaluate = async (...question: unknown[]) => {
    for (let left = 3; ; left--) {
      try {
        return await ask(...question)
      } catch (error) {
        if (left === 0 || !lostAnswer.test(String(error))) throw error
      }
    }
  }
  return Object.assign(app, { evaluate })
}

/** Starts the program and waits for its page. */
export async function start(options: StartOptions = {}): Promise<Running> {
  const folder = options.folder ?? newFolder()
  const launched = await _electron.launch({
    executablePath: await electronPath(),
    args: [...machineSwitches(), ...(options.switches ?? []), root, ...(options.words ?? [])],
    cwd: folder,
    env: environment(folder, options),
    // Otherwise the tests would run without the sandbox that the program has.
    chromiumSandbox: !runsAsRoot(),
    timeout: 30_000
  })
  const app = askingAgain(launched)
  const process = app.process()
  const ended = new Promise<number | null>((resolve) => process.once('exit', resolve))
  const written: string[] = []
  process.stdout?.on('data', (text) => written.push(String(text)))
  process.stderr?.on('data', (text) => written.push(String(text)))

  const page = await app.firstWindow()
  if (!options.moves) await page.emulateMedia({ reducedMotion: 'reduce' })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    const line = `${message.type()}: ${message.text()}`
    if (['error', 'warning'].includes(message.type()) && !noise.test(line)) complaints.push(line)
  })
  await page.waitForLoadState('load')
  // The program may end before it can confirm that it was told to.
  const tell = (how: 'quit' | 'exit') => app.evaluate(({ app }, how) => app[how](), how).catch(() => undefined)
  return {
    app,
    page,
    complaints,
    output: () => written.join(''),
    folder,
    ended,
    quit: async () => void (await tell('quit')),
    async close() {
      if (process.exitCode === null) await tell('exit')
      await ended
      if (!options.folder) removeFolder(folder)
    }
  }
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'gradient-lab-app-'))
export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })

/** Runs the program to its end, without a window to drive: its exit code and what it wrote. */
export async function runToEnd(words: readonly string[], options: StartOptions & { readonly folder: string }) {
  const program = spawn(await electronPath(), [...machineSwitches(), root, ...words], {
    cwd: options.folder,
    env: environment(options.folder, options),
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const [output, errors]: [string[], string[]] = [[], []]
  program.stdout.on('data', (text) => output.push(String(text)))
  program.stderr.on('data', (text) => errors.push(String(text)))
  const code = await new Promise<number | null>((resolve) => program.once('close', resolve))
  const lines = (texts: readonly string[]) => texts.join('').split('\n').filter(Boolean)
  // Chromium's own lines begin with [process:date/time:level:place].
  return { code, output: lines(output), errors: lines(errors).filter((line) => !/^\[\d+:\d+\//.test(line)) }
}

/** Nothing of the profile, the language and the settings of whoever runs the tests. */
export function environment(folder: string, { language = 'en', environment: more = {} }: StartOptions = {}) {
  const { INIT_CWD: _, ELECTRON_RUN_AS_NODE: __, TEST_DISPLAYS: displays, ...inherited } = globalThis.process.env
  // Files that run at the same time have a screen each: who has the focus, and what is in the clipboard, is their own.
  const display = displays?.split(' ')[Number(inherited['VITEST_POOL_ID']) - 1]
  const all = {
    ...inherited,
    LANGUAGE: language,
    // Exists everywhere. Without a locale in UTF-8 Chromium drops files with names in other letters than ASCII.
    LC_ALL: 'C.UTF-8',
    XDG_CONFIG_HOME: join(folder, 'profile'),
    ...(display && { DISPLAY: display }),
    ...more
  }
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** How the native dialogs, which a test cannot click, are answered from now on. */
export interface DialogAnswers {
  /** The path chosen to open, or null for Cancel. */
  readonly open?: string | null
  /** The path chosen to save to, or null for Cancel. */
  readonly save?: string | null
  /** The index of the button pressed in a question. */
  readonly button?: number
}

/** Answers native dialogs. The result tells what has been asked since: kind and options of each dialog. */
export async function answerDialogs(app: ElectronApplication, answers: DialogAnswers) {
  await app.evaluate(({ dialog }, { open = null, save = null, button = 0 }) => {
    const asked: { kind: string; options: Record<string, unknown> }[] = []
    const note = (kind: string, rest: unknown[]) =>
      asked.push({ kind, options: JSON.parse(JSON.stringify(rest.at(-1))) as Record<string, unknown> })
    Object.assign(globalThis, { asked })
    dialog.showOpenDialog = async (...rest: unknown[]) => {
      note('open', rest)
      return { canceled: open === null, filePaths: open === null ? [] : [open] }
    }
    dialog.showSaveDialog = async (...rest: unknown[]) => {
      note('save', rest)
      return { canceled: save === null, filePath: save ?? '' }
    }
    dialog.showMessageBox = async (...rest: unknown[]) => {
      note('question', rest)
      return { response: button, checkboxChecked: false }
    }
  }, answers)
  return () =>
    app.evaluate(() => (globalThis as unknown as { asked: { kind: string; options: Record<string, unknown> }[] }).asked)
}
