import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

const EVALUATION = "new Function('width', 'height', 'dpr', 'return ' + exprRes[1])"

/**
 * claygl, which echarts-gl draws with, turns texts such as `expr(width * 1.0 / 2)` into functions with
 * `new Function`, and the page's content security policy refuses that. All these texts stand in one file of
 * echarts-gl, so they are compiled here, at build time. Fails the build when either package has changed.
 */
export function clayglWithoutEval(): Plugin {
  const compositor = readFileSync(
    resolve(createRequire(import.meta.filename).resolve('echarts-gl/package.json'), '../lib/effect/composite.js'),
    'utf8'
  )
  const table = compiledExpressions(compositor)
  return {
    name: 'claygl-without-eval',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /claygl\/src\/createCompositor\.js$/ },
      handler(code) {
        if (!code.includes(EVALUATION)) this.error('claygl has changed: its `new Function` is not where it was')
        return { code: table + code.replace(EVALUATION, 'compiledExpressions[exprRes[1]]'), map: null }
      }
    }
  }
}

/**
 * The source of a table from each `expr(…)` text in `source` to its function of width, height and dpr. Throws when
 * there are none, or one that it cannot read: it would be missed only where it is drawn.
 */
export function compiledExpressions(source: string): string {
  const texts = [...source.matchAll(/['"]expr\(([^'"]*)\)['"]/g)].map((match) => match[1] ?? '')
  if (texts.length === 0 || texts.length !== source.split('expr(').length - 1)
    throw new Error('echarts-gl has changed: its expressions are not where they were')
  const rows = [...new Set(texts)].map((text) => {
    if (!isArithmetic(text)) throw new Error(`echarts-gl has changed: not plain arithmetic: expr(${text})`)
    return `  ${JSON.stringify(text)}: (width, height, dpr) => (${text})`
  })
  return `const compiledExpressions = {\n${rows.join(',\n')}\n}\n`
}

function isArithmetic(text: string): boolean {
  return /^[\s\d.,*/+\-[\]()]+$/.test(text.replace(/\b(width|height|dpr)\b/g, ''))
}
