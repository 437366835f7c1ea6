import { vi } from 'vitest'

type Hear = (event: { readonly matches: boolean }) => void

/**
 * A window of this size in CSS pixels, for media queries on it: happy-dom takes “,” in them for “and”. What it gives changes
 * the size.
 */
export function windowOf(width: number, height: number): (width: number, height: number) => void {
  let size = { width, height }
  const listeners = new Map<Hear, string>()
  const holds = (condition: string) => {
    const read = /^\((width|height) (<|>=) (\d+)px\)$/.exec(condition.trim())
    if (!read) return false
    const [, side, sign, limit] = read
    const at = size[side as 'width' | 'height']
    return sign === '<' ? at < Number(limit) : at >= Number(limit)
  }
  const matches = (query: string) => query.split(',').some(holds)
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() {
      return matches(query)
    },
    addEventListener: (_: 'change', hear: Hear) => listeners.set(hear, query),
    removeEventListener: (_: 'change', hear: Hear) => listeners.delete(hear)
  }))
  return (nextWidth, nextHeight) => {
    size = { width: nextWidth, height: nextHeight }
    for (const [hear, query] of listeners) hear({ matches: matches(query) })
  }
}
