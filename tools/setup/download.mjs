import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError, say } from './say.mjs'

/**
 * Runs a program that downloads into `folder`, and watches the folder grow: shows how many megabytes have come,
 * and gives up when nothing has come for `patience` seconds.
 * @param {{ command: string, arguments: string[], environment?: Record<string, string>, folder: string,
 *   megabytes: number, patience: number }} download `megabytes`: about how many to expect
 * @returns {Promise<void>} rejected with a SetupError that says why
 */
export function downloadInto({ command, arguments: arguments_, environment, folder, megabytes, patience }) {
  return new Promise((done, failed) => {
    const child = spawn(command, arguments_, {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe']
    })
    let complaint = ''
    child.stderr.on('data', (text) => {
      complaint = (complaint + text).slice(-4000)
    })
    const progress = progressLine(megabytes)
    let size = 0
    let grownAt = Date.now()
    let gaveUp = false
    const watch = setInterval(() => {
      const now = sizeOf(folder)
      if (now > size) {
        size = now
        grownAt = Date.now()
        progress.show(size / 1e6)
      } else if (Date.now() - grownAt > patience * 1000) {
        gaveUp = true
        child.kill('SIGKILL')
      }
    }, 250)
    child.on('error', (error) => {
      complaint = error.message
    })
    child.on('close', (code) => {
      clearInterval(watch)
      progress.end()
      if (gaveUp) failed(new SetupError(`nothing came for ${patience} seconds`))
      else if (code === 0) done()
      else failed(new SetupError(reason(complaint) ?? `exit code ${code}`))
    })
  })
}

/** The line of an error output that says most: one with an error code such as ENOTFOUND, else any error, else the first. */
function reason(/** @type {string} */ complaint) {
  const lines = complaint
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)/, '').trim())
    .filter(Boolean)
  const telling = [/\bE[A-Z]{4,}\b/, /error|fail|refused/i].map((pattern) => lines.find((line) => pattern.test(line)))
  return telling.find((line) => line !== undefined) ?? lines[0]
}

/** On a terminal one line that is written over; elsewhere a line every tenth of the way. */
function progressLine(/** @type {number} */ megabytes) {
  const terminal = process.stderr.isTTY
  let shown = 0
  return {
    show(/** @type {number} */ come) {
      const part = Math.min(99, Math.floor((come / megabytes) * 100))
      const text = `  ${Math.round(come)} of about ${megabytes} MB (${part} %)`
      if (terminal) process.stderr.write(`\r${text}`)
      else if (part >= shown + 10) say(text)
      if (terminal || part >= shown + 10) shown = part
    },
    end() {
      if (terminal && shown > 0) process.stderr.write('\n')
    }
  }
}

function sizeOf(/** @type {string} */ folder) {
  let bytes = 0
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      bytes += entry.isDirectory() ? sizeOf(path) : statSync(path).size
    }
  } catch {
    // Files come and go while a download runs.
  }
  return bytes
}
