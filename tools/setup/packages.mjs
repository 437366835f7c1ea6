import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError, say } from './say.mjs'

/** How to call npm: the one that runs this script, else the one on the path. @returns {[string, ...string[]]} */
export function npm() {
  const script = process.env['npm_execpath']
  return script && /npm-cli\.js$/.test(script) ? [process.execPath, script] : ['npm']
}

/**
 * Installs the packages of package-lock.json with `npm ci` unless exactly these are there.
 * @param {string} root the project's folder
 */
export function installPackages(root) {
  if (packagesAreThere(root)) return
  say('Installing npm packages (npm ci) …')
  const [command, ...first] = npm()
  // Only errors: some packages warn that they would like a newer Node, which they do not need here.
  const quiet = ['--loglevel=error', '--no-update-notifier']
  const { status } = spawnSync(command, [...first, 'ci', ...quiet], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new SetupError('npm ci failed: see above.')
}

/**
 * Whether node_modules holds what the lockfile says. npm writes its own account of a finished installation there.
 * @param {string} root
 */
export function packagesAreThere(root) {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  const wanted = lockedPackages(join(root, 'package-lock.json'))
  const present = lockedPackages(installed)
  const complete = Object.entries(wanted).every(([path, { version, optional }]) => {
    const there = present[path]?.version
    // An optional package is there only on the platforms it is made for.
    return path === '' || there === version || (optional === true && there === undefined)
  })
  return complete && Object.keys(present).every((path) => path in wanted)
}

/** @param {string} lockfile @returns {Record<string, { version?: string, optional?: boolean }>} */
function lockedPackages(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages
}
