import { withFormula, withGradient, withPoint } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { createMemo } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { createAnswer } from '../../../src-renderer/answers/answer'
import { pointQuestion } from '../../../src-renderer/answers/questions'
import { PartialNumbers } from '../../../src-renderer/point/PartialNumbers'
import { bridge } from '../../support/bridge'
import { experimentNamed, inLaboratory, shows, soon } from '../laboratory'

const formulas = () => [...document.querySelectorAll('annotation')].map((source) => source.textContent)
const plane = experimentNamed('partial-x2y2')
const space = withPoint(withFormula(plane, 'x^2 + y^2 + x z'), [1, 2, 3])

const numbers = (experiment: Experiment) =>
  inLaboratory((scene, lab) => {
    const report = createAnswer(
      bridge.ask,
      createMemo(() => pointQuestion(lab.subject(), lab.experiment().point, lab.experiment().gradient.h))
    )
    return (
      <PartialNumbers seen={lab.experiment()} report={() => report().last?.answer} scene={scene} scheme="forward" />
    )
  }, experiment)

describe('the partial derivatives at a point', () => {
  it('stand above the difference quotient with its numbers, as the article has it', async () => {
    numbers(withPoint(plane, [3, 4]))
    await soon(() =>
      expect(formulas()).toEqual(
        expect.arrayContaining([
          '\\frac{f(3.0001, 4) - f(3, 4)}{10^{-4}}',
          '= \\frac{25.00060001 - 25}{10^{-4}}',
          '= 6.0001'
        ])
      )
    )
  })

  it('are those of functions of one variable, with the other held', async () => {
    numbers(withGradient(plane, { method: 'exact' }))
    await soon(() => expect(formulas()).toContain('f(x, 2) = x^2 + 2^2'))
    expect(formulas()).toContain('f(1, y) = 1^2 + y^2')
    await soon(() => expect(formulas()).toContain('\\frac{\\partial f}{\\partial x}(x, 2) = 2x'))
    await soon(() => expect(formulas()).toContain('\\frac{\\partial f}{\\partial y}(1, 2) = 4'))
    await shows('Treated as constant: y = 2')
  })

  it('are written as approximations with the exact value beside them, when a scheme is chosen', async () => {
    numbers(withGradient(plane, { method: 'forward', h: 1e-4 }))
    await soon(() => expect(formulas()).toContain('\\frac{\\partial f}{\\partial x}(1, 2) \\approx 2.0001'))
    await shows('forward difference; from the formula: 2')
    expect(formulas()[0]).toMatch(/^\\approx 4\.472/)
  })

  it('are given for every variable', async () => {
    numbers(withGradient(space, { method: 'exact' }))
    await soon(() => expect(formulas()).toContain('\\frac{\\partial f}{\\partial z}(1, 2, 3) = 1'))
    expect(formulas()).toContain('f(1, y, 3) = 1^2 + y^2 + 1 \\cdot 3')
    await shows('Treated as constant: x = 1, y = 2')
  })

  it('are formulas in which every variable held still is its number', async () => {
    numbers(withPoint(withFormula(plane, '(x^2 + y - 11)^2 + x y'), [1, 2]))
    const head = '\\frac{\\partial f}{\\partial'
    await soon(() => expect(formulas()).toContain(`${head} x}(x, 2) = 4x(x^2 + 2 - 11) + 2`))
    expect(formulas()).toContain(`${head} y}(1, y) = 2(1^2 + y - 11) + 1`)
  })

  it('move with the point', async () => {
    const { lab } = numbers(withGradient(plane, { method: 'exact' }))
    lab.change((experiment) => withPoint(experiment, [-1.5, 2]))
    await soon(() => expect(formulas()).toContain('\\frac{\\partial f}{\\partial x}(-1.5, 2) = -3'))
  })

  it('are a convention at a kink, and the two sides of it are told', async () => {
    numbers(withPoint(withGradient(withFormula(plane, 'abs(x) + y^2'), { method: 'exact' }), [0, 2]))
    await shows('f is not differentiable here (left −1, right +1). 0 is used as the derivative.')
    expect(formulas()).toContain('\\frac{\\partial f}{\\partial x}(0, 2) = 0')
    expect(document.body.textContent?.match(/not differentiable/g)).toHaveLength(1)
  })

  it('by a scheme say nothing of what the formula uses at a kink', async () => {
    numbers(withPoint(withGradient(withFormula(plane, 'abs(x) + y^2'), { method: 'central', h: 1e-4 }), [0, 2]))
    await shows('f is not differentiable here (left −1, right +1).')
    expect(document.body.textContent).not.toContain('is used as the derivative')
  })

  it('that are no number say so, and why', async () => {
    numbers(withPoint(withGradient(withFormula(plane, 'sqrt(x^2) + y'), { method: 'exact' }), [0, 2]))
    await shows('f is not differentiable here (left −1, right +1). No number is used as the derivative.')
    expect(document.body.textContent?.match(/No number/g)).toHaveLength(1)
    expect(formulas().join()).not.toContain('NaN')
  })

  it('of many variables are explained on the axes and listed for the others', async () => {
    const many = withFormula(plane, Array.from({ length: 9 }, (_, index) => `x${index}^2`).join('+'))
    const { lab } = numbers(withGradient(many, { method: 'exact' }))
    await shows('Treated as constant: x₁ = 1, x₂ = 1, x₃ = 1, …, x₈ = 1')
    expect(document.querySelectorAll('.partial-row')).toHaveLength(2)
    const rows = () => [...document.querySelectorAll('.rest tbody tr')].map((row) => row.textContent)
    expect(rows()).toHaveLength(7)
    lab.change((experiment) => withPoint(experiment, experiment.point.with(7, -4)))
    await soon(() => expect(rows()[5]).toBe('x₇−4−8'))
  })

  it('are said to be missing where f is not defined', async () => {
    numbers(withPoint(withGradient(withFormula(plane, 'ln(x) + y'), { method: 'central', h: 1e-4 }), [-1, 2]))
    await shows('f is not defined here.')
    expect(formulas().join()).not.toContain('NaN (')
  })

  it.each([
    ['x/y', [1, 0], 'f is not defined here.'],
    ['ln(x) + y', [0, 1], 'f is not defined here.'],
    ['exp(800x) + y', [1, 1], 'f is not defined here, or its value is too large.']
  ] as const)('of %s are missing at a pole, and where it overflows', async (formula, point, sentence) => {
    numbers(withPoint(withGradient(withFormula(plane, formula), { method: 'exact' }), point))
    await shows(sentence)
    expect(formulas().join()).not.toContain('infty')
    expect(formulas().join()).not.toContain(`(${point[0]}, ${point[1]}) =`)
  })
})
