import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../../../src-shared/words/ja')
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const files = names.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)

/** Each thing with its one name, and other names that it does not get. */
const terms: readonly (readonly [name: string, others: RegExp])[] = [
  ['シード', /乱数の種|同じ種なら|別の種にする/],
  ['途中で終える条件', /止める条件/],
  ['学習率のスケジュール', /学習率の変え方/],
  ['初期値', /開始点|出発点/],
  ['このステップ', /この一歩|一歩の/]
]

it.each(terms)('in Japanese, %s has one name', (name, others) => {
  expect(files.some(([, text]) => text.includes(name))).toBe(true)
  for (const [file, text] of files) expect(others.exec(text)?.[0], file).toBeUndefined()
})
