import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { _electron } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { electronPath, runsAsRoot } from '../../tools/electron/runtime.mjs'
import { environment, root } from './harness'

/** The user `nobody`, who may do nothing. */
const nobody = 65534

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gradient-lab-sandbox-'))
  chmodSync(folder, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** A command that starts Electron as an ordinary user: Chromium's sandbox does not work for root. */
async function asOrdinaryUser(): Promise<{ executable: string; program: string }> {
  const executable = await electronPath()
  if (!runsAsRoot()) return { executable, program: root }
  // Root's own folders are closed to others.
  const runtime = join(folder, 'runtime')
  cpSync(dirname(executable), runtime, { recursive: true })
  const program = join(folder, 'program')
  for (const part of ['out', 'package.json']) cpSync(join(root, part), join(program, part), { recursive: true })
  const home = join(folder, 'home')
  mkdirSync(home)
  chownSync(home, nobody, nobody)
  const command = join(folder, 'electron')
  const start = `setpriv --reuid=${nobody} --regid=${nobody} --clear-groups`
  writeFileSync(
    command,
    `#!/bin/sh\nexport HOME=${home}\nexec ${start} ${join(runtime, basename(executable))} "$@"\n`,
    { mode: 0o755 }
  )
  return { executable: command, program }
}

describe.runIf(process.platform === 'linux')('the page’s process', () => {
  it('is locked in by Chromium’s sandbox when an ordinary user starts the program', async () => {
    const { executable, program } = await asOrdinaryUser()
    const app = await _electron.launch({
      executablePath: executable,
      args: [program],
      cwd: folder,
      env: { ...environment(folder), XDG_CONFIG_HOME: join(folder, 'home') },
      chromiumSandbox: true,
      timeout: 30_000
    })
    try {
      const page = await app.firstWindow()
      await page.waitForLoadState('load')
      const pages = await app.evaluate(({ app }) => app.getAppMetrics().filter(({ type }) => type === 'Tab'))
      expect(pages).toHaveLength(1)
      const pid = pages[0]?.pid
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      // 2: every system call passes a filter.
      expect(status).toMatch(/^Seccomp:\t2$/m)
      expect(status).toMatch(/^NoNewPrivs:\t1$/m)
      expect(status).toMatch(/^CapEff:\t0+$/m)
      for (const space of ['pid', 'net', 'user']) {
        expect(readlinkSync(`/proc/${pid}/ns/${space}`), space).not.toBe(readlinkSync(`/proc/self/ns/${space}`))
      }
    } finally {
      await app.close()
    }
  })
})
