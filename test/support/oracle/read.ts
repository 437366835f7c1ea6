import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { seed, trials } from '../truth'

export type Kind = 'derivatives' | 'far-out' | 'limits'

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/**
 * The first `count` lines of a table of the oracle beside, or, for a long check, `many` new ones; each as its columns. An
 * Error where there is no Python with mpmath for these.
 */
export function oracleLines(kind: Kind, count: number, many: number): readonly (readonly string[])[] {
  const wanted = trials(count, many)
  const text = wanted > count ? computed(kind, wanted) : readFileSync(file(`${kind}.tsv`), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .slice(0, wanted)
    .map((line) => line.split('\t'))
}

function computed(kind: Kind, count: number): string {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [file('oracle.py'), kind, `${seed}`, `${count}`], {
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** `inf` and `nan` as mpmath writes them. */
export const numbers = (column = ''): number[] =>
  column.split(' ').map((digits) => Number(digits.replace('inf', 'Infinity')))
