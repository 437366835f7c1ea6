/**
 * npm run truth [-- FILE…]: the checks of test/truth with many new cases, for which `SEED=…` gives the same again. A run
 * of all of them writes its counts to docs/truth.md.
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
      '--project=unit',
      ...(files.length > 0 ? files : ['test/truth'])
    ],
    { cwd: root, env: { ...process.env, TRUTH: 'long', SEED: seed, TRUTH_REPORT: report }, stdio: 'inherit' }
  )
  if (files.length === 0 && existsSync(report)) writeFileSync(page, withCounts(readFileSync(report, 'utf8')))
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The page with the counts of this run. @param {string} lines of JSON, one a check */
function withCounts(lines) {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .sort((one, other) => (one.check < other.check ? -1 : 1))
    .map(({ check, oracle, right, wrong, untold }) => `| ${check} | ${oracle} | ${right} | ${wrong} | ${untold} |`)
  const table = ['| checked | against | right | wrong | untold |', '|---|---|---:|---:|---:|', ...rows].join('\n')
  const text = readFileSync(page, 'utf8')
  const day = new Date().toISOString().slice(0, 10)
  return `${text.slice(0, text.indexOf(begin))}${begin}\n${day}, seed ${seed}.\n\n${table}\n${text.slice(text.indexOf(end))}`
}
