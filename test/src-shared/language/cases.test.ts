import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { FormulaError } from '@shared/language/error'
import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import { typeset } from '@shared/language/typeset'
import { sentence } from '@shared/problem'
import { formulaProblems } from '@shared/words/en/problems/formula'
import { words } from '@shared/words/index'
import { describe, expect, test } from 'vitest'
import { parametersOf, variablesOf } from '../../support/formula-names'

/*
 * The cases are lines of text files: what is typed, an arrow, and what it is read as in canonical notation,
 * or `! problem @position` where it is refused; ⏎ stands for a new line. To add a case, add a line.
 */

interface Case {
  readonly typed: string
  readonly expected: string
}

function casesIn(file: string): readonly Case[] {
  return readFileSync(resolve(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const arrow = line.lastIndexOf(' => ')
      if (arrow < 0) throw new Error(`${file}: a line without an arrow: ${line}`)
      return { typed: line.slice(0, arrow).replaceAll('⏎', '\n'), expected: line.slice(arrow + 4) }
    })
}

function outcome(typed: string): string {
  try {
    return print(parse(typed).tree)
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    return `! ${error.code} @${error.position}`
  }
}

const folder = resolve(import.meta.dirname, 'cases')
const files = readdirSync(folder)
const all = files.flatMap((file) => casesIn(`cases/${file}`))

describe.each(files)('%s', (file) => {
  test.each(casesIn(`cases/${file}`).map(({ typed, expected }) => [typed, expected]))('%s is %s', (typed, expected) => {
    expect(outcome(typed)).toBe(expected)
  })
})

test('a text parses to the same tree with free names and with fixed ones', () => {
  const readable = all.filter(({ expected }) => !expected.startsWith('!'))
  expect(readable.length).toBeGreaterThan(200)
  for (const { typed, expected } of readable) {
    const formula = parse(typed)
    const again = parse(typed, { variables: variablesOf(formula), names: parametersOf(formula) })
    expect([typed, print(again.tree)]).toEqual([typed, expected])
  }
})

describe('typeset.txt', () => {
  test.each(casesIn('typeset.txt').map(({ typed, expected }) => [typed, expected]))(
    '%s is set as %s',
    (typed, expected) => {
      expect(typeset(parse(typed).tree)).toBe(expected)
    }
  )
})

describe('the sentence for each refusal', () => {
  const refused = all.flatMap(({ typed }): readonly FormulaError[] => {
    try {
      parse(typed)
      return []
    } catch (error) {
      return error instanceof FormulaError ? [error] : []
    }
  })

  test('has all its words in both languages', () => {
    expect(refused.length).toBeGreaterThan(100)
    for (const problem of refused) {
      for (const language of ['en', 'ja'] as const) {
        expect(sentence(problem, words[language])).not.toMatch(/undefined|NaN|^$/)
      }
      expect(problem.message).toBe(sentence(problem, words.en))
    }
  })

  test('covers every problem a formula can have, except those of size and of variables that are fixed', () => {
    const elsewhere = ['formula-too-long', 'formula-too-deep', 'names-too-large', 'index-beyond']
    const known = Object.keys(formulaProblems)
    const met = new Set<string>(refused.map(({ code }) => code))
    expect(known.filter((code) => !met.has(code) && !elsewhere.includes(code))).toEqual([])
  })
})
