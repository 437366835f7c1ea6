import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { seed, trials } from '../truth'

export type Kind = 'derivatives' | 'far-out' | 'limits'

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/**
 * The first `count` lines of a table of the oracle beside, or, for a long check, `many` new ones; each as its columns.
 * Without a Python that has mpmath a long check is content with the whole table, and says so.
 */
export function oracleLines(kind: Kind, count: number, many: number): readonly (readonly string[])[] {
  const wanted = trials(count, many)
  const isNew = wanted > count && hasMpmath()
  if (wanted > count && !isNew) console.log(`${kind}: without mpmath only the cases of the table`)
  const text = isNew ? computed(kind, wanted) : readFileSync(file(`${kind}.tsv`), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .slice(0, wanted)
    .map((line) => line.split('\t'))
}

/** Debian's packages belong to this one. */
const python = '/usr/bin/python3'

const hasMpmath = () => spawnSync(python, ['-c', 'import mpmath'], { stdio: 'ignore' }).status === 0

function computed(kind: Kind, count: number): string {
  const { status, stdout, stderr } = spawnSync(python, [file('oracle.py'), kind, `${seed}`, `${count}`], {
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** `inf` and `nan` as mpmath writes them. */
export const numbers = (column = ''): number[] =>
  column.split(' ').map((digits) => Number(digits.replace('inf', 'Infinity')))
