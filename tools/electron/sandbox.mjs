import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SetupError } from '../setup/say.mjs'

export function runsAsRoot() {
  return process.platform === 'linux' && process.geteuid?.() === 0
}

/** Switches that this machine, not the program, needs: Chromium's sandbox does not work for root. */
export function machineSwitches() {
  return runsAsRoot() ? ['--no-sandbox'] : []
}

/**
 * Throws a SetupError that says what to do where Chromium would end at once, because its sandbox has neither user
 * namespaces (some containers and some settings of AppArmor forbid them) nor its helper with the rights of root.
 * @param {string} executable Electron's
 */
export function checkSandbox(executable) {
  if (process.platform !== 'linux' || runsAsRoot() || hasUserNamespaces()) return
  const helper = join(dirname(executable), 'chrome-sandbox')
  const status = statSync(helper, { throwIfNoEntry: false })
  if (status?.uid === 0 && (status.mode & 0o7777) === 0o4755) return
  throw new SetupError(
    "This system forbids user namespaces, so Chromium's sandbox needs a helper that belongs to root. Please run:\n" +
      `  sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`
  )
}

function hasUserNamespaces() {
  return spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' }).status === 0
}
