import { ProblemError } from '@shared/problem'

/** What the render command was asked for. */
export interface RenderArguments {
  /** Session files and `example:ID`s, in their order. */
  readonly targets: readonly string[]
  /** The folder the files go to. */
  readonly out: string
  /** CSS pixels of each picture. */
  readonly width: number
  readonly height: number
  /** Device pixels per CSS pixel. */
  readonly scale: number
}

/** What software drawing still manages, and every picture viewer. */
const mostPixels = 8192

interface NumberOption {
  readonly default: number
  readonly min: number
  readonly max: number
  readonly whole: boolean
}
const numbers = {
  width: { default: 1280, min: 200, max: mostPixels, whole: true },
  height: { default: 800, min: 150, max: mostPixels, whole: true },
  scale: { default: 2, min: 0.5, max: 8, whole: false }
} satisfies Readonly<Record<string, NumberOption>>

/**
 * Reads the words behind `render`; options may stand anywhere and be written `--out DIR` or `--out=DIR`, and
 * after `--` every word is a target. Throws a ProblemError naming the option at fault.
 */
export function renderArguments(words: readonly string[]): RenderArguments {
  const { targets, options } = sort(words)
  const number = (name: keyof typeof numbers) => numberOf(`--${name}`, options.get(`--${name}`), numbers[name])
  const size = { width: number('width'), height: number('height'), scale: number('scale') }
  const out = options.get('--out')
  if (targets.length === 0) throw new ProblemError('render-no-target')
  if (!out) throw new ProblemError('render-no-folder')
  if (Math.max(size.width, size.height) * size.scale > mostPixels) {
    throw new ProblemError('render-too-many-pixels', { most: mostPixels })
  }
  return { targets, out, ...size }
}

function sort(words: readonly string[]) {
  const known = new Set(['--out', ...Object.keys(numbers).map((name) => `--${name}`)])
  const targets: string[] = []
  const options = new Map<string, string>()
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      targets.push(...rest)
      break
    }
    if (!word.startsWith('-')) {
      targets.push(word)
      continue
    }
    const [, option = word, joined] = /^(--[^=]+)=(.*)$/s.exec(word) ?? []
    if (!known.has(option)) throw new ProblemError('render-option-unknown', { option })
    if (options.has(option)) throw new ProblemError('render-option-twice', { option })
    const value = joined ?? rest.shift()
    if (value === undefined || value === '') throw new ProblemError('render-option-without-value', { option })
    options.set(option, value)
  }
  return { targets, options }
}

function numberOf(
  option: string,
  value: string | undefined,
  { default: usual, min, max, whole }: NumberOption
): number {
  if (value === undefined) return usual
  const number = Number(value)
  const allowed = number >= min && number <= max && (!whole || Number.isInteger(number)) && value.trim() !== ''
  if (!allowed)
    throw new ProblemError(whole ? 'render-whole-number-bad' : 'render-number-bad', { option, value, min, max })
  return number
}
