import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, start } from './harness'
import { networkAttempts } from './network-log'

describe('the page', () => {
  let lab: Running
  beforeAll(async () => {
    lab = await start()
  })
  afterAll(() => lab?.close())

  /** From a timer: while Playwright evaluates, the policy against code from strings is lifted. */
  const fromTimer = (attempt: string) =>
    lab.page.evaluate((name) => {
      const attempts: Record<string, () => unknown> = {
        // biome-ignore lint/security/noGlobalEval: that it fails is what is tested
        eval: () => globalThis.eval('1'),
        Function: () => new Function('return 1')(),
        'a string timer': () => setTimeout('window.ran = true' as unknown as () => void)
      }
      return new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            attempts[name]?.()
          } catch (error) {
            return resolve((error as Error).name)
          }
          setTimeout(() => resolve('ran' in window ? 'ran' : 'did nothing'), 50)
        })
      })
    }, attempt)

  it('runs no code from strings', async () => {
    expect(await fromTimer('eval')).toBe('EvalError')
    expect(await fromTimer('Function')).toBe('EvalError')
    expect(await fromTimer('a string timer')).not.toBe('ran')
  })

  it('runs no scripts written into it', async () => {
    const ran = await lab.page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.inline = true'
      document.head.append(script)
      const picture = document.createElement('div')
      picture.innerHTML = '<img src="data:," onerror="window.inline = true">'
      document.body.append(picture)
      await new Promise((waited) => setTimeout(waited, 100))
      picture.remove()
      return 'inline' in window
    })
    expect(ran).toBe(false)
  })

  it('reaches nothing but the bridge', async () => {
    const reached = await lab.page.evaluate(() => ({
      bridge: Object.keys(window.bridge).sort(),
      globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window)
    }))
    expect(reached.globals).toEqual([])
    expect(reached.bridge).toEqual([
      'ask',
      'askAboutChanges',
      'cancel',
      'closeWindow',
      'copyImage',
      'describe',
      'discard',
      'drop',
      'exportFile',
      'exportMore',
      'forgetFile',
      'keepDraft',
      'leftovers',
      'onCommand',
      'onNews',
      'onProgress',
      'onRender',
      'openDropped',
      'openFile',
      'openRecent',
      'present',
      'recentFiles',
      'recover',
      'saveFile',
      'setPreferences',
      'surroundings',
      'takeOpened',
      'zoom'
    ])
  })

  it('stays where it is, and opens nothing else', async () => {
    const home = lab.page.url()
    for (const address of [
      'https://example.invalid/',
      'file:///etc/passwd',
      'app://lab/other.html',
      'data:text/html,x'
    ]) {
      await lab.page.evaluate((to) => {
        location.href = to
      }, address)
      await lab.page.waitForTimeout(100)
      expect(lab.page.url()).toBe(home)
    }
    expect(await lab.page.evaluate(() => window.open('https://example.invalid/') === null)).toBe(true)
    expect(await lab.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it.each(['https://example.invalid/', 'file:///etc/passwd', 'app://other/index.html'])(
    'loads nothing from %s',
    async (address) => {
      const result = await lab.page.evaluate(
        (to) =>
          fetch(to).then(
            () => 'loaded',
            () => 'refused'
          ),
        address
      )
      expect(result).toBe('refused')
    }
  )

  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/main/index.js',
    '/..%5cmain%5cindex.js',
    '/none.js',
    '/%'
  ])('finds nothing at %s', async (path) => {
    const status = await lab.page.evaluate((to) => fetch(to).then((response) => response.status), path)
    expect(status).toBe(404)
  })

  it('gets no permission, except to write text to the clipboard', async () => {
    const states = await lab.page.evaluate(() =>
      Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'].map(async (name) => {
          const { state } = await navigator.permissions.query({ name: name as PermissionName })
          return [name, state]
        })
      )
    )
    expect(states.filter(([, state]) => state !== 'denied')).toEqual([])
    const media = await lab.page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        (error: Error) => error.name
      )
    )
    expect(media).not.toBe('given')
  })

  it('has a policy on every file, also as a header', async () => {
    const policy = await lab.page.evaluate(() =>
      fetch(location.href).then((response) => response.headers.get('Content-Security-Policy'))
    )
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/unsafe-eval|\*|https?:/)
  })

  it('is answered with a problem, without a stack trace, when it asks in another shape', async () => {
    const replies = await lab.page.evaluate(async () => {
      const bridge = window.bridge as unknown as Record<string, (body?: unknown) => Promise<unknown>>
      const subject = { formula: 'x', variables: ['x'], parameters: {} }
      const bodies: [string, unknown][] = [
        ['ask', undefined],
        ['ask', { name: 'nothing', slot: '', body: {} }],
        ['ask', { name: '__proto__', slot: '', body: {} }],
        ['ask', { name: 'analysis', slot: '', body: {} }],
        ['ask', { name: 'analysis', slot: 1, body: { subject } }],
        ['ask', { name: 'point', slot: '', body: { subject, point: ['1'], h: 1 } }],
        ['ask', { name: 'analysis', slot: '', body: { subject: { ...subject, formula: 'x'.repeat(20_001) } } }],
        ['saveFile', { text: 1, title: '', as: false }],
        ['saveFile', { text: '' }],
        ['exportFile', { name: 'x', format: 'exe', bytes: new Uint8Array(1) }],
        ['exportFile', { name: 'x', format: 'picture', bytes: [1, 2] }]
      ]
      return Promise.all(bodies.map(([channel, body]) => bridge[channel]?.(body)))
    })
    for (const reply of replies) {
      expect(reply).toEqual({
        kind: 'problem',
        problem: { code: 'request-malformed', values: { request: expect.any(String) } }
      })
    }
    const rejected = await lab.page.evaluate(() =>
      window.bridge
        .setPreferences({ language: 'xx', theme: null, welcome: true } as never)
        .catch((error: Error) => error.message)
    )
    expect(rejected).toMatch(/request-malformed/)
  })

  it('checks no spelling and runs isolated and sandboxed', async () => {
    const state = await lab.app.evaluate(({ BrowserWindow, session }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences()
      const spelling = session.defaultSession.isSpellCheckerEnabled()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, spelling }
    })
    expect(state).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spelling: false
    })
  })
})

describe('the program', () => {
  /** Runs with Chromium's own log of everything its network code does, and reads what that log has. */
  async function attemptsOf(activity: (lab: Running) => Promise<unknown>): Promise<string[]> {
    const lab = await start({ switches: ['--log-net-log=net-log.json'] })
    try {
      await activity(lab)
      await lab.quit()
      await lab.ended
      return networkAttempts(readFileSync(join(lab.folder, 'net-log.json'), 'utf8'))
    } finally {
      await lab.close()
    }
  }

  it('never tries to reach the network', async () => {
    const attempts = await attemptsOf(async ({ page, output }) => {
      await page.waitForTimeout(6000)
      expect(output()).not.toContain('Refused request')
    })
    expect(attempts).toEqual([])
  })

  it('would be caught trying, and refuses', async () => {
    let output = ''
    const attempts = await attemptsOf(async (lab) => {
      await lab.app.evaluate(({ net }) => net.fetch('http://127.0.0.1:9/planted').catch(() => undefined))
      await lab.app.evaluate(({ session }) =>
        session.defaultSession.resolveHost('planted.invalid').catch(() => undefined)
      )
      output = lab.output()
    })
    // The name has already become one without an address.
    expect(attempts.join('\n')).toContain('~NOTFOUND')
    expect(output).toContain('Refused request: http://127.0.0.1:9/planted')
  })
})
