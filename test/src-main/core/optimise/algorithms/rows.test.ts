import { compile } from '@core/objective'
import { openedStep } from '@core/optimise/opened'
import { algorithms } from '@shared/methods/algorithms'
import { isWithin } from '@shared/methods/setting'
import { words } from '@shared/words/index'
import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { planOf, walked } from '../../../../support/algorithm-runs'

/** Between them they make every line of every row happen. */
const walks = [
  { formula: '100*(y - x^2)^2 + (1 - x)^2', variables: ['x', 'y'], start: [-1.2, 1] },
  { formula: 'abs(x) + 2*abs(y)', variables: ['x', 'y'], start: [3, 1.3] },
  { formula: 'x^2 - y^2 + x*y^3', variables: ['x', 'y'], start: [1, 0.2] },
  { formula: 'x + 2*y', variables: ['x', 'y'], start: [1, 1] },
  { formula: 'x^1.5 + y', variables: ['x', 'y'], start: [0, 1] },
  { formula: '-x^2 - y^2', variables: ['x', 'y'], start: [0, 0] },
  { formula: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2', variables: ['x', 'y'], start: [0, 0] },
  { formula: 'sqrt(1 + x^2) + y^2', variables: ['x', 'y'], start: [20, 1] },
  { formula: 'sin(30*x)*cos(20*y) + x^2 + y^2', variables: ['x', 'y'], start: [0.3, 0.4] },
  { formula: 'x^2 + 2*y^2 - 0.3*cos(3*pi*x) - 0.4*cos(4*pi*y) + 0.7', variables: ['x', 'y'], start: [0.15, 0.1] },
  { formula: 'max(abs(x), abs(y))', variables: ['x', 'y'], start: [1, 1] }
]

/** Every step of the first 40 of each run, opened, the one that found no way too. */
function steps(id: string) {
  return walks.flatMap(({ formula, variables, start }) => {
    const objective = compile(formula, variables)
    const plan = planOf(id, start, 40)
    const { points, ending } = walked(objective, plan)
    const taken = points.length - (ending.reason === 'line-search' ? 0 : 1)
    return Array.from({ length: taken }, (_, k) => {
      const { algorithm } = openedStep(objective, plan, k + 1)
      if (!algorithm) throw new Error('not opened')
      return algorithm
    })
  })
}

/** The names in braces. */
const namesIn = (tex: string) => [...tex.matchAll(/\{([A-Za-z]\w*)\}/g)].map(([, name = '']) => name)

describe.each(algorithms)('the row $id', (row) => {
  const settings = row.settings.map(({ id }) => id)
  const opened = steps(row.id)
  const happened = opened.flatMap(({ lines }) => lines)

  test('has lines that all happen, and no others happen', () => {
    expect(new Set(happened.map(({ id }) => id))).toEqual(new Set(row.lines.map(({ id }) => id)))
  })

  test('has in each line only settings and names that the step gives a worth to, and all of these have a symbol', () => {
    for (const { id, values } of happened) {
      const tex = row.lines.find((line) => line.id === id)?.tex ?? ''
      for (const name of namesIn(tex)) expect([...Object.keys(values), ...settings], `${id}: ${name}`).toContain(name)
      for (const name of Object.keys(values)) expect(row.symbols, id).toHaveProperty(name)
    }
    for (const { memory } of opened) for (const name of Object.keys(memory)) expect(row.symbols).toHaveProperty(name)
  })

  test('has no symbol that no line and no memory needs, and none for a setting', () => {
    const needed = new Set(
      [...happened.map(({ values }) => values), ...opened.map(({ memory }) => memory)].flatMap(Object.keys)
    )
    expect(Object.keys(row.symbols).filter((name) => !needed.has(name))).toEqual([])
    expect(settings.filter((id) => Object.hasOwn(row.symbols, id))).toEqual([])
  })

  test('gives numbers, vectors and matrices of numbers, whole and of one shape throughout', () => {
    const shapes = new Map<string, string>()
    for (const { values } of happened) {
      for (const [name, worth] of Object.entries(values)) {
        const shape = Array.isArray(worth) ? (Array.isArray(worth[0]) ? 'matrix' : 'vector') : typeof worth
        expect(shapes.get(name) ?? shape, name).toBe(shape)
        shapes.set(name, shape)
      }
    }
  })

  test('can be typeset: each line with its symbols, and each symbol alone', () => {
    const symbols: Record<string, string> = {
      ...row.symbols,
      ...Object.fromEntries(row.settings.map(({ id, symbol }) => [id, symbol]))
    }
    for (const { tex } of row.lines) {
      const text = tex.replace(/\{([A-Za-z]\w*)\}/g, (_, name: string) => `{${symbols[name]}}`)
      expect(text).not.toContain('undefined')
      expect(() => katex.renderToString(text, { throwOnError: true, strict: 'error' })).not.toThrow()
    }
  })

  test('has a name, a meaning, and a word for each setting and each line in both languages', () => {
    for (const { methods: texts } of Object.values(words)) {
      expect(texts.names).toHaveProperty(row.id)
      expect(texts.meanings).toHaveProperty(row.id)
      for (const id of settings) expect(texts.settings).toHaveProperty(id)
      const said: Readonly<Record<string, Readonly<Record<string, string>>>> = texts.lines
      expect(Object.keys(said[row.id] ?? {}).sort()).toEqual(row.lines.map(({ id }) => id).sort())
    }
  })

  test('has defaults and sliders that its own bounds allow', () => {
    for (const setting of row.settings) {
      const { min, max, scale } = setting.slider
      for (const value of [setting.default, min, max]) expect(isWithin(setting, value), setting.id).toBe(true)
      if (scale === 'log') expect(min).toBeGreaterThan(0)
    }
  })
})
