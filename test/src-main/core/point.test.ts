import { answers } from '@core/answers'
import { compile } from '@core/objective'
import { pointReport, tangentsAt } from '@core/point'
import { steady } from '@core/pulse'
import { type Body, requests } from '@shared/protocol'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const formula = 'x^2*y + z*sin(x)'
const objective = compile(formula, ['x', 'y', 'z'])

describe('tangentsAt', () => {
  it('gives f and its slope along one coordinate at each place, the others held', () => {
    const places = [-1, 0, 0.5, 3]
    const { values, slopes } = tangentsAt(objective, 0, [7, 3, 2], places)
    expect([...values]).toEqual(places.map((x) => expect.closeTo(3 * x ** 2 + 2 * Math.sin(x), 12)))
    expect([...slopes]).toEqual(places.map((x) => expect.closeTo(6 * x + 2 * Math.cos(x), 12)))
    expect([...tangentsAt(objective, 1, [2, 0, 1], places).slopes]).toEqual([4, 4, 4, 4])
  })

  it('leaves the point it is given as it is', () => {
    const point = [7, 3, 2]
    tangentsAt(objective, 0, point, [1, 2])
    expect(point).toEqual([7, 3, 2])
  })

  it('has neither value nor slope where f is not defined', () => {
    const { values, slopes } = tangentsAt(compile('log(x)', ['x']), 0, [1], [-1, 2])
    expect([...values]).toEqual([NaN, Math.log(2)])
    expect([...slopes]).toEqual([NaN, 0.5])
  })

  it('is the answer to the question for tangents', () => {
    const subject = { formula: 'a*x^2 + y', variables: ['x', 'y'], parameters: { a: 3 } }
    const body = { subject, along: 0, point: [5, 1], places: [1, 2] } satisfies Body<'tangents'>
    const { values, slopes } = answers.tangents(v.parse(requests.tangents.body, body), steady)
    expect([...values]).toEqual([4, 13])
    expect([...slopes]).toEqual([6, 12])
  })
})

describe('pointReport', () => {
  it('has value, gradient and the quotients of each scheme, and second derivatives only if asked for', () => {
    const report = pointReport(compile('x^2 + 3y', ['x', 'y']), [1, 2], 0.5)
    expect(report).toEqual({
      value: 7,
      gradient: [2, 3],
      kinks: [null, null],
      curvature: null,
      differences: { forward: { values: [2.5, 3] }, backward: { values: [1.5, 3] }, central: { values: [2, 3] } }
    })
    expect(pointReport(compile('x^2 + 3y', ['x', 'y']), [1, 2], 0.5, [0, 1]).curvature?.hessian).toEqual([2, 0, 0])
  })

  it('has neither value nor derivative where something is divided by 0', () => {
    for (const formula of ['1/x', 'atan(1/x)', 'exp(-1/x)', '1/log(abs(x))']) {
      const report = pointReport(compile(formula, ['x']), [0], 1e-4)
      expect(report, formula).toMatchObject({ value: Number.NaN, gradient: [Number.NaN], kinks: [null] })
    }
  })

  it('says of each scheme without a quotient why it has none', () => {
    const { differences } = pointReport(compile('x', ['x']), [1], 1e-16)
    expect(differences).toMatchObject({
      forward: { problem: { code: 'difference-lost' } },
      backward: { values: [1.1102230246251565] },
      central: { problem: { code: 'difference-lost' } }
    })
  })
})
