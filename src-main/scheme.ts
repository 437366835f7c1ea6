import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { headersFor, pageFile, scheme } from './page'

/** Makes the page's scheme as good as https for Chromium. Before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

/** Serves the files of the folder `root`, and nothing else, under the page's scheme. */
export function servePage(session: Session, root: string): void {
  session.protocol.handle(scheme, async ({ method, url }) => {
    if (method !== 'GET') return new Response(null, { status: 405 })
    const file = pageFile(url, root)
    const headers = file && headersFor(file)
    const content = file && (await readFile(file).catch(() => null))
    if (!headers || !content) return new Response(null, { status: 404 })
    return new Response(content, { headers })
  })
}
