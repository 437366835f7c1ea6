import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { runScopeHandlers } from '@codemirror/view'
import { parse } from '@shared/language/parser'
import { describe, expect, it } from 'vitest'
import { brackets } from '../../../src-renderer/editor/brackets'
import { typeInto, unseen, viewOf } from './editor-view'

/** The marked brackets at the caret `‸` of a text, with their places. */
function marked(text: string, style: 'matched' | 'unmatched'): readonly string[] {
  const at = text.indexOf('‸')
  const view = viewOf(text.replace('‸', ''), [brackets])
  view.dispatch({ selection: { anchor: Math.max(at, 0) } })
  return [...view.dom.querySelectorAll(`.bracket-${style}`)].map((span) => `${span.textContent}${view.posAtDOM(span)}`)
}

describe('the bracket at the caret', () => {
  it.each([
    ['‸(x+1)', ['(0', ')4']],
    ['(x+1)‸', ['(0', ')4']],
    ['(x‸+1)', []],
    ['(x)‸(y)', ['(0', ')2']],
    ['2*[{x}‸+1]', ['{3', '}5']],
    ['（ｘ＋１）‸', ['（0', '）4']],
    ['|x|‸+|y|', ['|0', '|2']],
    ['‸||x|-1|', ['|0', '|6']],
    ['x[0]‸', ['[1', ']3']]
  ])('of %s is shown with its partner', (text, expected) => {
    expect(marked(text, 'matched')).toEqual(expected)
  })
})

describe('a bracket without a partner', () => {
  it.each([
    ['(x+1', ['(0']],
    ['x+1)', [')3']],
    ['((x)', ['(0']],
    ['(x]', ['(0', ']2']],
    ['|x', ['|0']],
    ['（ｘ', ['（0']],
    ['(x+1)', []]
  ])('of %s is marked', (text, expected) => {
    expect(marked(text, 'unmatched')).toEqual(expected)
  })

  it('is marked among the first hundreds, and the pair at the caret still is', () => {
    const text = `${')'.repeat(1_000)}(x)‸`
    expect(marked(text, 'unmatched').join('').replace(/\d/g, '').length).toBeLessThan(500)
    expect(marked(text, 'matched')).toEqual(['(1000', ')1002'])
  })
})

/** What an editor holds after typing key by key. */
function typed(keys: string, before = '', caret = before.length): string {
  const view = unseen(before, [brackets])
  view.dispatch({ selection: { anchor: caret } })
  typeInto(view, keys)
  return view.state.doc.toString()
}

describe('typing brackets', () => {
  const folder = resolve(import.meta.dirname, '../../src-shared/language/cases')
  const readable = readdirSync(folder)
    .flatMap((file) => readFileSync(resolve(folder, file), 'utf8').split('\n'))
    .filter((line) => line.includes(' => ') && !line.includes(' => !'))
    .map((line) => line.slice(0, line.lastIndexOf(' => ')).replaceAll('⏎', '\n'))

  it('gives what was typed, for everything the parser is known to read', () => {
    expect(readable.length).toBeGreaterThan(200)
    for (const text of readable) {
      if (/[([{]/.test(text)) expect(typed(text)).toBe(text)
    }
  }, 120_000)

  it('closes what was opened, so that the function is read while it is typed', () => {
    expect(typed('sin(x')).toBe('sin(x)')
    expect(() => parse(typed('2*(x+[y'))).not.toThrow()
  })

  it('adds nothing before something, in a comment, or where the brackets are not in order', () => {
    expect(typed('(', 'x+1', 0)).toBe('(x+1')
    expect(typed('(', 'x # note ')).toBe('x # note (')
    expect(typed('(', '(x')).toBe('(x(')
  })

  it('writes a closing bracket that is missing', () => {
    expect(typed(')', '((x)', 3)).toBe('((x))')
  })

  it('replaces what is selected, as in any field', () => {
    const view = viewOf('x^2', [brackets])
    view.dispatch({ selection: { anchor: 0, head: 3 } })
    typeInto(view, '(x+1)')
    expect(view.state.doc.toString()).toBe('(x+1)')
  })

  it('is taken back as a pair while that is empty', () => {
    const view = viewOf('', [brackets])
    typeInto(view, 'sin(')
    runScopeHandlers(
      view,
      new KeyboardEvent('keydown', { key: 'Backspace', keyCode: 8 } as KeyboardEventInit),
      'editor'
    )
    expect(view.state.doc.toString()).toBe('sin')
  })
})
