import { readFileSync } from 'node:fs'

/** A formula at a point with its value and all its first and second derivatives, as generate.py has computed them. */
export interface TableRow {
  readonly formula: string
  readonly variables: readonly string[]
  readonly point: readonly number[]
  readonly value: number
  readonly gradient: readonly number[]
  /** Row by row from the diagonal on: xx, or xx xy yy. */
  readonly hessian: readonly number[]
}

/** The lines of functions.tsv or expressions.tsv. */
export function derivativeTable(name: 'functions' | 'expressions'): readonly TableRow[] {
  const text = readFileSync(new URL(`${name}.tsv`, import.meta.url), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [formula = '', ...groups] = line.split('\t')
      const [point = [], [value = Number.NaN] = [], gradient = [], hessian = []] = groups.map(numbers)
      return { formula, variables: ['x', 'y'].slice(0, point.length), point, value, gradient, hessian }
    })
}

function numbers(group: string): number[] {
  return group.split(' ').map((digits) => Number(digits.replace('inf', 'Infinity')))
}
