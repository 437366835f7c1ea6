import { compile } from '@core/objective'
import { runsAnswer, stepAnswer } from '@core/optimise/answers'
import { Cancelled, steady } from '@core/pulse'
import type { Body } from '@shared/protocol'
import { expect, test } from 'vitest'

const bowl = compile('x^2 + y^2', ['x', 'y'])
const sound = { method: 'descent', convention: 'book', settings: { lr: 0.1 }, start: [3, 4] } as const
const body = (runs: readonly unknown[]) =>
  ({
    subject: { formula: 'x^2 + y^2', variables: ['x', 'y'], parameters: {} },
    gradient: { method: 'exact', h: 1e-4 },
    steps: 100,
    most: 11,
    runs
  }) as Body<'runs'>

test('a run that is not sound does not spoil the others, and names its field', () => {
  const answer = runsAnswer(
    bowl,
    body([sound, { ...sound, settings: { lr: -1 } }, { ...sound, start: [1] }, sound]),
    steady
  )
  expect(answer.map((report) => ('problem' in report ? report.setting : report.taken))).toEqual([
    100,
    'lr',
    'start',
    100
  ])
  expect(answer[1]).toMatchObject({ problem: { code: 'setting-out-of-bounds' } })
  expect(answer[3]).toEqual(answer[0])
})

test('a report holds at most as many points as asked for, in arrays of one length', () => {
  const [report] = runsAnswer(bowl, body([sound]), steady)
  if (!report || 'problem' in report) throw new Error('refused')
  const { steps, points, values, norms } = report
  expect(steps.length).toBeLessThanOrEqual(11)
  expect([points.length, values.length, norms.length]).toEqual([2 * steps.length, steps.length, steps.length])
  expect([steps[0], steps.at(-1)]).toEqual([0, 100])
  // ‖∇f‖ = 2‖x‖ and f = ‖x‖²
  values.forEach((value, i) => {
    expect(norms[i]).toBeCloseTo(2 * Math.sqrt(value), 12)
  })
})

test('a cancelled answer is no answer', () => {
  const pulse = {
    beat() {
      throw new Cancelled()
    }
  }
  expect(() => runsAnswer(bowl, body([sound]), pulse)).toThrow(Cancelled)
})

test('one step of one run, opened', () => {
  const { runs, steps, most, ...rest } = body([])
  expect([runs.length, steps, most]).toEqual([0, 100, 11])
  const step = stepAnswer(bowl, { ...rest, run: { ...sound, start: [3, 4] }, step: 1 }, steady)
  expect(step).toMatchObject({ step: 1, before: { point: [3, 4], value: 25, gradient: [6, 8] } })
})
