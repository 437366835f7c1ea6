import { compile } from '@core/objective'
import { CountedOracle } from '@core/optimise/oracle'
import { optimiserOf } from '@core/optimise/rule'
import { runCourse } from '@core/optimise/run'
import { exactSlope } from '@core/optimise/slope'
import { settingsOf } from '@core/optimise/soundness'
import { ruleClass } from '@shared/python/rule'
import { describe, expect, test } from 'vitest'
import { explanation, typesetRule } from '../../../src-renderer/steps/explanation'
import { inventedMethod } from '../../support/invented-method'
import { plainTeX } from '../../support/plain-tex'

const bowl = compile('x^2 + y^2/2', ['x', 'y'])
const settings = { lr: 1, eps: 1, rho: 0.5 }

describe('from the row of a method that is in no table comes', () => {
  test('the run', () => {
    const path: number[][] = []
    const course = {
      objective: bowl,
      optimiser: optimiserOf(inventedMethod, settings),
      slope: exactSlope(bowl),
      start: [1, 4],
      steps: 1,
      variables: ['x', 'y'],
      h: 1
    }
    runCourse(course, (_, point) => path.push([...point]))
    // ∇f = (2, 4), h = (2, 8)
    expect(path).toEqual([
      [1, 4],
      [1 - 2 / (Math.sqrt(2) + 1), 4 - 4 / (Math.sqrt(8) + 1)]
    ])
  })

  test('the check of its settings', () => {
    expect(settingsOf(inventedMethod, settings)).toEqual(settings)
    expect(() => settingsOf(inventedMethod, { ...settings, rho: 1.5 })).toThrow('less than 1')
  })

  test('the rule in symbols', () => {
    expect(typesetRule(inventedMethod)).toEqual([
      '\\bar{h} \\leftarrow \\rho\\bar{h} + (1 - \\rho)(\\nabla f)^2',
      'x \\leftarrow x - \\frac{\\eta\\nabla f}{\\sqrt{\\bar{h}} + \\varepsilon}'
    ])
  })

  test('the step with its numbers', () => {
    const oracle = new CountedOracle(bowl, exactSlope(bowl))
    const motion = optimiserOf(inventedMethod, settings).setOut(2, oracle)
    const { lines } = motion.nextOpened(Float64Array.of(1, 4), Float64Array.of(2, 4), 1, 9)
    const place = { point: [], value: 0, gradient: [] }
    const report = { step: 1, before: place, after: place, lines, memory: {}, lr: 1, noise: null, algorithm: null }
    const [memory, move] = explanation(report, inventedMethod, ['x', 'y'], [0, 1])
    expect(plainTeX(memory?.numbers[1]?.tex ?? '')).toBe('0.5 \\times 0 + (1 - 0.5) \\times 4^2 = 8')
    expect(plainTeX(move?.numbers[1]?.tex ?? '')).toBe('4 - \\frac{1 \\times 4}{\\sqrt{8} + 1} = 2.9552')
  })

  test('the class in Python', () => {
    const { lines } = ruleClass(inventedMethod, 'Invented', 'A test.') ?? { lines: [] }
    expect(lines.map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        'self.h = self.rho*self.h + (1 - self.rho)*g**2',
        'return x - self.lr*g/(np.sqrt(self.h) + self.eps)'
      ])
    )
  })
})
