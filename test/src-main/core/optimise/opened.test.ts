import { compile } from '@core/objective'
import { openedStep } from '@core/optimise/opened'
import type { Plan } from '@core/optimise/plan'
import { run } from '@core/script'
import { isFixedRate } from '@shared/methods/method'
import { defaultSettings } from '@shared/methods/setting'
import { methods } from '@shared/methods/table'
import { ProblemError } from '@shared/problem'
import { describe, expect, test } from 'vitest'

const bowl = compile('x^2 + y^2', ['x', 'y'])
const plan: Plan = {
  method: 'descent',
  convention: 'book',
  settings: { lr: 0.08 },
  start: [4, 5],
  steps: 15,
  gradient: { method: 'exact', h: 1e-4 }
}

test('the first step of the first minute: 4 − 0.08 × 8 = 3.36, 5 − 0.08 × 10 = 4.2, f 41 → 28.9296', () => {
  const step = openedStep(bowl, plan, 1)
  expect(step.before).toEqual({ point: [4, 5], value: 41, gradient: [8, 10] })
  expect(step.after.point).toEqual([expect.closeTo(3.36, 12), expect.closeTo(4.2, 12)])
  expect(step.after.value).toBeCloseTo(28.9296, 10)
  expect(step.lines).toEqual([
    { target: 'x', operands: { x: [4, 5], lr: [0.08, 0.08], g: [8, 10] }, result: step.after.point }
  ])
  expect(step.memory).toEqual({})
})

test('a line reads what the lines before it have just made', () => {
  const momentum = { ...plan, method: 'momentum', settings: { lr: 0.5, momentum: 0.5 } }
  const { lines, memory } = openedStep(bowl, momentum, 2)
  // v = −(8, 10)/2 after the first step, which leads to 0, 0: there the gradient is 0.
  expect(lines).toEqual([
    { target: 'v', operands: { momentum: [0.5, 0.5], v: [-4, -5], lr: [0.5, 0.5], g: [0, 0] }, result: [-2, -2.5] },
    { target: 'x', operands: { x: [0, 0], v: [-2, -2.5] }, result: [-2, -2.5] }
  ])
  expect(memory).toEqual({ v: [-2, -2.5] })
})

describe.each(methods.map((method) => [`${method.id} ${method.convention}`, method] as const))('%s', (_, method) => {
  const whole: Plan = {
    ...plan,
    method: method.id,
    convention: method.convention,
    settings: defaultSettings(method),
    gradient: { method: 'central', h: 1e-4 }
  }

  test('an opened step is the step of the run, bit for bit', () => {
    const { points, values } = run(bowl, whole)
    for (const k of [1, 2, 15]) {
      const { before, after, lines, algorithm } = openedStep(bowl, whole, k)
      expect([before.point, after.point]).toEqual([points[k - 1], points[k]])
      expect([before.value, after.value]).toEqual([values[k - 1], values[k]])
      const moves = lines.filter(({ target }) => target === 'x')
      expect(moves.at(-1)?.result).toEqual(isFixedRate(method) ? points[k] : undefined)
      expect(algorithm === null).toBe(isFixedRate(method))
    }
  })

  test('its memory is what the next step begins with', () => {
    const { memory } = openedStep(bowl, whole, 4)
    expect(Object.keys(memory)).toEqual(Object.keys(isFixedRate(method) ? method.memory : {}))
    const [next] = openedStep(bowl, whole, 5).lines.filter((line) => Object.hasOwn(memory, line.target))
    if (next) expect(next.operands[next.target]).toEqual(memory[next.target])
  })
})

test('a step that the run does not have is refused', () => {
  const wild = { ...plan, settings: { lr: 1e60 } }
  const problemOf = (wanted: Plan, step: number) => {
    try {
      openedStep(bowl, wanted, step)
    } catch (error) {
      if (error instanceof ProblemError) return { code: error.code, taken: error.values['taken'] }
      throw error
    }
    return null
  }
  expect(problemOf(wild, 1)).toBeNull()
  expect(problemOf(wild, 2)).toBeNull()
  expect(problemOf(wild, 3)).toEqual({ code: 'step-out-of-run', taken: 1 })
  expect(problemOf(plan, 0)).toEqual({ code: 'step-out-of-run', taken: 0 })
})

test('the step that led out of the domain of f can be opened: 0.5 − 0.3 · 2 = −0.1, where log is not defined', () => {
  const edge = compile('log(x) + y^2', ['x', 'y'])
  const leaving = { ...plan, settings: { lr: 0.3 }, start: [0.5, 1] }
  const { before, after, lines } = openedStep(edge, leaving, 1)
  expect(before).toMatchObject({ point: [0.5, 1], gradient: [2, 2] })
  expect(after.point).toEqual([expect.closeTo(-0.1, 12), expect.closeTo(0.4, 12)])
  expect(lines[0]?.result).toEqual(after.point)
  expect([after.value, ...after.gradient]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  expect(() => openedStep(edge, leaving, 2)).toThrow(ProblemError)
})

test('the step that made f too large can be opened, with f as it is there', () => {
  const steep = compile('exp(x^2) + y^2', ['x', 'y'])
  const { after } = openedStep(steep, { ...plan, settings: { lr: 1 }, start: [3, 1] }, 1)
  expect(after.point[0]).toBeCloseTo(3 - 6 * Math.exp(9), 6)
  expect(after.value).toBe(Number.POSITIVE_INFINITY)
})

test('where f has no slope there is no step to open: √x stays at 0', () => {
  const root = compile('sqrt(x)', ['x'])
  expect(() => openedStep(root, { ...plan, start: [0] }, 1)).toThrow(ProblemError)
})

test('the step that found no way can be opened: it ends where it began, with the points it tried', () => {
  // max(x, −3x) from 1: the first step ends at 0, where the slope is taken for 1, and f grows on both sides.
  const pointed = compile('max(x, -3x)', ['x'])
  const search: Plan = { ...plan, method: 'armijo', settings: { initial: 1, shrink: 0.5, c1: 1e-4 }, start: [1] }
  expect(run(pointed, search).points).toEqual([[1], [0]])
  const { before, after, algorithm } = openedStep(pointed, search, 2)
  expect(before).toEqual(after)
  expect(before.point).toEqual([0])
  expect(algorithm?.trials.length).toBeGreaterThan(3)
  expect(algorithm?.trials.map(({ outcome }) => outcome)).not.toContain('accepted')
  expect(() => openedStep(pointed, search, 3)).toThrow(ProblemError)
})
