import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { SetupError, say } from '../setup/say.mjs'

/** Chromium's own log: it speaks of buses and graphics drivers that a container lacks, and of slow software drawing. */
const CHROMIUMS_LOG = /^\[\d+:\d+\/\d+\.\d+:(INFO|WARNING|ERROR):/
/** How much of it is told after all when the runtime fails: more than it says about a screen that is not there. */
const TOLD = 10

/** The program ends with one of these by itself. */
const OWN_CODES = [0, 2]

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Starts Electron and hands on signals and what it says, but for Chromium's log. When it ends otherwise than the
 * program would, the log's last errors are told: they alone say why.
 * @param {string} executable
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} the exit code; rejected with a SetupError when it cannot be started
 */
export function launch(executable, words, { ELECTRON_RUN_AS_NODE: _, ...environment }) {
  return new Promise((ended, failed) => {
    const child = spawn(executable, words, {
      // Where the user is: npm itself goes to the project's folder, but paths in the arguments are the user's.
      cwd: process.env['INIT_CWD'] || process.cwd(),
      env: environment,
      stdio: ['inherit', 'inherit', 'pipe']
    })
    /** @type {string[]} */
    const errors = []
    createInterface({ input: child.stderr }).on('line', (line) => {
      const level = CHROMIUMS_LOG.exec(line)?.[1]
      if (level === undefined) say(line)
      if (level === 'ERROR') errors.push(line)
    })
    let stopped = false
    const stop = (/** @type {NodeJS.Signals} */ signal) => {
      stopped = true
      child.kill(signal)
    }
    for (const signal of SIGNALS) process.on(signal, stop)
    child.on('error', (error) => failed(new SetupError(`Electron could not be started: ${error.message}`)))
    child.on('close', (code) => {
      for (const signal of SIGNALS) process.off(signal, stop)
      if (!stopped && !OWN_CODES.includes(code ?? -1)) errors.slice(-TOLD).forEach(say)
      ended(code ?? 1)
    })
  })
}
