import { expect, test } from 'vitest'
import type { Figure } from '../../../src-renderer/figure'
import { frameSteps, framesOf } from '../../../src-renderer/pictures/frames'
import { legendRuns } from '../../../src-renderer/pictures/heading'
import { sheetOf } from '../../../src-renderer/plots/sheet'
import { bowlContour, bowlTrace, canvas, squareCurve } from '../plots/samples'

const trace = bowlTrace([8, 0], 0.08, 15)
const curve: Figure = { plot: 'curve', title: 'x²', data: { ...squareCurve, traces: [trace], step: 3 } }

test('an animation has a frame for every step, the last one included', () => {
  expect(frameSteps([trace], 150)).toEqual(Array.from({ length: 16 }, (_, step) => step))
  const long = bowlTrace([8, 0], 0.001, 1000)
  const steps = frameSteps([long, trace], 100)
  expect(steps).toHaveLength(100)
  expect([steps[0], steps.at(-1)]).toEqual([0, 1000])
})

test('all frames have the same axes', () => {
  for (const figure of [curve, { plot: 'contour', title: '', data: bowlContour } satisfies Figure]) {
    const axes = framesOf(figure, canvas.words).map((frame) => {
      if (frame.plot === 'surface') throw new Error('flat figures stay flat')
      const [cell] = sheetOf(frame, canvas.size, canvas.look, canvas.words)
      const scales = cell?.plot.config.options?.scales
      return JSON.stringify([scales?.['x'], scales?.['y']])
    })
    expect(axes.length).toBe(16)
    expect(new Set(axes).size).toBe(1)
  }
})

test('every frame is titled with its step', () => {
  expect(framesOf(curve, canvas.words)[7]?.title).toBe('x² · step 7')
})

test('of a thinned path the frames are steps that all runs have', () => {
  const thinned = { ...trace, steps: [0, 4, 7, 9, 15].map((step) => step) }
  expect(frameSteps([thinned, trace], 150)).toEqual([0, 4, 7, 9, 15])
  expect(frameSteps([thinned], 4)).toEqual([0, 4, 9, 15])
})

test('what does not move is one picture', () => {
  const still: Figure = { plot: 'curve', title: '', data: squareCurve }
  expect(framesOf(still, canvas.words)).toEqual([still])
})

test('the legend lists the runs, except where each has a plot of its own', () => {
  expect(legendRuns(curve)).toEqual([trace])
  expect(legendRuns({ plot: 'runs', title: '', data: { contour: bowlContour } })).toEqual([])
})

test('a frame has the arrows of its own step, and none those of another', () => {
  const anatomy = (step: number) => ({
    from: [step - 1, 0],
    value: 0,
    to: [step, 0],
    gradient: null,
    inertia: null,
    trials: [],
    simplex: null,
    radius: null
  })
  const known = new Map(
    [1, 3].map((step) => [
      step,
      { anatomy: anatomy(step), departure: null, gradient: [step, 1] satisfies [number, number] }
    ])
  )
  const figure: Figure = { plot: 'contour', title: '', data: { ...bowlContour, anatomy: anatomy(9) } }
  const shown = framesOf(figure, canvas.words, 5, known).map((frame) =>
    frame.plot === 'contour' ? [frame.data.step, frame.data.anatomy?.to[0], frame.data.gradient?.[0]] : []
  )
  const steps = frameSteps(bowlContour.traces, 5)
  expect(shown).toEqual(steps.map((step) => (known.has(step) ? [step, step, step] : [step, undefined, undefined])))
})
