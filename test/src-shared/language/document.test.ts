import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { FormulaError } from '@shared/language/error'
import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import { describe, expect, test } from 'vitest'

/*
 * docs/language.md says how formulas are read. Its tables of examples are run here, so that the page stays true: a row is
 * | `typed` | `as it is read` |, or | `typed` | “the sentence it is refused with” | with straight quotes for the curly ones.
 */

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/language.md'), 'utf8')

const sections = page
  .split(/^## /m)
  .slice(1)
  .map((text) => {
    const rows = [...text.matchAll(/^\| `(.+)` \| (?:`(.+)`|“(.+)”) \|$/gm)]
    const examples = rows.map(([, typed = '', meaning, refusal]) => ({
      typed: typed.replaceAll('\\|', '|'),
      expected: meaning ?? refusal ?? ''
    }))
    return {
      title: text.slice(0, text.indexOf('\n')),
      examples,
      lines: text.match(/^\|(?! typed |---)/gm)?.length ?? 0
    }
  })

function outcome(typed: string): string {
  try {
    return print(parse(typed).tree)
  } catch (error) {
    if (error instanceof FormulaError) return error.message.replace(/[“”]/g, '"')
    throw error
  }
}

describe.each(sections.filter(({ examples }) => examples.length > 0))('the page on the language: $title', (section) => {
  test.each(section.examples)('$typed is $expected', ({ typed, expected }) => {
    expect(outcome(typed)).toBe(expected)
  })
})

test('the page on the language has two examples of everything that is read, and all of them are run', () => {
  for (const { title, examples, lines } of sections) {
    expect([title, examples.length]).toEqual([title, lines])
    if (!['Meaning', 'Limits'].includes(title)) expect([title, examples.length >= 2]).toEqual([title, true])
  }
})
