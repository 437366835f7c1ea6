import { describe, expect, test } from 'vitest'
import { clayglWithoutEval, compiledExpressions } from '../../tools/build/claygl'

describe('expressions compiled at build time', () => {
  test('give what evaluating their text would give', () => {
    const table = compiledExpressions(`{ a: 'expr(width * 1.0 / 2)', b: 'expr( [width / dpr, height - 1] )' }`)
    const expressions = new Function(`${table}return compiledExpressions`)()
    expect(expressions['width * 1.0 / 2'](640, 480, 2)).toBe(320)
    expect(expressions[' [width / dpr, height - 1] '](640, 480, 2)).toEqual([320, 479])
  })

  test('are refused when they are more than arithmetic', () => {
    expect(() => compiledExpressions(`'expr(window.close())'`)).toThrow('expr(window.close()')
  })

  test.each(['', 'const width = 1', "{ a: 'expr(width)', b: `expr(height)` }"])(
    'are all found in %j, or it fails',
    (source) => {
      expect(() => compiledExpressions(source)).toThrow('echarts-gl has changed')
    }
  )

  test('are found in the installed echarts-gl', () => {
    expect(() => clayglWithoutEval()).not.toThrow()
  })
})
