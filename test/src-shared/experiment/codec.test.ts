import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode, encode, fileVersion } from '@shared/experiment/codec'
import { blank } from '@shared/experiment/edit'
import { exampleNamed } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import { type ProblemCode, ProblemError } from '@shared/problem'
import { words } from '@shared/words/index'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyExperiment } from './any-experiment'

const seed = 20_240_301

/** The problem with which `text` is refused; null if it is accepted. Any other exception passes on. */
function problemOf(text: string): ProblemError | null {
  try {
    decode(text)
    return null
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the tests put wrong things into files on purpose
type Content = any

/** A session file with something changed in it. */
function fileWith(
  change: (content: Content) => void,
  experiment: Experiment = exampleNamed('saddle')?.experiment ?? blank()
) {
  const content = JSON.parse(encode(experiment))
  change(content)
  return JSON.stringify(content)
}

describe('a session file', () => {
  it('gives back every experiment as it was, −0 and all', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        // toEqual tells 0 from −0.
        expect(decode(encode(experiment))).toEqual(experiment)
      }),
      { seed }
    )
  })

  it.each([
    ['title', limits.title],
    ['notes', limits.notes],
    ['formula', limits.formula]
  ] as const)('gives back a %s of as many characters as there may be, and refuses one more by name', (name, most) => {
    // Japanese, pairs of surrogates, half of one, line ends of all kinds, and what cannot be seen.
    const text = '勾配𝑓\ud800\r\n\r\n\u2028\0\\"\ufeff'.repeat(most).slice(0, most)
    const full = { ...blank(), [name]: text }
    expect(decode(encode(full))).toEqual(full)
    const more = { ...blank(), [name]: `${text}x` }
    expect(() => encode(more)).toThrow(new ProblemError('document-long', { path: name, most: `${most}` }))
  })

  it('is the same text however often it is read and written', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        expect(encode(decode(encode(experiment)))).toBe(encode(experiment))
      }),
      { seed }
    )
  })

  it('says in its first lines what it is', () => {
    expect(encode(blank()).split('\n').slice(0, 3)).toEqual(['{', '  "program": "gradient-lab",', '  "version": 3,'])
  })

  it('has its keys in one order, whatever the order in memory', () => {
    const { formula, ...rest } = blank()
    expect(encode({ ...rest, formula })).toBe(encode(blank()))
  })

  it('keeps a small thing on one line, so that a difference is a line', () => {
    const before = encode(blank()).split('\n')
    const after = encode({ ...blank(), point: [2] }).split('\n')
    expect(after.filter((line, index) => line !== before[index])).toEqual(['  "point": [2],'])
  })

  it('may begin with a byte order mark and have CRLF line ends', () => {
    const text = encode(blank())
    expect(decode(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toStrictEqual(blank())
  })

  it('keeps keys it does not know, at the top and inside', () => {
    const text = fileWith((content) => {
      content.later = { deep: [1, { a: null }] }
      content.runs[0].colourName = 'blue'
      content.view.surface.light = 0.5
      content.variables[0].constructor = 'kept as well'
    })
    const again = JSON.parse(encode(decode(text)))
    expect(again).toStrictEqual(JSON.parse(text))
  })

  it('drops a key called __proto__ and leaves every prototype alone', () => {
    const text = encode(blank()).replace('"title"', '"__proto__": { "polluted": 1 }, "title"')
    const experiment = decode(text)
    expect(Object.keys(experiment)).not.toContain('__proto__')
    expect(Object.getPrototypeOf(experiment)).toBe(Object.prototype)
    expect(({} as Content).polluted).toBeUndefined()
    expect(Object.assign({}, experiment)).toStrictEqual(blank())
  })
})

describe('files of earlier versions', () => {
  const folder = join(import.meta.dirname, 'sessions')

  it('has a sample of every version there has been', () => {
    const versions = Array.from({ length: fileVersion }, (_, index) => `version-${index + 1}.gradlab`)
    expect(readdirSync(folder).sort()).toEqual(versions.sort())
  })

  it.each(readdirSync(folder))('%s is opened', (file) => {
    const experiment = decode(readFileSync(join(folder, file), 'utf8'))
    expect(experiment).toMatchObject({ title: '見本', formula: 'a (x^2 + y^2)', notes: '二行\nの覚え書き' })
    expect(experiment.runs.map(({ method }) => method)).toEqual(['descent', 'adam'])
    expect(decode(encode(experiment))).toEqual(experiment)
  })
})

describe('a file of version 1', () => {
  const sample = JSON.parse(readFileSync(join(import.meta.dirname, 'sessions/version-1.gradlab'), 'utf8'))
  const viewOf = (change: (view: Content) => void = () => {}) => {
    const content = structuredClone(sample)
    change(content.view)
    return decode(JSON.stringify(content)).view
  }

  it('looks as it did, in the ways there were, and usual in those that came later', () => {
    const { surface, ...view } = sample.view
    expect(viewOf()).toEqual({
      ...view,
      surface: { ...surface, overlay: 'slices', scale: 'linear', range: null },
      second: false,
      tangents: [],
      contour: { count: 15, spacing: 'auto', labels: true },
      map: 'pale',
      topic: 'slopes',
      direction: 0,
      field: { towards: 'none', density: 14 },
      plane: 'axes',
      arrows: 'gradient',
      board: 'value',
      lossAlong: 'steps'
    })
  })

  it('shows the field of −∇f if it showed one', () => {
    expect(viewOf((view) => (view.field = true)).field).toEqual({ towards: 'descent', density: 14 })
  })

  it('keeps what a later program has written into it', () => {
    const view = viewOf((old) => {
      old.map = 'viridis'
      old.direction = 30
      old.surface.scale = 'log'
    })
    expect([view.map, view.direction, view.surface.scale]).toEqual(['viridis', 30, 'log'])
  })

  it('is refused for what is wrong in it, by the field', () => {
    const refusal = (change: (content: Content) => void) => {
      const content = structuredClone(sample)
      change(content)
      return problemOf(JSON.stringify(content))
    }
    expect(refusal((content) => (content.view = 3))).toMatchObject({ code: 'document-kind', values: { path: 'view' } })
    expect(refusal(({ view }) => (view.surface = []))).toMatchObject({ code: 'document-missing' })
    expect(refusal(({ view }) => delete view.surface)).toMatchObject({ values: { path: 'view.surface' } })
  })
})

describe('a file that cannot be opened', () => {
  const refused: readonly [string, string, ProblemCode, string?][] = [
    ['is empty', '', 'document-not-json'],
    ['is no JSON', '{"program": ', 'document-not-json'],
    ['is nested beyond measure', '['.repeat(200_000) + ']'.repeat(200_000), 'document-not-json'],
    ['is only a number', '3', 'document-not-ours'],
    ['is a list', '[]', 'document-not-ours'],
    ['is null', 'null', 'document-not-ours'],
    ['comes from another program', '{"program":"paint","version":1}', 'document-not-ours'],
    ['has no version', '{"program":"gradient-lab"}', 'document-version'],
    ['has half a version', '{"program":"gradient-lab","version":1.5}', 'document-version'],
    ['has version 0', '{"program":"gradient-lab","version":0}', 'document-version'],
    ['has nothing else', '{"program":"gradient-lab","version":1}', 'document-missing', 'title']
  ]
  it.each(refused)('%s', (_, text, code, path) => {
    expect(problemOf(text)).toMatchObject({ code, values: path === undefined ? {} : { path } })
  })

  it('is refused by its number when it is newer, before its content is looked at', () => {
    const text = JSON.stringify({ program: 'gradient-lab', version: fileVersion + 41, formula: 7 })
    expect(problemOf(text)).toMatchObject({
      code: 'document-newer',
      values: { version: fileVersion + 41, known: fileVersion }
    })
    expect(problemOf(text)?.message).toContain(`${fileVersion + 41}`)
  })

  const faulty: readonly [path: string, ProblemCode, (content: Content) => void][] = [
    ['title', 'document-kind', (c) => (c.title = 3)],
    ['title', 'document-long', (c) => (c.title = 'x'.repeat(201))],
    ['notes', 'document-long', (c) => (c.notes = 'x'.repeat(100_001))],
    ['formula', 'document-long', (c) => (c.formula = 'x'.repeat(20_001))],
    ['formula', 'document-missing', (c) => delete c.formula],
    ['variables', 'document-empty', (c) => (c.variables = [])],
    ['variables', 'document-kind', (c) => (c.variables = { 0: 'x' })],
    ['variables', 'document-long', (c) => (c.variables = Array(51).fill(c.variables[0]))],
    ['variables[1].name', 'document-name', (c) => (c.variables[1].name = 'sin')],
    ['variables[1].name', 'document-name', (c) => (c.variables[1].name = '__proto__')],
    ['variables[1].name', 'document-twice', (c) => (c.variables[1].name = 'x')],
    ['parameters[0].name', 'document-twice', (c) => (c.parameters = [{ name: 'y', value: 1, min: 0, max: 1 }])],
    ['variables[0].max', 'document-range', (c) => (c.variables[0].max = c.variables[0].min)],
    ['variables[0].max', 'document-range', (c) => Object.assign(c.variables[0], { min: -1e308, max: 1e308 })],
    ['variables[0].min', 'document-kind', (c) => (c.variables[0].min = null)],
    ['variables[0].pinned', 'document-kind', (c) => (c.variables[0].pinned = 1)],
    ['point', 'document-length', (c) => (c.point = [1])],
    ['start', 'document-length', (c) => (c.start = [1, 2, 3])],
    ['start[1]', 'document-kind', (c) => (c.start[1] = '2')],
    ['gradient.h', 'document-range', (c) => (c.gradient.h = 0)],
    ['gradient.method', 'document-choice', (c) => (c.gradient.method = 'sideways')],
    ['steps', 'document-kind', (c) => (c.steps = 1.5)],
    ['steps', 'document-range', (c) => (c.steps = -1)],
    ['steps', 'document-range', (c) => (c.steps = 1_000_001)],
    ['runs', 'document-long', (c) => (c.runs = Array(17).fill(c.runs[0]))],
    ['runs[1].id', 'document-twice', (c) => (c.runs[1].id = c.runs[0].id)],
    ['runs[1].method', 'document-method', (c) => (c.runs[1].method = 'constructor')],
    ['runs[1].convention', 'document-choice', (c) => (c.runs[1].convention = 'house')],
    ['runs[1].settings.lr', 'document-missing', (c) => (c.runs[1].settings = {})],
    ['runs[1].settings.lr', 'document-range', (c) => (c.runs[1].settings.lr = 0)],
    ['runs[1].settings.lr', 'document-kind', (c) => (c.runs[1].settings.lr = 'fast')],
    ['runs[1].settings.beta1', 'document-setting', (c) => (c.runs[1].settings.beta1 = 0.9)],
    ['runs[1].settings.constructor', 'document-setting', (c) => (c.runs[1].settings.constructor = 1)],
    ['runs[1].settings["a b"]', 'document-setting', (c) => (c.runs[1].settings['a b'] = 1)],
    ['runs[0].start', 'document-length', (c) => (c.runs[0].start = [1])],
    ['runs[0].colour', 'document-range', (c) => (c.runs[0].colour = 8)],
    ['view.tab', 'document-choice', (c) => (c.view.tab = 'maps')],
    ['view.axes', 'document-axes', (c) => (c.view.axes = [1, 1])],
    ['view.axes[1]', 'document-axes', (c) => (c.view.axes = [0, 2])],
    ['view.axes[1]', 'document-missing', (c) => (c.view.axes = [0])],
    ['view.axes[2]', 'document-kind', (c) => (c.view.axes = [0, 1, 1])],
    ['view.values.max', 'document-range', (c) => (c.view.values = { min: 1, max: 0 })],
    ['view.surface.range.max', 'document-range', (c) => (c.view.surface.range = { min: 3, max: 3 })],
    ['view.surface.range.max', 'document-range', (c) => (c.view.surface.range = { min: 3, max: 2 })],
    ['view.surface.range.min', 'document-missing', (c) => (c.view.surface.range = { max: 2 })],
    ['view.surface.overlay', 'document-choice', (c) => (c.view.surface.overlay = 'fog')],
    ['view.tangents', 'document-long', (c) => (c.view.tangents = Array(9).fill({ along: 'x', at: 1 }))],
    ['view.tangents[0].at', 'document-kind', (c) => (c.view.tangents = [{ along: 'x', at: null }])],
    ['view.field.density', 'document-range', (c) => (c.view.field.density = 3)],
    ['view.field.density', 'document-range', (c) => (c.view.field.density = 41)],
    ['view.field.density', 'document-kind', (c) => (c.view.field.density = 14.5)],
    ['view.field.towards', 'document-choice', (c) => (c.view.field.towards = true)],
    ['view.contour.count', 'document-range', (c) => (c.view.contour.count = 1e6)],
    ['view.map', 'document-choice', (c) => (c.view.map = 'jet')],
    ['view.topic', 'document-choice', (c) => (c.view.topic = 'weather')],
    ['view.direction', 'document-kind', (c) => (c.view.direction = '45')],
    ['view.surface.spacing', 'document-range', (c) => (c.view.surface.spacing = 0)],
    ['view.surface.camera.distance', 'document-missing', (c) => (c.view.surface.camera = { alpha: 1, beta: 2 })]
  ]
  it.each(faulty)('names %s (%s)', (path, code, change) => {
    const problem = problemOf(fileWith(change))
    expect(problem).toMatchObject({ code, values: { path } })
    expect(problem?.message).toContain(path)
    expect(words.ja.problems[code](problem?.values ?? {})).toContain(path)
  })

  it('has a number beyond the doubles', () => {
    const text = encode(blank()).replace('"start": [3]', '"start": [1e400]')
    expect(problemOf(text)).toMatchObject({ code: 'document-kind', values: { path: 'start[0]', kind: 'number' } })
  })

  it('is refused with a sentence that says everything, in both languages', () => {
    for (const [, code, change] of faulty) {
      const { values } = problemOf(fileWith(change)) ?? {}
      for (const { problems } of Object.values(words)) expect(problems[code](values ?? {})).not.toMatch(/undefined|NaN/)
    }
  })
})

describe('whatever happens to a file', () => {
  it('is read whole or refused with a problem, when a stretch of its text is replaced', () => {
    const mutilation = fc.tuple(anyExperiment, fc.nat(), fc.nat(40), fc.string({ unit: 'binary', maxLength: 10 }))
    let accepted = 0
    fc.assert(
      fc.property(mutilation, ([experiment, at, length, instead]) => {
        const text = encode(experiment)
        const from = at % text.length
        const mutilated = text.slice(0, from) + instead + text.slice(from + length)
        if (problemOf(mutilated) === null) {
          accepted++
          encode(decode(mutilated))
        }
      }),
      { seed, numRuns: 300 }
    )
    expect(accepted).toBeGreaterThan(0)
  })

  it('is read whole or refused with a problem, when any value in it is replaced by any other', () => {
    const anyJson = fc.jsonValue({ maxDepth: 2 })
    fc.assert(
      fc.property(anyExperiment, fc.nat(), anyJson, (experiment, at, instead) => {
        const content = JSON.parse(encode(experiment))
        const places = placesIn(content)
        const [holder, key] = places[at % places.length] ?? [content, 'title']
        holder[key] = instead
        const text = JSON.stringify(content)
        if (problemOf(text) === null) expect(JSON.parse(encode(decode(text)))).toEqual(JSON.parse(text))
      }),
      { seed, numRuns: 300 }
    )
  })
})

/** Every object or list in a JSON value with each of its keys. */
function placesIn(value: Content): [Content, string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap((key): [Content, string][] => [[value, key], ...placesIn(value[key])])
}

describe('what is just allowed', () => {
  it('is opened: 8 tangents, 4 and 40 arrows across', () => {
    for (const density of [4, 40]) {
      const text = fileWith(({ view }) => {
        view.field.density = density
        view.tangents = Array.from({ length: 8 }, (_, at) => ({ along: 'x', at }))
      })
      expect(decode(text).view).toMatchObject({ field: { density }, tangents: { length: 8 } })
    }
  })
})

describe('what may not be written', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY])('a start at %s, which no file could give back', (value) => {
    expect(() => encode({ ...blank(), start: [value] })).toThrow('“start[0]” must be a number.')
  })

  it('an experiment that could not be opened again', () => {
    expect(() => encode({ ...blank(), point: [] })).toThrow(ProblemError)
  })
})
