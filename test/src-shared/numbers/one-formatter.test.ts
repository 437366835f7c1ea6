import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const own = join('src-shared', 'numbers')
const sources = ['src-shared', 'src-renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
)

/** Number formatting of JavaScript itself, which differs: no minus sign, no powers of ten, other digits. */
const formats = /\.(toFixed|toPrecision|toExponential|toLocaleString)\(|\bIntl\.NumberFormat\b/g
const calls = (text: string) => [...text.matchAll(formats)].map(([call]) => call)

describe('numbers are written in one place', () => {
  test('and nowhere else in what the user sees', () => {
    const others = sources.filter((file) => !file.startsWith(own))
    expect(others.length).toBeGreaterThan(300)
    const found = others.flatMap((file) =>
      calls(readFileSync(join(root, file), 'utf8')).map((call) => `${file}: ${call}`)
    )
    expect(found).toEqual([])
  })

  test('which would be found', () => {
    expect(calls('const a = (2).toFixed(1) + new Intl.NumberFormat().format(x)')).toEqual([
      '.toFixed(',
      'Intl.NumberFormat'
    ])
  })
})
