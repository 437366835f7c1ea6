import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headersFor, isPage, pageAddress, pageFile } from '../../src-main/page'

const root = '/program/out/renderer'

describe('the file behind an address of the page', () => {
  it('is inside the folder that is served, or there is none', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '',
      'a',
      '%2e%2e',
      '%2f',
      '%5c',
      '\\',
      '%00',
      '%',
      'index.html',
      '~',
      '?x',
      '#'
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.constantFrom('/', '%2f', '\\', '%5c', ''))), (pieces) => {
        const file = pageFile(`app://lab/${pieces.map((pair) => pair.join('')).join('')}`, root)
        if (file !== null) expect(join(file)).toMatch(/^\/program\/out\/renderer\//)
      }),
      { seed: 8, numRuns: 3000 }
    )
  })

  it.each([
    ['app://lab/index.html', '/program/out/renderer/index.html'],
    ['app://lab/index.html?render', '/program/out/renderer/index.html'],
    ['app://lab/assets/a%20b.js', '/program/out/renderer/assets/a b.js'],
    ['app://lab/../main/index.js', '/program/out/renderer/main/index.js'],
    ['app://lab/..%2fmain/index.js', null],
    ['app://lab/..%2frenderer-other/x.js', null],
    ['app://elsewhere/index.html', null],
    ['file:///etc/passwd', null],
    ['app://lab/%zz', null],
    ['app://lab/a%00.js', null]
  ])('of %s is %s', (address, file) => {
    expect(pageFile(address, root)).toBe(file)
  })
})

describe('the address of the page', () => {
  it('is in the scheme of the program, with what the page is for', () => {
    expect(pageAddress('', null)).toBe('app://lab/index.html')
    expect(pageAddress('render', null)).toBe('app://lab/index.html?render')
    expect(pageAddress('render', 'http://localhost:5173/')).toBe('http://localhost:5173/?render')
  })

  it.each([
    'https://lab/',
    'app://lab.example/',
    'app://la',
    'http://localhost:5173/',
    'data:text/html,app://lab/',
    ''
  ])('is not taken for %s', (address) => expect(isPage(address, null)).toBe(false))

  it('is recognised', () => {
    expect(isPage(pageAddress('', null), null)).toBe(true)
    expect(isPage(pageAddress('render', 'http://localhost:5173/'), 'http://localhost:5173/')).toBe(true)
  })
})

describe('a served file', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['assets/index.js', 'text/javascript; charset=utf-8'],
    ['assets/KaTeX.WOFF2', 'font/woff2']
  ])('%s is announced as %s and may only load from the program', (file, type) => {
    const headers = headersFor(file)
    expect(headers).toMatchObject({ 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' })
    expect(headers?.['Content-Security-Policy']).toMatch(/^default-src 'none'; script-src 'self'; /)
  })

  it.each(['index.js.map', 'secret', 'program.exe'])('%s is none that the page needs', (file) => {
    expect(headersFor(file)).toBeNull()
  })
})
