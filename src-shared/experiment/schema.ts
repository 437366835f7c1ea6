import * as v from 'valibot'
import { levelSpacings } from '../levels'
import { conventions } from '../methods/convention'
import type { Bounded } from '../methods/setting'
import { ProblemError } from '../problem'
import { crowdBounds, noiseBounds, stepsBounds, stopBounds } from './bounds'
import {
  arrangements,
  boardOrders,
  colourMaps,
  crowdLayouts,
  type Experiment,
  fieldDirections,
  gradientMethods,
  overlays,
  topics
} from './experiment'
import { limits } from './limits'
import { fieldPath } from './path'

const number = v.pipe(v.number(), v.finite())
const between = (least: number, most: number) => v.pipe(number, v.integer(), v.minValue(least), v.maxValue(most))
/** A number that its row allows; rows of this kind include their bounds. */
function bounded({ min, max, whole }: Bounded): v.GenericSchema<number> {
  return whole ? between(min, max) : v.pipe(number, v.minValue(min), v.maxValue(max))
}
const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
const list = <Item extends v.GenericSchema>(item: Item, most: number) => v.pipe(v.array(item), v.maxLength(most))
const name = v.pipe(text(limits.name), v.minLength(1))
const point = list(number, limits.variables)
const interval = v.looseObject({ min: number, max: number })

const variable = v.looseObject({
  name,
  min: number,
  max: number,
  pinned: v.boolean(),
  held: v.optional(v.literal(true))
})
const parameter = v.looseObject({ name, value: number, min: number, max: number })
const gradient = v.looseObject({ method: v.picklist(gradientMethods), h: number })
const settings = v.record(v.string(), number)
const schedule = v.looseObject({ id: name, settings })
const noise = v.looseObject({ sigma: bounded(noiseBounds.sigma), seed: bounded(noiseBounds.seed) })
const stop = v.looseObject({
  gradient: v.nullable(bounded(stopBounds.gradient)),
  step: v.nullable(bounded(stopBounds.step)),
  target: v.nullable(bounded(stopBounds.target)),
  evaluations: v.nullable(bounded(stopBounds.evaluations))
})
const crowd = v.looseObject({
  layout: v.picklist(crowdLayouts),
  count: bounded(crowdBounds.count),
  radius: bounded(crowdBounds.radius),
  seed: bounded(crowdBounds.seed)
})
const run = v.looseObject({
  id: name,
  method: name,
  convention: v.picklist(conventions),
  settings,
  schedule,
  noise,
  start: v.nullable(point),
  colour: between(0, limits.colours - 1)
})
const comparison = v.looseObject({
  formula: text(limits.formula),
  parameters: list(number, limits.parameters),
  gradient,
  start: point,
  budget: bounded(stopBounds.evaluations),
  steps: bounded(stepsBounds),
  tried: between(0, 1000),
  runs: list(run, limits.runs)
})
const camera = v.looseObject({ alpha: number, beta: number, distance: number })
const surface = v.looseObject({
  style: v.picklist(['shaded', 'wireframe']),
  spacing: v.nullable(number),
  camera: v.nullable(camera),
  overlay: v.picklist(overlays),
  scale: v.picklist(['linear', 'log']),
  range: v.nullable(interval)
})
const contour = v.looseObject({
  count: between(limits.levels.least, limits.levels.most),
  spacing: v.picklist(levelSpacings),
  labels: v.boolean()
})
const field = v.looseObject({
  towards: v.picklist(fieldDirections),
  density: between(limits.arrows.least, limits.arrows.most)
})
const tangent = v.looseObject({ along: name, at: number })
const axis = between(0, limits.variables - 1)
const view = v.looseObject({
  tab: v.picklist(['differentiate', 'partial', 'descend']),
  axes: v.strictTuple([axis, axis]),
  values: v.nullable(interval),
  second: v.boolean(),
  h: v.exactOptional(number),
  signs: v.exactOptional(v.looseObject({ second: v.boolean(), even: v.boolean() })),
  tangents: list(tangent, limits.tangents),
  arrangement: v.picklist(arrangements),
  stretch: v.optional(v.looseObject({ first: between(0, limits.steps), count: between(1, limits.smallPlots) })),
  plane: v.picklist(['axes', 'principal']),
  arrows: v.picklist(['gradient', 'all']),
  board: v.picklist(boardOrders),
  hidden: v.optional(list(name, limits.runs)),
  surface,
  contour,
  map: v.picklist(colourMaps),
  square: v.boolean(),
  field,
  topic: v.picklist(topics),
  direction: number,
  loss: v.picklist(['linear', 'log']),
  lossAlong: v.picklist(['steps', 'evaluations']),
  selected: v.optional(v.looseObject({ run: between(0, limits.runs - 1), step: between(0, limits.steps) }))
})

/**
 * The shape of an experiment in a session file, and the order of its keys there. Objects are loose: what a later
 * program added is kept. What fields must be to each other is in `consistency.ts`.
 */
export const experimentSchema = v.looseObject({
  title: text(limits.title),
  notes: text(limits.notes),
  example: v.nullable(text(limits.name)),
  formula: text(limits.formula),
  variables: v.pipe(list(variable, limits.variables), v.minLength(1)),
  parameters: list(parameter, limits.parameters),
  point,
  gradient,
  start: point,
  steps: bounded(stepsBounds),
  stop,
  runs: list(run, limits.runs),
  crowd,
  comparison: v.nullable(comparison),
  view
}) satisfies v.GenericSchema<unknown, Experiment>

/**
 * The first way in which `content` has not the shape of an experiment, with the path of the field, or null.
 */
export function shapeFault(content: unknown): ProblemError | null {
  const [issue] = v.safeParse(experimentSchema, content, { abortEarly: true }).issues ?? []
  if (!issue) return null
  const path = fieldPath(issue.path?.map(({ key }) => key) ?? [])
  if (issue.received === 'undefined') return new ProblemError('document-missing', { path })
  const bound = 'requirement' in issue ? `${issue.requirement}` : ''
  switch (issue.type) {
    case 'min_value':
      return new ProblemError('document-range', { path, range: `≥ ${bound}` })
    case 'max_value':
      return new ProblemError('document-range', { path, range: `≤ ${bound}` })
    case 'max_length':
      return new ProblemError('document-long', { path, most: bound })
    case 'min_length':
      return new ProblemError('document-empty', { path })
    case 'picklist':
      return new ProblemError('document-choice', { path, choices: choices(issue.expected) })
    default:
      return new ProblemError('document-kind', { path, kind: kinds[issue.type] ?? 'object' })
  }
}

/** valibot's name of what was expected, and the word for it in `document-kind`. */
const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  finite: 'number',
  integer: 'whole',
  boolean: 'truth',
  array: 'list',
  strict_tuple: 'pair'
}

/** `("a" | "b")` as `a, b`. */
const choices = (expected: string | null) => (expected ?? '').replace(/[(")]/g, '').replaceAll(' | ', ', ')
