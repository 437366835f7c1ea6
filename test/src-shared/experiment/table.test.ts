import { stepsCsv } from '@shared/experiment/table'
import type { RunReport } from '@shared/protocol'
import { words } from '@shared/words/index'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** A report of points that came in this order, with f = 0 and ‖∇f‖ = 1. */
function report(points: readonly (readonly number[])[], steps = points.map((_, index) => index)): RunReport {
  return {
    taken: steps.at(-1) ?? 0,
    steps: Int32Array.from(steps),
    points: Float64Array.from(points.flat()),
    values: new Float64Array(points.length),
    norms: new Float64Array(points.length).fill(1),
    gradients: new Int32Array(points.length),
    evaluations: new Int32Array(points.length),
    stop: 'steps',
    verdict: { kind: 'descending', step: 0, factor: null, curvature: null, suggestion: null },
    notes: []
  }
}

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
    const reports = [
      report([
        [4, 5],
        [3.36, 4.2]
      ]),
      report([[1, -1]])
    ]
    expect(stepsCsv(['x0', 'x1'], ['勾配降下法', 'Adam'], reports, words.ja.table)).toBe(
      '\uFEFF実行,ステップ,x0,x1,f,‖∇f‖\r\n勾配降下法,0,4,5,0,1\r\n勾配降下法,1,3.36,4.2,0,1\r\nAdam,0,1,-1,0,1\r\n'
    )
    expect(stepsCsv(['x'], [], [], words.en.table)).toBe('\uFEFFRun,Step,x,f,‖∇f‖\r\n')
  })

  it('gives every number back bit for bit', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double(), fc.double()), { minLength: 1, maxLength: 5 }), (points) => {
        const [, ...rows] = cells(stepsCsv(['x', 'y'], ['run'], [report(points)], words.en.table))
        expect(rows.map((row) => row.slice(2, 4).map(Number))).toEqual(points)
      }),
      { seed: 20_240_304 }
    )
  })

  it('keeps any name in one cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const [, row] = cells(stepsCsv(['x'], [name], [report([[1]])], words.en.table))
        expect(row?.[0]?.replace(/^'/, '')).toBe(name.replace(/^'/, ''))
      }),
      { seed: 20_240_304, numRuns: 200 }
    )
  })

  it.each(['=1+1', '+1', '-1', '@sum', '\t=1'])('does not let the name %j become a formula', (name) => {
    const [, row] = cells(stepsCsv(['x'], [name], [report([[1]])], words.en.table))
    expect(row?.[0]).toBe(`'${name}`)
  })

  it('names the steps of a thinned path, and leaves out a run that could not begin', () => {
    const reports = [
      { problem: { code: 'formula-empty', values: {} }, setting: null } as const,
      report([[8], [4], [2]], [0, 50, 100])
    ]
    const [, ...rows] = cells(stepsCsv(['x'], ['first', 'second'], reports, words.en.table))
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['second', '0', '8'],
      ['second', '50', '4'],
      ['second', '100', '2']
    ])
  })
})
