import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isFixedRate } from '@shared/methods/method'
import { schedules } from '@shared/methods/schedules'
import { conventionsOf, methodIds, methods } from '@shared/methods/table'
import type { StopReason, Verdict } from '@shared/protocol'
import { words } from '@shared/words/index'
import { suggestionWords, verdictSentence } from '@shared/words/verdict'
import { expect, test } from 'vitest'

/* docs/optimisers.md lists methods, stop reasons and verdicts; here it is compared with the rows and the words. */

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/optimisers.md'), 'utf8')

/** The rows of the table below a heading, a cell without the backticks around it. */
function rowsOf(title: string): string[][] {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? ''
  const rows = [...section.matchAll(/^\| `.*$/gm)].map(([row]) => row.slice(2, -2).split(/(?<!\\) \| /))
  return rows.map((cells) => cells.map((cell) => cell.replace(/^`(.*)`$/, '$1')))
}

test('the page has every method in the order it is offered, with its conventions and the file of its row', () => {
  const told = rowsOf('Methods').map(([id, conventions, file]) => [id, conventions?.replace(/ \(.*/, ''), file])
  const rows = methodIds.map((id) => {
    const row = methods.find((method) => method.id === id)
    return [id, conventionsOf(id).join(', '), row && isFixedRate(row) ? 'fixed-rate.ts' : 'algorithms.ts']
  })
  expect(told).toEqual(rows)
})

test('the page has every schedule', () => {
  for (const { id } of schedules) expect(page).toContain(`\`${id}\``)
})

test('the page has every reason why a run ends', () => {
  // A record, so that the type checker misses none.
  const reasons: Record<StopReason, true> = {
    steps: true,
    diverged: true,
    'left-domain': true,
    'line-search': true,
    'small-gradient': true,
    'small-step': true,
    target: true,
    evaluations: true,
    cancelled: true
  }
  expect(rowsOf('Why a run ends').map(([reason]) => reason)).toEqual(Object.keys(reasons))
})

test('the page has every kind of verdict, with its sentence in the words', () => {
  const kinds = Object.keys(words.en.race.verdicts) as Verdict['kind'][]
  const told = Object.fromEntries(rowsOf('Verdicts').map(([kind, , sentence]) => [kind, sentence]))
  const end = [0.29, 0.37]
  const said = kinds.map((kind) => {
    const numbers = { size: 0.05, until: 1200, ...(kind === 'growing' && { factor: 1.04, bound: 1, curvature: 2 }) }
    const told = kind === 'left-domain' || kind === 'descending' ? {} : numbers
    const verdict = { kind, step: 15, ...told, suggestion: null }
    return [kind, `“${verdictSentence({ verdict, taken: 60, end }, words.en)}”`]
  })
  expect(told).toEqual(Object.fromEntries(said))
})

test('the page tells of a suggestion as the words do', () => {
  const suggestion = { change: 'steps', steps: 44, room: 56, enough: false } as const
  const verdict = { kind: 'descending', step: 15, suggestion } as const
  expect(page.replaceAll('\n', ' ')).toContain(`“${suggestionWords(verdict, words.en)?.sentence}”`)
})
