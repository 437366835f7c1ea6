import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { downloadInto } from '../../tools/setup/download.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'download-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** As if `script`, a Node program in the folder, were the downloader. */
function download(script: string, patience = 10): Promise<void> {
  return downloadInto({ command: process.execPath, arguments: ['-e', script], folder, megabytes: 1, patience })
}

describe('a watched download', () => {
  test('runs in its folder and ends with the program', async () => {
    await download("require('fs').writeFileSync('file', 'come')")
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('come')
  })

  test('says why the program failed, not all that it said', async () => {
    await expect(
      download("console.error('at work\\nnpm error code ENOTFOUND\\nnpm error a log is there'); process.exit(1)")
    ).rejects.toThrow(/^code ENOTFOUND$/)
    await expect(download('process.exit(3)')).rejects.toThrow('exit code 3')
  })

  test('says when the program is not there', async () => {
    const absent = { command: join(folder, 'absent'), arguments: [], folder, megabytes: 1, patience: 1 }
    await expect(downloadInto(absent)).rejects.toThrow('ENOENT')
  })

  test('is given up when nothing comes', async () => {
    await expect(download('setTimeout(() => {}, 60_000)', 0.3)).rejects.toThrow('nothing came for 0.3 seconds')
  })

  test('is not given up while something comes', async () => {
    const slowly =
      "let n = 0; const t = setInterval(() => { require('fs').appendFileSync('f', 'more'); if (++n > 8) clearInterval(t) }, 100)"
    await download(slowly, 0.6)
    expect(readFileSync(join(folder, 'f'), 'utf8')).toBe('more'.repeat(9))
  })
})
