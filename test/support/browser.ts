import { bridge } from './bridge'

// What happy-dom lacks of a browser.

// KaTeX refuses to work in "quirks mode", which happy-dom reports for every document.
Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat', configurable: true })

// Kobalte waits for a closing animation to end unless `animationName` is 'none'; happy-dom says ''.
const computedStyle = window.getComputedStyle.bind(window)
window.getComputedStyle = (element, pseudo) =>
  new Proxy(computedStyle(element, pseudo), {
    get(style, property) {
      const value: unknown = Reflect.get(style, property, style)
      if (property === 'animationName') return value || 'none'
      return typeof value === 'function' ? value.bind(style) : value
    }
  })

// The size the window is designed for.
const { happyDOM } = window as unknown as { happyDOM: { setViewport(size: { width: number; height: number }): void } }
happyDOM.setViewport({ width: 1280, height: 800 })

// What the preload puts there before the page begins.
Object.assign(window, { bridge })
