import { extname, join, sep } from 'node:path'

/** The page has a scheme of its own: no web server, no file: addresses, and an origin that nobody else has. */
export const scheme = 'app'
const home = `${scheme}://lab/`

/**
 * Where the page is: in the program's own scheme, or, while it is developed, on the development server.
 * `query` tells the page what it is for: `render` is the page without a window.
 */
export const pageAddress = (query: '' | 'render', developmentServer: string | null): string =>
  new URL(query && `?${query}`, developmentServer ?? `${home}index.html`).href

/** Whether an address is the page's, and not that of something else that got into its place. */
export const isPage = (address: string, developmentServer: string | null): boolean =>
  address.startsWith(developmentServer ?? home)

/**
 * The file inside the folder `root` that an address of the scheme stands for; null where it would be outside.
 * Whether there is such a file is not looked at.
 */
export function pageFile(address: string, root: string): string | null {
  if (!address.startsWith(home)) return null
  try {
    const path = decodeURIComponent(new URL(address).pathname)
    const file = join(root, path)
    const inside = file.startsWith(root + sep) && !/[\0\\]/.test(path)
    return inside ? file : null
  } catch {
    // A percent sign without two digits behind it.
    return null
  }
}

/**
 * What the page may load and run: only what the scheme serves. No code from strings, no connection to anywhere.
 * Inline styles are needed by KaTeX and CodeMirror; `data:` and `blob:` only for pictures it has drawn itself.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** By ending; what is not here is not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm'
}

/** The headers of a served file; null for a kind of file that the page has no use for. */
export function headersFor(file: string): Record<string, string> | null {
  const type = types[extname(file).toLowerCase()]
  if (!type) return null
  return {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    // An update must not meet the page of the version before.
    'Cache-Control': 'no-cache'
  }
}
