import { resolve } from 'node:path'
import { electronPath } from '../electron/runtime.mjs'
import { checkSandbox } from '../electron/sandbox.mjs'
import { installPackages } from './packages.mjs'
import { installSystemPackages } from './system.mjs'

/** The project's folder. */
export const root = resolve(import.meta.dirname, '../..')

/**
 * Makes a fresh checkout able to build: npm packages, an Electron runtime, system libraries. Quick and silent when
 * nothing is missing. Throws a SetupError that says what to do where it cannot go on.
 * @param {{ virtualScreen: boolean }} wanted
 * @returns {Promise<string>} Electron's executable
 */
export async function setUp(wanted) {
  installPackages(root)
  const executable = await electronPath()
  installSystemPackages(executable, wanted)
  checkSandbox(executable)
  return executable
}
