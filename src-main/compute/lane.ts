import type { Body, Question, RequestName } from '@shared/protocol'

/** Two workers, so that typing and dragging never wait for long work. */
export type Lane = 'quick' | 'heavy'

const short = (count: number, most: number): Lane => (count <= most ? 'quick' : 'heavy')

/** Steps that take a few milliseconds even in interpreted code. */
const fewSteps = 10_000

const lanes: { readonly [Name in RequestName]: (body: Body<Name>) => Lane } = {
  analysis: () => 'quick',
  derivation: () => 'quick',
  curve: () => 'quick',
  tangents: () => 'quick',
  point: () => 'quick',
  errors: () => 'quick',
  lens: () => 'quick',
  critical: () => 'heavy',
  signs: () => 'heavy',
  grid: ({ columns, rows }) => short(columns * rows, 101 ** 2),
  runs: ({ steps, runs }) => short(steps * runs.length, fewSteps),
  verdict: () => 'heavy',
  rates: () => 'heavy',
  step: ({ step }) => short(step, fewSteps),
  rows: ({ from, count }) => short(from + count, fewSteps),
  crowd: () => 'heavy',
  minimum: () => 'heavy',
  comparison: () => 'heavy',
  plane: ({ columns, rows }) => short(columns * rows, 101 ** 2)
}

/** The lane a question belongs to, by the amount of its work. */
export function lane<Name extends RequestName>({ name, body }: Question<Name>): Lane {
  return lanes[name](body)
}
