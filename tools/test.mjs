// npm test: sets up what is missing, then runs every check. Stops at the first that fails.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './setup/build.mjs'
import { root, setUp } from './setup/prepare.mjs'
import { run, say } from './setup/say.mjs'
import { openVirtualScreen } from './setup/screen.mjs'

const reports = mkdtempSync(join(tmpdir(), 'gradient-lab-tests-'))
const counts = { passed: 0, failed: 0, skipped: 0 }

/**
 * The checks in the order in which they run: the quick ones first. Each says whether it passed.
 * @type {readonly [name: string, check: () => boolean | Promise<boolean>][]}
 */
const CHECKS = [
  ['Set-up', () => setUp({ virtualScreen: process.platform === 'linux' }).then(() => true)],
  ['Type check', () => PROJECTS.every((project) => tool('typescript/bin/tsc', ['-p', project]))],
  ['Lint', () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])],
  ['Layers', () => node(['tools/layers.mjs'])],
  ['Dead code', () => tool('knip/bin/knip.js', [])],
  ['Unit tests', () => vitest(['unit', 'page'])],
  ['Build', () => build(root)],
  ['Tests in the window', () => onVirtualScreen((environment) => vitest(['app'], environment))]
]
const PROJECTS = ['tsconfig.json', 'tsconfig.core.json', 'tsconfig.renderer.json']

run(async () => {
  try {
    for (const [name, check] of CHECKS) {
      say(`\n▶ ${name}`)
      const start = performance.now()
      const passed = await check()
      say(`${passed ? '✓' : '✗'} ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
      if (!passed) return 1
    }
    return 0
  } finally {
    rmSync(reports, { recursive: true, force: true })
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
    if (counts.passed + counts.failed > 0) console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`)
  }
})

/** @param {string} script below node_modules @param {string[]} arguments_ @param {NodeJS.ProcessEnv} [environment] */
function tool(script, arguments_, environment) {
  return node([join(root, 'node_modules', script), ...arguments_], environment)
}

/** @param {string[]} arguments_ @param {NodeJS.ProcessEnv} [environment] @returns {boolean} */
function node(arguments_, environment = process.env) {
  return (
    spawnSync(process.execPath, arguments_, { cwd: root, env: environment, stdio: ['ignore', 'inherit', 'inherit'] })
      .status === 0
  )
}

/** Runs projects of vitest.config.mts and counts their tests. @param {string[]} projects @param {NodeJS.ProcessEnv} [environment] */
function vitest(projects, environment) {
  const report = join(reports, `${projects.join('-')}.json`)
  const passed = tool(
    'vitest/vitest.mjs',
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`
    ],
    environment
  )
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
  counts.passed += numPassedTests
  counts.failed += numFailedTests
  counts.skipped += numPendingTests
  return passed
}

/**
 * Always a virtual one on Linux: the windows of the tests would take the focus from whoever sits at the screen.
 * @param {(environment: NodeJS.ProcessEnv) => boolean} check
 */
async function onVirtualScreen(check) {
  if (process.platform !== 'linux') return check(process.env)
  const screen = await openVirtualScreen()
  try {
    return check(screen.environment)
  } finally {
    screen.close()
  }
}
