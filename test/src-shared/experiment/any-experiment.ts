import {
  arrangements,
  boardOrders,
  colourMaps,
  crowdLayouts,
  type Experiment,
  fieldDirections,
  overlays,
  type Run,
  topics
} from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import { levelSpacings } from '@shared/levels'
import { isWithin, type Setting } from '@shared/methods/setting'
import { methods } from '@shared/methods/table'
import * as fc from 'fast-check'

/** Every finite double, −0 and the subnormal ones among them. */
export const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true })

const half = Number.MAX_VALUE / 2
const anyInterval: fc.Arbitrary<Interval> = fc
  .tuple(fc.double({ noNaN: true, min: -half, max: half }), fc.double({ noNaN: true, min: -half, max: half }))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }))

const anyText = fc.string({ unit: 'binary', maxLength: 30 })
const names = ['x', 'y', 'z', 'w', 't', 'a', 'b', 'k', 'x0', 'x1', 'x10', 'alpha']

const positive = fc.double({ noNaN: true, min: 0, max: 1e300 })
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 })

const anyOf = (setting: Setting) => {
  const { min, max } = setting.slider
  const usual = setting.whole ? fc.integer({ min, max }) : fc.double({ noNaN: true, min, max })
  return fc.oneof(anyNumber, usual).map((value) => (isWithin(setting, value) ? value : setting.default))
}

function anyRun(dimension: number): fc.Arbitrary<Omit<Run, 'id'>> {
  return fc.constantFrom(...methods).chain(({ id, convention, settings }) =>
    fc.record({
      method: fc.constant(id),
      convention: fc.constant(convention),
      settings: fc.record(Object.fromEntries(settings.map((setting) => [setting.id, anyOf(setting)]))),
      schedule: fc.constant({ id: 'constant', settings: {} }),
      noise: fc.record({ sigma: positive, seed }),
      start: fc.option(anyPoint(dimension)),
      colour: fc.nat(7)
    })
  )
}

const anyPoint = (dimension: number) => fc.array(anyNumber, { minLength: dimension, maxLength: dimension })

function anyView(dimension: number): fc.Arbitrary<Experiment['view']> {
  const axis = fc.nat(dimension - 1)
  const signs = fc.option(fc.record({ second: fc.boolean(), even: fc.boolean() }))
  const view = fc.record({
    tab:
      dimension > 1
        ? fc.constantFrom('differentiate', 'partial', 'descend')
        : fc.constantFrom('differentiate', 'descend'),
    axes: fc.tuple(axis, axis).filter(([across, up]) => dimension === 1 || across !== up),
    values: fc.option(anyInterval),
    second: fc.boolean(),
    tangents: fc.array(fc.record({ along: fc.constantFrom(...names), at: anyNumber }), { maxLength: 8 }),
    arrangement: fc.constantFrom(...arrangements),
    plane: fc.constantFrom('axes', 'principal'),
    arrows: fc.constantFrom('gradient', 'all'),
    board: fc.constantFrom(...boardOrders),
    surface: fc.record({
      style: fc.constantFrom('shaded', 'wireframe'),
      spacing: fc.option(fc.double({ noNaN: true, min: 1e-300, max: 1e300 })),
      camera: fc.option(
        fc.record({ alpha: anyNumber, beta: anyNumber, distance: fc.double({ noNaN: true, min: 1e-3, max: 1e3 }) })
      ),
      overlay: fc.constantFrom(...overlays),
      scale: fc.constantFrom('linear', 'log'),
      range: fc.option(anyInterval)
    }),
    square: fc.boolean(),
    contour: fc.record({
      count: fc.integer({ min: 3, max: 60 }),
      spacing: fc.constantFrom(...levelSpacings),
      labels: fc.boolean()
    }),
    map: fc.constantFrom(...colourMaps),
    field: fc.record({ towards: fc.constantFrom(...fieldDirections), density: fc.integer({ min: 4, max: 40 }) }),
    topic: fc.constantFrom(...topics),
    direction: anyNumber,
    loss: fc.constantFrom('linear', 'log'),
    lossAlong: fc.constantFrom('steps', 'evaluations')
  })
  return fc.tuple(view, signs).map(([rest, signs]): Experiment['view'] => (signs ? { ...rest, signs } : rest))
}

const anyGradient = fc.record({
  method: fc.constantFrom('exact', 'forward', 'backward', 'central'),
  h: anyNumber.filter((h) => h !== 0)
})

const anyRuns = (dimension: number) =>
  fc.array(anyRun(dimension), { maxLength: 5 }).map((runs) => runs.map((run, k) => ({ id: `run-${k + 1}`, ...run })))

/** Experiments of every kind that may be saved. Their texts are anything, formulas too. */
export const anyExperiment: fc.Arbitrary<Experiment> = fc
  .tuple(fc.shuffledSubarray(names, { minLength: 1 }), fc.nat(11))
  .chain(([chosen, cut]) => {
    const variables = chosen.slice(0, Math.max(1, cut))
    const parameters = chosen.slice(variables.length)
    const dimension = variables.length
    const ranged = <Rest extends object>(list: readonly string[], rest: fc.Arbitrary<Rest>) =>
      fc.tuple(...list.map((name) => fc.tuple(anyInterval, rest).map(([range, more]) => ({ name, ...range, ...more }))))
    return fc.record({
      title: anyText,
      notes: anyText,
      example: fc.option(anyText),
      formula: anyText,
      variables: ranged(
        variables,
        fc.record({ pinned: fc.boolean(), held: fc.constant(true as const) }, { requiredKeys: ['pinned'] })
      ),
      parameters: ranged(parameters, fc.record({ value: anyNumber })),
      point: anyPoint(dimension),
      gradient: anyGradient,
      start: anyPoint(dimension),
      steps: fc.nat(1_000_000),
      runs: anyRuns(dimension),
      stop: fc.record({
        gradient: fc.option(positive),
        step: fc.option(positive),
        target: fc.option(anyNumber),
        evaluations: fc.option(fc.integer({ min: 1, max: 1e8 }))
      }),
      crowd: fc.record({
        layout: fc.constantFrom(...crowdLayouts),
        count: fc.integer({ min: 1, max: 144 }),
        radius: positive,
        seed
      }),
      comparison: fc.option(
        fc.record({
          formula: anyText,
          parameters: fc.array(anyNumber, { maxLength: 3 }),
          gradient: anyGradient,
          start: anyPoint(dimension),
          budget: fc.integer({ min: 1, max: 1e8 }),
          steps: fc.nat(1_000_000),
          tried: fc.nat(1000),
          runs: anyRuns(dimension)
        })
      ),
      view: anyView(dimension)
    })
  })
