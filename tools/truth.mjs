/**
 * npm run truth [-- FILE…]: the checks of test/truth, or some of them, with many new cases, for which `SEED=…` gives the
 * same again. Writes their counts to docs/truth.md.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const page = join(root, 'docs/truth.md')
/** Between these lines of the page stands the table. */
const [begin, end] = ['<!-- counts -->', '<!-- end of counts -->']

const files = process.argv.slice(2)
const seed = process.env['SEED'] ?? String(Math.floor(Math.random() * 2 ** 31))
const folder = mkdtempSync(join(tmpdir(), 'gradient-lab-truth-'))
const report = join(folder, 'counts.jsonl')
try {
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project=unit*',
      ...(files.length > 0 ? files : ['test/truth'])
    ],
    { cwd: root, env: { ...process.env, TRUTH: 'long', SEED: seed, TRUTH_REPORT: report }, stdio: 'inherit' }
  )
  if (existsSync(report)) writeFileSync(page, withCounts(readFileSync(report, 'utf8')))
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The page with the counts of this run in place of older ones of the same checks. @param {string} lines of JSON, one a check */
function withCounts(lines) {
  const text = readFileSync(page, 'utf8')
  const day = new Date().toISOString().slice(0, 10)
  /** By what is checked. @type {Map<string, string>} */
  const rows = new Map()
  const older = text
    .slice(text.indexOf(begin), text.indexOf(end))
    .split('\n')
    .filter((line) => line.startsWith('| '))
  for (const row of older.slice(1)) rows.set(String(row.split(' | ')[0]?.slice(2)), row)
  for (const line of lines.trim().split('\n')) {
    const { check, oracle, right, wrong, untold } = JSON.parse(line)
    rows.set(check, `| ${check} | ${oracle} | ${right} | ${wrong} | ${untold} | ${day}, ${seed} |`)
  }
  const head = ['| checked | against | right | wrong | untold | day, seed |', '|---|---|---:|---:|---:|---|']
  const table = [...head, ...[...rows.values()].sort()].join('\n')
  return `${text.slice(0, text.indexOf(begin))}${begin}\n\n${table}\n\n${text.slice(text.indexOf(end))}`
}
