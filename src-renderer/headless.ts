import type { Rendering, RenderJob } from '@shared/bridge'
import { decode } from '@shared/experiment/codec'
import type { Experiment } from '@shared/experiment/experiment'
import { stepsCsv } from '@shared/experiment/table'
import { type Problem, ProblemError } from '@shared/problem'
import { type Words, words } from '@shared/words/index'
import { bridge } from './bridge'
import { pictureOf } from './figures/export'
import { answerTo, figuresOf, subjectOf } from './figures/gather'
import { runNames } from './figures/run-names'
import { titleOf } from './lab'
import { runsQuestion } from './questions'

/** Draws what the render command asks for, without a window. */
export function answerRenderJobs(): void {
  bridge.onRender(async (job) => {
    try {
      return await rendering(job)
    } catch (error) {
      if (error instanceof ProblemError) return { code: error.code, values: error.values } satisfies Problem
      throw error
    }
  })
}

async function rendering(job: RenderJob): Promise<Rendering> {
  const experiment = decode(job.text)
  const vocabulary = words[job.language]
  document.documentElement.lang = job.language
  await document.fonts.ready
  const figures = await figuresOf({
    experiment,
    title: titleOf(experiment, vocabulary),
    selection: null,
    words: vocabulary,
    size: job,
    ask: bridge.ask
  })
  const pictures: Record<string, Uint8Array> = {}
  for (const { name, figure } of figures) pictures[name] = await pictureOf({ words: () => vocabulary }, figure, job)
  return { pictures, steps: await stepsOf(experiment, vocabulary) }
}

/** Every step of every run as CSV; null without runs. */
export async function stepsOf(experiment: Experiment, vocabulary: Words): Promise<Uint8Array | null> {
  if (experiment.runs.length === 0) return null
  const reports = await answerTo(bridge.ask, runsQuestion(subjectOf(experiment), experiment, experiment.steps + 1))
  const text = stepsCsv(
    experiment.variables.map(({ name }) => name),
    runNames(experiment, vocabulary),
    reports,
    vocabulary.table
  )
  return new TextEncoder().encode(text)
}
