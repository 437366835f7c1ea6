import { readFileSync } from 'node:fs'

/** A path as generate.py has computed it, with some of its points. */
export interface KnownPath {
  /** Method and convention: `adam library`. */
  readonly name: string
  readonly formula: string
  readonly variables: readonly string[]
  /** Null: the learning rate stays. */
  readonly schedule: { readonly id: string; readonly settings: Readonly<Record<string, number>> } | null
  readonly settings: Readonly<Record<string, number>>
  readonly start: readonly number[]
  readonly points: readonly KnownPoint[]
}

interface KnownPoint {
  readonly step: number
  readonly point: readonly number[]
}

/** The lines of a file of paths. */
export function knownPaths(name: 'library' | 'book' | 'algorithms' | 'lbfgs'): readonly KnownPath[] {
  return linesOf(name).map(([method = '', formula = '', schedule = '-', settings = '', start = '', ...points]) => {
    const [id = '', ...given] = schedule.split(' ')
    const numbers = start.split(',').map(Number)
    return {
      name: method,
      formula,
      variables: ['x', 'y', 'z'].slice(0, numbers.length),
      schedule: id === '-' ? null : { id, settings: settingsIn(given.join(' ')) },
      settings: settingsIn(settings),
      start: numbers,
      points: points.map(pointIn)
    }
  })
}

/** The lines of schedules.tsv: the learning rate at some steps, where the full one is 1. */
export function knownRates() {
  return linesOf('schedules').map(([id = '', settings = '', ...rates]) => ({
    id,
    settings: settingsIn(settings),
    rates: rates.map(pointIn).map(({ step, point: [rate = Number.NaN] }) => ({ step, rate }))
  }))
}

function linesOf(name: string): string[][] {
  const text = readFileSync(new URL(`${name}.tsv`, import.meta.url), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
}

function settingsIn(text: string): Record<string, number> {
  return Object.fromEntries(text.split(' ').map((pair) => [pair.split('=')[0] ?? '', Number(pair.split('=')[1])]))
}

function pointIn(text: string): KnownPoint {
  const [step, coordinates = ''] = text.split(':')
  return { step: Number(step), point: coordinates.split(',').map(Number) }
}
