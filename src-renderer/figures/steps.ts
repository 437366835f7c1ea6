import type { Experiment } from '@shared/experiment/experiment'
import type { Subject } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { Ask } from '../answers/answer'
import { rowsQuestion, runsQuestion } from '../answers/questions'
import { csvHeading, csvRows, type StepNumbers, stepCells, stepColumns } from './csv'
import { answerTo } from './know'
import { runNames } from './run-names'

/** Numbers asked for at once, and rows written without letting the page do something else in between. */
const mostNumbers = 4_000_000
const rowsAtOnce = 5_000

/** A piece of a long file, and how much of the file there is with it, 0 … 1. */
export interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly share: number
}

/**
 * Every step of every run as CSV in UTF-8, piece by piece: in between the page goes on. A run that could not begin has no
 * rows. `most`: numbers of a long run that are asked for at once. Throws a ProblemError if the runs cannot be computed.
 */
export async function* stepsPieces(
  ask: Ask,
  experiment: Experiment,
  subject: Subject,
  words: Words,
  most = mostNumbers
): AsyncGenerator<Piece> {
  const encoder = new TextEncoder()
  const reports = await answerTo(ask, runsQuestion(subject, experiment))
  const all = reports.reduce((sum, report) => sum + ('taken' in report ? report.taken + 1 : 0), 0)
  const names = runNames(experiment, words)
  let written = 0
  const share = () => (all > 0 ? written / all : 1)
  const variables = experiment.variables.map(({ name }) => name)
  yield { bytes: encoder.encode(csvHeading(variables, words.table)), share: share() }
  for (const [run, report] of reports.entries()) {
    if (!('taken' in report)) continue
    const whole: StepNumbers = { ...report, from: 0 }
    const isKnown = report.steps.length === report.taken + 1
    for await (const numbers of isKnown ? [whole] : stretches(ask, experiment, subject, run, report.taken + 1, most)) {
      const count = numbers.values.length
      for (let begin = 0; begin < count; begin += rowsAtOnce) {
        const end = Math.min(begin + rowsAtOnce, count)
        written += end - begin
        yield { bytes: encoder.encode(csvRows(names[run] ?? '', numbers, begin, end)), share: share() }
        await new Promise((resolve) => setTimeout(resolve))
      }
    }
  }
}

/** What a file of the steps begins with. */
export interface StepsSample {
  readonly columns: readonly string[]
  /** Those that could begin: their names, the first rows of each below the columns but the first, and how many it has. */
  readonly runs: readonly {
    readonly name: string
    readonly rows: readonly (readonly string[])[]
    readonly count: number
  }[]
}

/** The first rows of every run as the file has them, about `most` in all. Throws as `stepsPieces` does. */
export async function stepsSample(
  ask: Ask,
  experiment: Experiment,
  subject: Subject,
  words: Words,
  most: number
): Promise<StepsSample> {
  const reports = await answerTo(ask, runsQuestion(subject, experiment))
  const names = runNames(experiment, words)
  const each = Math.max(2, Math.floor(most / reports.length))
  const runs = reports.flatMap((report, run) => {
    if (!('taken' in report)) return []
    const count = report.taken + 1
    // Of a long run there are not all steps, but the first ones.
    const first = Array.from(report.steps.slice(0, each)).filter((step, row) => step === row)
    const rows = first.map((_, row) => stepCells({ ...report, from: 0 }, row))
    return [{ name: names[run] ?? '', rows, count }]
  })
  return {
    columns: stepColumns(
      experiment.variables.map(({ name }) => name),
      words.table
    ),
    runs
  }
}

/** All `count` rows of a run, as many at once as memory bears. */
async function* stretches(
  ask: Ask,
  experiment: Experiment,
  subject: Subject,
  run: number,
  count: number,
  most: number
): AsyncGenerator<StepNumbers> {
  const atOnce = Math.ceil(most / (experiment.variables.length + 4))
  for (let from = 0; from < count; from += atOnce) {
    const question = rowsQuestion(subject, experiment, run, from, Math.min(atOnce, count - from))
    if (question) yield await answerTo(ask, question)
  }
}

/** The pieces together. */
export async function stepsTable(...of: Parameters<typeof stepsPieces>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const { bytes } of stepsPieces(...of)) pieces.push(bytes)
  return joined(pieces)
}

export function joined(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
