// npm test [-- CHECK…]: sets up what is missing, then runs every check, or the named ones. Stops at the first that fails.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './setup/build.mjs'
import { npm } from './setup/packages.mjs'
import { root, setUp } from './setup/prepare.mjs'
import { run, SetupError, say } from './setup/say.mjs'
import { openVirtualScreen } from './setup/screen.mjs'

const reports = mkdtempSync(join(tmpdir(), 'gradient-lab-tests-'))
const counts = { passed: 0, failed: 0, skipped: 0 }

/**
 * The checks in the order in which they run: the quick ones first. Each says whether it passed.
 * @type {Readonly<Record<string, { title: string, passes: () => boolean | Promise<boolean> }>>}
 */
const CHECKS = {
  setup: { title: 'Set-up', passes: () => setUp({ virtualScreen: process.platform === 'linux' }).then(() => true) },
  types: { title: 'Type check', passes: () => script('typecheck') },
  lint: { title: 'Lint and dead code', passes: () => script('lint') },
  layers: { title: 'Layers', passes: () => script('layers') },
  unit: { title: 'Unit tests', passes: () => vitest(['unit*', 'page*']) },
  build: { title: 'Build', passes: () => build(root) },
  window: {
    title: 'Tests in the window',
    passes: () => onVirtualScreens((environment) => vitest(['app'], environment))
  }
}

run(async () => {
  try {
    for (const { title, passes } of wanted(process.argv.slice(2))) {
      say(`\n▶ ${title}`)
      const start = performance.now()
      const passed = await passes()
      say(`${passed ? '✓' : '✗'} ${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
      if (!passed) return 1
    }
    return 0
  } finally {
    rmSync(reports, { recursive: true, force: true })
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
    if (counts.passed + counts.failed > 0) console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`)
  }
})

/** @param {string[]} names none means all */
function wanted(names) {
  const unknown = names.filter((name) => !(name in CHECKS))
  if (unknown.length > 0)
    throw new SetupError(`No such check: ${unknown}. There are ${Object.keys(CHECKS).join(', ')}.`)
  return Object.entries(CHECKS).flatMap(([name, check]) => (names.length === 0 || names.includes(name) ? [check] : []))
}

/** Runs a script of package.json. @param {string} name */
function script(name) {
  const [command, ...first] = npm()
  return succeeds(command, [...first, 'run', '--silent', name])
}

/** @param {string} command @param {string[]} arguments_ @param {NodeJS.ProcessEnv} [environment] */
function succeeds(command, arguments_, environment = process.env) {
  const { status } = spawnSync(command, arguments_, {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit']
  })
  return status === 0
}

/** Runs projects of vitest.config.mts, named or by a pattern, and counts their tests. @param {string[]} projects @param {NodeJS.ProcessEnv} [environment] */
function vitest(projects, environment) {
  const report = join(reports, `${projects.join('-').replaceAll('*', '')}.json`)
  const passed = succeeds(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`
    ],
    environment
  )
  // A runner that could not even start leaves no report.
  if (!existsSync(report)) return false
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
  counts.passed += numPassedTests
  counts.failed += numFailedTests
  counts.skipped += numPendingTests
  return passed
}

/**
 * Always virtual ones on Linux: the windows of the tests would take the focus from whoever sits at the screen. One for
 * each of two files at a time, since a window that had lost the focus to another would not be what people use; elsewhere
 * one file after the other.
 * @param {(environment: NodeJS.ProcessEnv) => boolean} check
 */
async function onVirtualScreens(check) {
  if (process.platform !== 'linux') return check(process.env)
  const screens = await Promise.all([openVirtualScreen(), openVirtualScreen()])
  const displays = screens.map(({ environment }) => environment['DISPLAY'])
  try {
    return check({ ...process.env, ...screens[0]?.environment, TEST_DISPLAYS: displays.join(' ') })
  } finally {
    for (const { close } of screens) close()
  }
}
