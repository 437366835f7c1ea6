import { parse } from '@shared/language/parser'
import { otherwiseTeX } from '@shared/language/tex'
import { typeset } from '@shared/language/typeset'
import { words } from '@shared/words/index'
import { expect, it } from 'vitest'
import { setTeX } from '../../../src-renderer/editor/typeset'

function set(tex: string): HTMLElement {
  const element = document.createElement('span')
  setTeX(element, tex, words.ja, true)
  return element
}

it('values in pieces are as large as other formulas, with the word for all other cases in the language', () => {
  const pieces = set(`\\begin{cases} \\frac{d}{dx}(x) & x < 0 \\\\ \\frac{x}{2} & ${otherwiseTeX} \\end{cases}`)
  expect(pieces.querySelectorAll('.mfrac').length).toBe(2)
  // KaTeX calls what it sets small so.
  expect(pieces.querySelector('.mtight')).toBeNull()
  expect(pieces.querySelector('.katex-error')).toBeNull()
  expect(pieces.textContent).toContain(words.ja.lab.otherwise)
})

it('conditions are joined by words of the language', () => {
  const { tree } = parse('piecewise(x < 0 and y > 1, 1, x > 2 or y < 3, 2)')
  const shown = set(typeset(tree))
  expect(shown.querySelector('.katex-error')).toBeNull()
  expect(shown.textContent).toContain('かつ')
  expect(shown.textContent).toContain('または')
  expect(shown.textContent).not.toMatch(/and|or/)
})

it('TeX that cannot be set is shown as it is', () => {
  expect(set('\\frac{').querySelector('.katex-error')?.textContent).toBe('\\frac{')
})
