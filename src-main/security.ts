import type { App, CommandLine, Session, WebContents } from 'electron'
import { isPage, scheme } from './page'

/** Chromium's own habits that would reach for the network, and what software drawing needs. Before the app is ready. */
export function setSwitches(commandLine: CommandLine, developmentServer: string | null): void {
  const own = developmentServer ? ', EXCLUDE localhost' : ''
  const switches: Readonly<Record<string, string>> = {
    'disable-background-networking': '',
    'disable-component-update': '',
    'disable-domain-reliability': '',
    'dns-prefetch-disable': '',
    'no-pings': '',
    // Looking for a proxy would ask the network for one.
    'no-proxy-server': '',
    // No name has an address.
    'host-resolver-rules': `MAP * ~NOTFOUND${own}`,
    // Without a graphics card current Chromium draws WebGL only when told so. All content is the program's own.
    'enable-unsafe-swiftshader': ''
  }
  for (const [name, value] of Object.entries(switches)) commandLine.appendSwitch(name, value)
}

/** The schemes of what the page may load. The developer tools are part of the runtime. */
const local = new Set([`${scheme}:`, 'data:', 'blob:', 'devtools:'])

/** Refuses every request that would leave the program, says so on the console, and grants no permission. */
export function lockDown(session: Session, developmentServer: string | null): void {
  // Without a language first: the mere session would fetch the dictionary of the system's.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, proceed) => {
    const allowed = local.has(new URL(url).protocol) || isDevelopment(url, developmentServer)
    if (!allowed) console.error(`Refused request: ${url}`)
    proceed({ cancel: !allowed })
  })
  // Writing text to the clipboard (a copied table) is the one thing the page asks Chromium for.
  const mayCopy = (permission: string, address: string) =>
    permission === 'clipboard-sanitized-write' && isPage(address, developmentServer)
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    mayCopy(permission, `${origin.replace(/\/$/, '')}/`)
  )
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(mayCopy(permission, requestingUrl))
  )
  session.setDevicePermissionHandler(() => false)
}

/** The development server also speaks over a web socket, to reload the page. */
function isDevelopment(address: string, developmentServer: string | null): boolean {
  return developmentServer !== null && new URL(address).host === new URL(developmentServer).host
}

/** No page of this program ever goes elsewhere, opens another one or embeds one. */
export function confine(app: App): void {
  const refuse = (event: { preventDefault(): void }) => event.preventDefault()
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', refuse)
    contents.on('will-frame-navigate', refuse)
    contents.on('will-redirect', refuse)
    contents.on('will-attach-webview', refuse)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
