import { answers, compile, difference, steady } from '@core/index'
import { decode, encode } from '@shared/experiment/codec'
import { withFormula } from '@shared/experiment/edit'
import { exampleNamed, examples } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import { quotients } from '@shared/experiment/quotients'
import type { RunReport } from '@shared/protocol'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'

const experimentOf = (id: string): Experiment => {
  const example = exampleNamed(id)
  if (!example) throw new Error(`no example ${id}`)
  return example.experiment
}

function objectiveOf({ formula, variables }: Experiment) {
  return compile(
    formula,
    variables.map(({ name }) => name)
  )
}

/** Its runs, computed by the core. */
function reportsOf({ formula, variables, gradient, steps, runs, start }: Experiment): RunReport[] {
  const subject = { formula, variables: variables.map(({ name }) => name), parameters: {} }
  const requests = runs.map((run) => ({ ...run, start: [...(run.start ?? start)] }))
  const reports = answers.runs({ subject, gradient, steps, runs: requests, columns: steps + 1, views: [] }, steady)
  return reports.map((report) => {
    if ('problem' in report) throw new Error(report.problem.code)
    return report
  })
}

/** The points of a run, one array a step. */
function pathOf({ points, steps }: RunReport): number[][] {
  const dimension = points.length / steps.length
  return Array.from(steps, (_, row) => [...points.subarray(row * dimension, (row + 1) * dimension)])
}
const endOf = (report: RunReport | undefined) => (report && pathOf(report).at(-1)) ?? []
const chosen = (id: string, label: string): Experiment => {
  const choice = exampleNamed(id)?.choices.find((one) => one.label === label)
  if (!choice) throw new Error(`${id} has no choice ${label}`)
  return choice.apply(experimentOf(id))
}

/** Sentences of a text, what stands in round brackets not counted. */
const sentences = (text: string) =>
  text
    .replace(/（[^）]*）|\([^()]*\)/g, '')
    .split(/。|[.?](?:\s|$)/)
    .filter((sentence) => sentence.trim() !== '')

describe('the built-in examples', () => {
  it('are those that have words, each once, the article’s in its order: differentiation, partial, descent', () => {
    const ids = examples.map(({ id }) => id)
    const tabs = examples.flatMap(({ group, experiment }) => (group === 'article' ? experiment.view.tab : []))
    expect(tabs).toEqual(['differentiate', 'partial', 'descend'].flatMap((tab) => tabs.filter((one) => one === tab)))
    expect([...ids].sort()).toEqual(Object.keys(words.ja.examples).sort())
  })

  describe.each(examples)('$id', ({ id, experiment, choices }) => {
    it('is saved and opened again as it is', () => {
      expect(decode(encode(experiment))).toEqual(experiment)
      expect(experiment.example).toBe(id)
    })

    it('has the variables of its formula', () => {
      // Typed anew, the function keeps all its variables and finds no other name.
      const again = withFormula(experiment, experiment.formula)
      expect({ ...again, view: experiment.view }).toEqual(experiment)
    })

    it('begins inside its picture, where the function is defined', () => {
      const { variables, runs, start, point } = experiment
      for (const place of [point, start, ...runs.flatMap((run) => (run.start ? [run.start] : []))]) {
        expect(objectiveOf(experiment).value(place)).not.toBeNaN()
        for (const [index, { min, max }] of variables.entries()) {
          expect(place[index]).toBeGreaterThanOrEqual(min)
          expect(place[index]).toBeLessThanOrEqual(max)
        }
      }
    })

    it('runs without a problem', () => {
      expect(reportsOf(experiment)).toHaveLength(experiment.runs.length)
    })

    it('stays an experiment with each of its choices, of which all of one topic differ', () => {
      for (const topic of new Set(choices.map((choice) => choice.topic))) {
        const results = choices.filter((choice) => choice.topic === topic).map(({ apply }) => apply(experiment))
        for (const result of results) expect(decode(encode(result))).toEqual(result)
        expect(new Set(results.map(encode)).size).toBe(results.length)
        expect(results.map(encode)).toContain(encode(experiment))
      }
    })

    it('leaves a choice without effect when the variables and the runs it is about are gone', () => {
      const other = withFormula({ ...experiment, runs: [] }, 'x + y + z')
      for (const { fits, apply } of choices) {
        expect(fits(experiment)).toBe(true)
        expect(fits(other)).toBe(false)
        expect(apply(other)).toBe(other)
      }
    })

    it('has a title, a note of two or three sentences and one thing to try in both languages', () => {
      for (const { examples: texts } of Object.values(words)) {
        const { title, note, tryThis } = texts[id]
        expect(sentences(title)).toHaveLength(1)
        expect([2, 3]).toContain(sentences(note).length)
        expect([1, 2]).toContain(sentences(tryThis).length)
      }
    })
  })
})

describe('what the notes say', () => {
  it('derivative-x2: 6.0001 by the forward difference; the two mistakes give 9.0005 and 90006', () => {
    const experiment = experimentOf('derivative-x2')
    const [slope] = difference(objectiveOf(experiment), experiment.point, 'forward', experiment.gradient.h)
    expect(slope).toBeCloseTo(6.0001, 9)
    const comparison = exampleNamed('derivative-x2')?.comparison ?? []
    expect(comparison.map(({ value }) => value.toPrecision(5))).toEqual(['9.0005', '90006', '6.0001'])
    expect(comparison.map(({ mistake }) => mistake)).toEqual(['bracket-and-place', 'place', null])
  })

  it('the right quotient is the core’s own forward difference', () => {
    const cube = compile('x^3', ['x'])
    const right = quotients((x) => x * x * x, 2, 1e-3).find(({ mistake }) => mistake === null)
    expect(right?.value).toBe(difference(cube, [2], 'forward', 1e-3)[0])
  })

  it('partial-quadratic: 8x + 4y and 4x + 4y, and 0 in y at (1, −1)', () => {
    const objective = objectiveOf(experimentOf('partial-quadratic'))
    for (const [x, y] of [
      [1, 2],
      [-3, 0.5]
    ] as const)
      expect(objective.gradient([x, y])).toEqual([8 * x + 4 * y, 4 * x + 4 * y])
    expect(objective.gradient(chosen('partial-quadratic', '(1, −1)').point)[1]).toBe(0)
  })

  it('surface-x2y2: the point is the minimum', () => {
    const experiment = experimentOf('surface-x2y2')
    expect(objectiveOf(experiment).gradient(experiment.point)).toEqual([0, 0])
  })

  it('descent-1d: from 8 to 0.58512, from 9 to 0.65827', () => {
    expect(endOf(reportsOf(experimentOf('descent-1d'))[0])[0]?.toFixed(5)).toBe('0.58512')
    expect(endOf(reportsOf(chosen('descent-1d', '9'))[0])[0]?.toFixed(5)).toBe('0.65827')
  })

  it('descent-1d-grid: with the learning rate 0.5 the bottom is reached in one step', () => {
    const [report] = reportsOf(chosen('descent-1d-grid', '0.5'))
    expect(report && pathOf(report)[1]?.[0]).toBeCloseTo(0, 3)
  })

  it('descent-2d: each step leaves 0.84 of the distance, for every start', () => {
    for (const label of ['(4, 4)', '(4, 5)', '(5, 4)', '(5, 5)']) {
      const experiment = chosen('descent-2d', label)
      for (const [step, point] of pathOf(reportsOf(experiment)[0] as RunReport).entries())
        for (const [index, value] of point.entries())
          expect(value).toBeCloseTo((experiment.start[index] ?? 0) * 0.84 ** step, 12)
    }
  })

  it('learning-rate: the distance becomes |1 − 2η| times as long', () => {
    const experiment = experimentOf('learning-rate')
    for (const [index, report] of reportsOf(experiment).entries()) {
      const rate = experiment.runs[index]?.settings['lr'] ?? 0
      expect(Math.hypot(...endOf(report))).toBeCloseTo(Math.hypot(4, 5) * Math.abs(1 - 2 * rate) ** 15, 9)
    }
  })

  it('two-minima: right from 0.3, left from 0; the ways part between 0.1 and 0.15', () => {
    const experiment = experimentOf('two-minima')
    const [right, left] = reportsOf(experiment).map((report) => endOf(report)[0] ?? 0)
    const objective = objectiveOf(experiment)
    expect([right, left].map((x) => (x ?? 0).toFixed(2))).toEqual(['1.35', '-1.47'])
    expect(objective.value([left ?? 0])).toBeLessThan(objective.value([right ?? 0]))
    const from = (start: number) =>
      endOf(
        reportsOf({ ...experiment, runs: experiment.runs.slice(0, 1).map((run) => ({ ...run, start: [start] })) })[0]
      )[0] ?? 0
    expect(from(0.1)).toBeLessThan(0)
    expect(from(0.15)).toBeGreaterThan(0)
  })

  it('saddle: one run stays on the ridge, the other leaves it 1.2 times faster each step', () => {
    const [ridge, fallen] = reportsOf(experimentOf('saddle'))
    expect(endOf(ridge)[1]).toBeCloseTo(0, 300)
    expect(endOf(ridge)[0]).toBeCloseTo(0, 2)
    expect(endOf(fallen)[1]).toBeCloseTo(0.01 * 1.2 ** 30, 9)
  })

  it('saddle: from y = 0.0001 the second run is above 1 within the 60 steps that are advised, and not within its own', () => {
    const saddle = experimentOf('saddle')
    const [first, second] = saddle.runs
    if (!first || !second) throw new Error('no second run')
    const nearer = { ...saddle, steps: 60, runs: [first, { ...second, start: [2, 0.0001] }] }
    const path = pathOf(reportsOf(nearer)[1] as RunReport)
    const above = path.findIndex(([, y = 0]) => y > 1)
    // 0.0001·1.2^k > 1 for k > 50.5
    expect(above).toBe(51)
    expect(above).toBeGreaterThan(saddle.steps)
  })

  it('learning-rate: with 1 every run goes to and fro', () => {
    const experiment = experimentOf('learning-rate')
    const runs = experiment.runs.map((run) => ({ ...run, settings: { lr: 1 } }))
    for (const report of reportsOf({ ...experiment, runs })) {
      expect(endOf(report)).toEqual([-4, -5])
    }
  })

  it('plateau: 60 steps from 6 move by 0.04, and the nearer the start, the more', () => {
    const moved = ['6', '3', '2'].map(
      (start) => Number(start) - (endOf(reportsOf(chosen('plateau', start))[0])[0] ?? 0)
    )
    expect(moved[0]?.toFixed(2)).toBe('0.04')
    expect(moved).toEqual([...moved].sort((a, b) => a - b))
  })

  it('book-derivative: 0.2 and 0.3 up to the 12th decimal place', () => {
    for (const [label, slope] of [
      ['5', 0.2],
      ['10', 0.3]
    ] as const) {
      const experiment = chosen('book-derivative', label)
      const [value = 0] = difference(objectiveOf(experiment), experiment.point, 'central', experiment.gradient.h)
      const error = Math.abs(value - slope)
      expect(error).toBeLessThan(5e-12)
      expect(error).toBeGreaterThan(1e-13)
      const [coarser = 0] = difference(objectiveOf(experiment), experiment.point, 'central', 1e-10)
      expect(Math.abs(coarser - slope)).toBeGreaterThan(error)
    }
  })

  it('book-gradient: (6, 8), (0, 4) and (6, 0)', () => {
    const expected = { '(3, 4)': [6, 8], '(0, 2)': [0, 4], '(3, 0)': [6, 0] }
    for (const [label, gradient] of Object.entries(expected)) {
      const experiment = chosen('book-gradient', label)
      expect(objectiveOf(experiment).gradient(experiment.point)).toEqual(gradient)
    }
  })

  it('book-descent: near, far away, hardly moved', () => {
    const ends = ['0.1', '10', '1e-10'].map((label) => endOf(reportsOf(chosen('book-descent', label))[0]))
    expect(Math.hypot(...(ends[0] ?? []))).toBeLessThan(1e-8)
    expect(Math.hypot(...(ends[1] ?? []))).toBeGreaterThan(1e12)
    expect(ends[2]).toEqual([expect.closeTo(-3, 6), expect.closeTo(4, 6)])
  })

  it('line-fit: the best line is that of least squares, and 0.2 is too fast', () => {
    const experiment = experimentOf('line-fit')
    const [w = 0, b = 0] = endOf(reportsOf(experiment)[0])
    expect(w).toBeCloseTo(1.5, 2)
    expect(b).toBeCloseTo(1 / 3, 2)
    expect(
      objectiveOf(experiment)
        .gradient([1.5, 1 / 3])
        .map(Math.abs)
        .every((slope) => slope < 1e-12)
    ).toBe(true)
    const distance = (label: string) => Math.hypot(...endOf(reportsOf(chosen('line-fit', label))[0]))
    expect(distance('0.18')).toBeLessThan(3)
    expect(distance('0.2')).toBeGreaterThan(1e6)
  })

  it('rosenbrock: descent is still on its way, the others are near; 0.01 is too fast', () => {
    const experiment = experimentOf('rosenbrock')
    const missing = reportsOf(experiment).map((report) => Math.hypot(...endOf(report).map((value) => value - 1)))
    expect(missing[0]).toBeGreaterThan(0.5)
    expect(missing[1]).toBeLessThan(0.05)
    expect(missing[2]).toBeLessThan(0.05)
    const [descent] = experiment.runs
    const fast = { ...experiment, runs: descent ? [{ ...descent, settings: { lr: 0.01 } }] : [] }
    expect(reportsOf(fast)[0]?.stop).toBe('diverged')
  })

  it('himmelblau: four runs, four valleys with f = 0', () => {
    const experiment = experimentOf('himmelblau')
    const ends = reportsOf(experiment).map(endOf)
    for (const end of ends) expect(objectiveOf(experiment).value(end)).toBeLessThan(1e-4)
    expect(new Set(ends.map((end) => end.map(Math.sign).join())).size).toBe(4)
  })
})
