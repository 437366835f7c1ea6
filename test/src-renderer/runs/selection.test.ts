import { exampleNamed } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'
import type { Lab } from '../../../src-renderer/lab/lab'
import { addRunFrom, nearestStep, withRunFrom, withStartOf } from '../../../src-renderer/runs/selection'

const named = (id: string) => exampleNamed(id)?.experiment as Experiment
const starts = ({ start, runs }: Experiment) => runs.map((run) => run.start ?? start)

describe('a start that is moved', () => {
  it('is the shared one, for all runs that have none of their own', () => {
    expect(starts(withStartOf(named('learning-rate'), 2, [1, 2]))).toEqual(Array(4).fill([1, 2]))
  })

  it('is the run’s own, if it has one, and moves no other', () => {
    const [first, second] = starts(named('saddle'))
    expect(second).not.toEqual(first)
    expect(starts(withStartOf(named('saddle'), 1, [1, 2]))).toEqual([first, [1, 2]])
  })
})

describe('a start that is added', () => {
  it('belongs to one more run like the selected one, in a colour of its own', () => {
    const before = named('descent-2d')
    const after = withRunFrom(before, 0, ([x = 0, y = 0]) => [-x, y])
    expect(starts(after)).toEqual([
      [4, 5],
      [-4, 5]
    ])
    expect(after.runs[1]?.settings).toEqual(before.runs[0]?.settings)
    expect(after.runs[1]?.colour).not.toBe(before.runs[0]?.colour)
  })

  it('changes nothing where there is no run, or no room for one more', () => {
    const before = named('descent-2d')
    expect(withRunFrom({ ...before, runs: [] }, 0, (old) => old).runs).toEqual([])
    let full = before
    for (let count = 0; count < 20; count++) full = withRunFrom(full, 0, (old) => old)
    expect(withRunFrom(full, 0, (old) => old)).toBe(full)
  })

  it('is refused with a sentence where there are eight runs', () => {
    let experiment = named('descent-2d')
    const told: string[] = []
    const lab = {
      experiment: () => experiment,
      run: () => 0,
      words: () => words.en,
      tell: (text: string) => void told.push(text),
      change: (edit: (old: Experiment) => Experiment) => {
        experiment = edit(experiment)
      }
    }
    for (let count = 0; count < 8; count++) addRunFrom(lab as unknown as Lab, (old) => old)
    expect(experiment.runs).toHaveLength(8)
    expect(told).toEqual(['Eight runs are the most that can be told apart.'])
  })
})

describe('the nearest step', () => {
  const trace = (x: readonly number[], y: readonly number[]) => ({
    name: '',
    colour: 0,
    steps: x.map((_, index) => 10 * index),
    x,
    y,
    values: x,
    norms: x
  })
  const traces = [trace([0, 1, 2], [0, 0, 0]), trace([0, 1, Number.NaN], [5, 3, 0])]

  it('is found among the steps of all runs', () => {
    expect(nearestStep(traces, { x: 1.2, y: 0.4 }, { x: 1, y: 1 })).toEqual({ run: 0, step: 10 })
    expect(nearestStep(traces, { x: 1, y: 2 }, { x: 1, y: 1 })).toEqual({ run: 1, step: 10 })
  })

  it('is near as the picture shows it: by the lengths of its units', () => {
    expect(nearestStep(traces, { x: 0, y: 3 }, { x: 1, y: 1 })).toEqual({ run: 1, step: 10 })
    expect(nearestStep(traces, { x: 0, y: 3 }, { x: 100, y: 1 })).toEqual({ run: 1, step: 0 })
  })

  it('is none where there is no run', () => {
    expect(nearestStep([], { x: 0, y: 0 }, { x: 1, y: 1 })).toBeNull()
  })
})
