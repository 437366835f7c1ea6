/**
 * npm run faults [-- WORDS…]: plants each fault of tools/faults, or those in whose name or file one of the words stands,
 * in a copy of the project, one at a time, and prints which tests notice it. Exit code 1 where none does and no reason
 * is known.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Copy } from './faults/copy.mjs'
import { faults } from './faults/list.mjs'
import { account, notices } from './faults/report.mjs'
import { run, SetupError, say } from './setup/say.mjs'

const root = resolve(import.meta.dirname, '..')
const words = process.argv.slice(2)
const wanted = faults.filter(
  ({ name, file }) => words.length === 0 || words.some((word) => name.includes(word) || file.includes(word))
)

run(async () => {
  if (wanted.length === 0)
    throw new SetupError(`No fault has one of these words in its name or file: ${words.join(', ')}`)
  const copy = new Copy(root)
  // Also where the process is told to end: each signal below ends it in this way.
  process.on('exit', () => copy.remove())
  const tests = [...new Set(wanted.flatMap((fault) => fault.tests))]
  say(`${wanted.length} faults. First the tests without any …`)
  const before = await failures(copy, tests)
  if (before.length > 0)
    throw new SetupError(`They fail by themselves: ${before.map(({ file, title }) => `${file}: ${title}`).join('; ')}`)
  let unexplained = 0
  for (const fault of wanted) {
    const remove = copy.plant(fault)
    const noticed = await failures(copy, fault.tests)
    remove()
    console.log(account(fault, noticed))
    if (noticed.length === 0 && !fault.survives) unexplained++
  }
  if (unexplained > 0) say(`${unexplained} of ${wanted.length} faults survived without a reason.`)
  return unexplained > 0 ? 1 : 0
})

/** Which tests fail in the copy as it is now. @param {Copy} copy @param {readonly string[]} tests files of tests */
async function failures({ folder }, tests) {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const vitest = spawn(
    process.execPath,
    [
      join(folder, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--project=unit*', '--project=page*', '--reporter=json', `--outputFile=${report}`],
      ...tests
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] }
  )
  let complaints = ''
  vitest.stderr.on('data', (text) => {
    complaints += text
  })
  const interrupt = () => {
    vitest.kill()
    process.exit(130)
  }
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.once(signal, interrupt)
  await new Promise((end) => vitest.on('close', end))
  for (const signal of signals) process.off(signal, interrupt)
  if (!existsSync(report)) throw new SetupError(`The tests do not run: ${tests.join(', ')}\n${complaints}`)
  return notices(readFileSync(report, 'utf8'), folder)
}
