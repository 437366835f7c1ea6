// npm start [-- ARGUMENTS]: sets up what is missing, builds, and starts the program with the arguments.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { machineSwitches, runsAsRoot } from './electron/runtime.mjs'
import { build } from './setup/build.mjs'
import { withCharset } from './setup/locale.mjs'
import { root, setUp } from './setup/prepare.mjs'
import { run, SetupError, say } from './setup/say.mjs'
import { hasScreen, openVirtualScreen } from './setup/screen.mjs'

/** Chromium's own log: it speaks of buses and graphics drivers that a container lacks, and of slow software drawing. */
const CHROMIUMS_LOG = /^\[\d+:\d+\/\d+\.\d+:(INFO|WARNING|ERROR):/

run(async () => {
  const virtualScreen = !hasScreen()
  const executable = await setUp({ virtualScreen })
  build(root)
  if (runsAsRoot()) say("Running as root: Chromium's sandbox is off.")
  const screen = virtualScreen ? await openVirtualScreen() : null
  if (screen) say('There is no screen: the window opens on a virtual one.')
  try {
    return await program(executable, withCharset(screen?.environment ?? process.env))
  } finally {
    screen?.close()
  }
})

/**
 * @param {string} executable
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} the program's exit code
 */
function program(executable, { ELECTRON_RUN_AS_NODE: _, ...environment }) {
  return new Promise((ended, failed) => {
    const child = spawn(executable, [...machineSwitches(), root, ...process.argv.slice(2)], {
      // Where the user is: npm itself goes to the project's folder, but paths in the arguments are the user's.
      cwd: process.env['INIT_CWD'] || process.cwd(),
      env: environment,
      stdio: ['inherit', 'inherit', 'pipe']
    })
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!CHROMIUMS_LOG.test(line)) say(line)
    })
    child.on('error', (error) => failed(new SetupError(`Electron could not be started: ${error.message}`)))
    child.on('close', (code) => ended(code ?? 1))
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => child.kill(signal))
  })
}
