import { parse } from '@shared/language/parser'
import { fixedRateMethods } from '@shared/methods/fixed-rate'
import { symbolsOf } from '@shared/methods/method'
import { boundsText, defaultSettings, isWithin, type Setting } from '@shared/methods/setting'
import { conventionMatters, conventionsOf, methodIds, methodNamed, methods } from '@shared/methods/table'
import { words } from '@shared/words/index'
import { describe, expect, test } from 'vitest'

const rows = fixedRateMethods.map((method) => [`${method.id} ${method.convention}`, method] as const)
const settingOf = (id: string, setting: string): Setting => {
  const found = methodNamed(id, 'book')?.settings.find((one) => one.id === setting)
  if (!found) throw new Error(`no ${setting} in ${id}`)
  return found
}

describe.each(rows)('the row %s', (_, method) => {
  const targets = method.rule.map((line) => line.target)
  const names = ['x', 'g', 't', ...method.settings.map(({ id }) => id), ...Object.keys(method.memory)]

  test('reads only x, g, t, its settings, its memory and what earlier lines assigned', () => {
    method.rule.forEach((line, index) => {
      const known = [...names, ...targets.slice(0, index)]
      for (const name of parse(line.formula, { names: [...names, ...targets] }).names) expect(known).toContain(name)
    })
  })

  test('assigns x, and all of its memory', () => {
    expect(targets).toContain('x')
    for (const name of Object.keys(method.memory)) expect(targets).toContain(name)
  })

  test('uses each of its settings', () => {
    const read = method.rule.flatMap((line) => parse(line.formula, { names: [...names, ...targets] }).names)
    for (const { id } of method.settings) expect(read).toContain(id)
  })

  test('has defaults and sliders that its own bounds allow', () => {
    for (const setting of method.settings) {
      expect(isWithin(setting, setting.default)).toBe(true)
      expect(isWithin(setting, setting.slider.min)).toBe(true)
      expect(isWithin(setting, setting.slider.max)).toBe(true)
      if (setting.slider.scale === 'log') expect(setting.slider.min).toBeGreaterThan(0)
    }
  })

  test('has a name, a meaning and a word for each setting and each line in both languages', () => {
    for (const { methods: texts } of Object.values(words)) {
      expect(texts.names).toHaveProperty(method.id)
      expect(texts.meanings).toHaveProperty(method.id)
      for (const { id } of method.settings) expect(texts.settings).toHaveProperty(id)
      for (const target of targets) expect(texts.lines).toHaveProperty([method.id, target])
    }
  })

  test('gives a symbol for every name its rule reads or assigns', () => {
    expect(Object.keys(symbolsOf(method)).sort()).toEqual([...new Set([...names, ...targets])].sort())
    expect(symbolsOf(method)['lr']).toBe('\\eta')
  })
})

describe('methodNamed', () => {
  test('finds each row by id and convention, and no two rows share both', () => {
    for (const method of methods) expect(methodNamed(method.id, method.convention)).toBe(method)
  })

  test.each(['__proto__', 'constructor', 'toString', '', 'Adam'])('does not know %s', (name) => {
    expect(methodNamed(name, 'book')).toBeUndefined()
    expect(methodNamed('adam', name)).toBeUndefined()
    expect(conventionsOf(name)).toEqual([])
  })
})

test('every method is offered once, plain descent first, and the convention of the book before that of the library', () => {
  expect(methodIds[0]).toBe('descent')
  expect(methodIds).toEqual(expect.arrayContaining(['momentum', 'adagrad', 'adam']))
  expect(new Set(methodIds).size).toBe(methodIds.length)
  for (const id of methodIds) expect([['book', 'library'], ['book'], ['library']]).toContainEqual(conventionsOf(id))
})

test('the convention matters for every method that has both but plain descent', () => {
  const both = methodIds.filter((id) => conventionsOf(id).length === 2)
  expect(both.filter((id) => !conventionMatters(id))).toEqual(['descent'])
})

test('a fresh run has the published defaults', () => {
  const adam = methodNamed('adam', 'book')
  expect(adam && defaultSettings(adam)).toEqual({ lr: 0.001, beta1: 0.9, beta2: 0.999, eps: 1e-7 })
})

describe('isWithin', () => {
  test.each([
    ['descent', 'lr', [Number.MIN_VALUE, 1, Number.MAX_VALUE], [0, -1, Number.POSITIVE_INFINITY, Number.NaN]],
    ['momentum', 'momentum', [0, 0.5, 1], [-Number.MIN_VALUE, 1.0000001, Number.NaN]],
    ['adam', 'beta1', [0, 0.9999999], [1, -0.1, 2]],
    ['adagrad', 'eps', [0, 1e9], [-1e-300, Number.POSITIVE_INFINITY]]
  ])('%s: %s may be %j but not %j', (id, name, allowed, refused) => {
    const setting = settingOf(id, name)
    expect(allowed.filter((value) => !isWithin(setting, value))).toEqual([])
    expect(refused.filter((value) => isWithin(setting, value))).toEqual([])
  })
})

test('boundsText writes the bounds as mathematics', () => {
  expect(boundsText(settingOf('descent', 'lr'))).toBe('0 < lr')
  expect(boundsText(settingOf('momentum', 'momentum'))).toBe('0 ≤ momentum ≤ 1')
  expect(boundsText(settingOf('adam', 'beta2'))).toBe('0 ≤ beta2 < 1')
})
