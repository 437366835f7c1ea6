import { worded } from '@shared/language/typeset'
import type { Words } from '@shared/words/index'
import katex from 'katex'

/** Sets TeX in an element. KaTeX builds the nodes itself, so no HTML passes through text. */
export function setTeX(element: HTMLElement, tex: string, words: Words, block = false): void {
  const shown = worded(withLargePieces(tex), words.lab)
  katex.render(shown, element, {
    displayMode: block,
    throwOnError: false,
    // Names of classes alone: how numbers get the colours of what they are.
    trust: ({ command }) => command === '\\htmlClass',
    strict: 'ignore',
    output: 'htmlAndMathml'
  })
}

/** The values of a function in pieces are what one reads: as large as elsewhere, and with room between fractions. */
function withLargePieces(tex: string): string {
  const large = tex.replaceAll('{cases}', '{dcases}')
  return tex.includes('\\frac') ? large.replaceAll(' \\\\ ', ' \\\\[0.9em] ') : large
}
