import { words } from '@shared/words/index'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvHeading, csvRows, type StepNumbers } from '../../../src-renderer/figures/csv'

/** Points that came in this order, with f = 0 and ‖∇f‖ = 1, each after one more gradient and two more evaluations. */
function numbers(points: readonly (readonly number[])[], from = 0): StepNumbers {
  return {
    from,
    points: Float64Array.from(points.flat()),
    values: new Float64Array(points.length),
    norms: new Float64Array(points.length).fill(1),
    gradients: Int32Array.from(points, (_, index) => from + index),
    evaluations: Int32Array.from(points, (_, index) => 2 * (from + index))
  }
}

/** A whole file about one run. */
const file = (variables: readonly string[], name: string, of: StepNumbers) =>
  csvHeading(variables, words.en.table) + csvRows(name, of)

/** Cells of a CSV text, read by the letter of RFC 4180. */
function cells(csv: string): string[][] {
  const rows: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  let row: string[] = []
  for (const [, quoted, plain, end] of csv.slice(1).matchAll(cell)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

describe('the table of steps', () => {
  it('has a heading in the language of the user and one row a step', () => {
    const points = numbers([
      [4, 5],
      [3.36, 4.2]
    ])
    expect(csvHeading(['x0', 'x1'], words.ja.table)).toBe(
      '\uFEFF実行,ステップ,x0,x1,f,‖∇f‖,勾配の計算回数,評価回数\r\n'
    )
    expect(csvHeading(['x'], words.en.table)).toBe('\uFEFFRun,Step,x,f,‖∇f‖,Gradients,Evaluations\r\n')
    expect(csvRows('勾配降下法', points)).toBe('勾配降下法,0,4,5,0,1,0,0\r\n勾配降下法,1,3.36,4.2,0,1,1,2\r\n')
    expect(csvRows('Adam', numbers([[1, -1]], 700))).toBe('Adam,700,1,-1,0,1,700,1400\r\n')
  })

  it('is the same in pieces', () => {
    const points = numbers(Array.from({ length: 10 }, (_, k) => [k / 7, -k]))
    expect(csvRows('run', points, 0, 4) + csvRows('run', points, 4, 9) + csvRows('run', points, 9)).toBe(
      csvRows('run', points)
    )
    expect(csvRows('run', numbers([]))).toBe('')
  })

  it('gives every number back bit for bit', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double(), fc.double()), { minLength: 1, maxLength: 5 }), (points) => {
        const [, ...rows] = cells(file(['x', 'y'], 'run', numbers(points)))
        expect(rows.map((row) => row.slice(2, 4).map(Number))).toEqual(points)
      }),
      { seed: 20_240_304 }
    )
  })

  it('keeps any name in one cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const [, row] = cells(file(['x'], name, numbers([[1]])))
        expect(row?.[0]?.replace(/^'/, '')).toBe(name.replace(/^'/, ''))
      }),
      { seed: 20_240_304, numRuns: 200 }
    )
  })

  it.each(['=1+1', '+1', '-1', '@sum', '\t=1'])('does not let the name %j become a formula', (name) => {
    const [, row] = cells(file(['x'], name, numbers([[1]])))
    expect(row?.[0]).toBe(`'${name}`)
  })
})
