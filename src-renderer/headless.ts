import type { Rendering, RenderJob } from '@shared/bridge'
import type { Experiment, SelectedStep } from '@shared/experiment/experiment'
import { type Problem, ProblemError } from '@shared/problem'
import { words } from '@shared/words/index'
import { bridge } from './bridge'
import { pictureOf } from './export/files'
import { figuresOf } from './figures/gather'
import { occasionOf } from './figures/occasion'
import { laidOut } from './figures/picture-size'
import { stepsTable } from './figures/steps'
import { titleOf } from './lab/lab'

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
  const { experiment } = job
  const vocabulary = words[job.language]
  document.documentElement.lang = job.language
  await document.fonts.ready
  const occasion = occasionOf(experiment, titleOf(experiment, vocabulary), vocabulary)
  const figures = await figuresOf({
    ...occasion,
    selection: selectionIn(experiment),
    size: laidOut(job),
    ask: bridge.ask,
    comparison: 'anew'
  })
  const pictures: Record<string, Uint8Array> = {}
  let refused: ProblemError | null = null
  for (const { name, figure } of figures) {
    try {
      pictures[name] = await pictureOf({ words: () => vocabulary }, figure, job)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'picture-too-small') throw error
      refused = larger(refused, error)
    }
  }
  if (refused) throw refused
  const hasSteps = experiment.runs.length > 0
  const steps = hasSteps ? await stepsTable(bridge.ask, experiment, occasion.subject, vocabulary) : null
  return { pictures, steps }
}

/** The step that was selected when the experiment was saved, as far as there is one now. */
function selectionIn({ view, runs, steps }: Experiment): SelectedStep | null {
  const { selected } = view
  return selected && selected.run < runs.length ? { ...selected, step: Math.min(selected.step, steps) } : null
}

/** Of two figures without room that which takes more of it: a size that it has is enough for both. */
function larger(one: ProblemError | null, other: ProblemError): ProblemError {
  const most = (name: string) => Math.max(Number(one?.values[name] ?? 0), Number(other.values[name]))
  const [leastWidth, leastHeight] = [most('leastWidth'), most('leastHeight')]
  return new ProblemError(other.code, { ...other.values, leastWidth, leastHeight })
}
