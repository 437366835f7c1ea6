import { join, resolve } from 'node:path'
import type { Rendering } from '@shared/bridge'
import { decode } from '@shared/experiment/codec'
import { examples } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import { endings } from '@shared/formats'
import { ProblemError, sentence } from '@shared/problem'
import { words as allWords, type Words } from '@shared/words/index'
import { app } from 'electron'
import { asProblem } from '../as-problem'
import { startCompute } from '../compute/host'
import { makeFolder, open, save } from '../files/store'
import { systemLanguage } from '../surroundings'
import { DrawingPage } from './drawing-page'
import { exampleOf, fileNames } from './file-names'
import { type RenderArguments, renderArguments } from './render-arguments'

interface Start {
  readonly workerFile: string
  readonly developmentServer: string | null
  /** Waits until the page is served. */
  readonly ready: () => Promise<void>
}

/**
 * The command `render TARGET… --out DIR`: draws each target without a window and ends the program, with 0 or,
 * if anything went wrong, with 2. The names of written files go to standard output, one line for each problem
 * to standard error; a target with a problem does not keep the others from being drawn.
 */
export async function render(commandWords: readonly string[], start: Start): Promise<void> {
  // Not the profile of the window, which may be open.
  app.setPath('userData', join(app.getPath('userData'), 'render'))
  // Closing a page that failed is not the end; being told to end from outside is no success.
  app.on('window-all-closed', () => undefined)
  app.on('before-quit', () => app.exit(2))
  let failed = true
  try {
    await start.ready()
    failed = await run(commandWords, allWords[systemLanguage()], start)
  } catch (error) {
    console.error(error)
  }
  app.exit(failed ? 2 : 0)
}

/** Whether anything failed. */
async function run(commandWords: readonly string[], words: Words, start: Start): Promise<boolean> {
  if (commandWords.includes('--help')) {
    console.log(words.program.render.usage)
    return false
  }
  let wanted: RenderArguments
  try {
    wanted = renderArguments(commandWords)
    await makeFolder(wanted.out)
  } catch (error) {
    console.error(`${sentence(asProblem(error), words)}\n\n${words.program.render.usage}`)
    return true
  }
  return drawAll(wanted, words, start)
}

async function drawAll(
  wanted: RenderArguments,
  words: Words,
  { workerFile, developmentServer }: Start
): Promise<boolean> {
  const compute = startCompute(workerFile, (problem) => console.error(sentence(problem, words)))
  const { out, width, height, scale } = wanted
  const names = fileNames(wanted.targets)
  let page: DrawingPage | null = null
  let failed = false
  for (const [index, target] of wanted.targets.entries()) {
    try {
      const experiment = await experimentOf(target)
      page ??= new DrawingPage(compute, developmentServer)
      const rendering = await limited(page.draw({ experiment, width, height, scale, language: systemLanguage() }))
      await write(rendering, join(resolve(out), names[index] ?? target))
    } catch (error) {
      failed = true
      console.error(words.program.render.failed({ target, sentence: sentence(asProblem(error), words) }))
      page?.close()
      page = null
    }
  }
  await compute.stop()
  return failed
}

/** A large surface takes software drawing some seconds; a page that needs longer than this will not come back. */
const patience = 120

/** Gives up with a ProblemError when nothing comes in time. */
async function limited<Result>(result: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProblemError('render-timeout', { seconds: patience })), patience * 1000)
  })
  return Promise.race([result, late]).finally(() => clearTimeout(timer))
}

async function experimentOf(target: string): Promise<Experiment> {
  const id = exampleOf(target)
  if (id === null) return decode(await open(target))
  const example = examples.find((one) => one.id === id)
  const known = examples.map((one) => one.id).join(', ')
  if (!example) throw new ProblemError('render-example-unknown', { id, known })
  return example.experiment
}

async function write({ pictures, steps }: Rendering, start: string): Promise<void> {
  const files = Object.entries(pictures).map(([plot, png]) => [`${start}-${plot}.${endings.picture}`, png] as const)
  if (files.length === 0 && !steps) throw new ProblemError('render-nothing')
  for (const [path, content] of steps ? [...files, [`${start}.${endings.table}`, steps] as const] : files) {
    await save(path, content)
    console.log(path)
  }
}
