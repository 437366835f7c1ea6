import { otherwiseTeX } from '@shared/language/typeset'
import type { Words } from '@shared/words/index'
import katex from 'katex'

/** Sets TeX in an element. KaTeX builds the nodes itself, so no HTML passes through text. */
export function setTeX(element: HTMLElement, tex: string, words: Words, block = false): void {
  katex.render(tex.replaceAll(otherwiseTeX, `\\text{${words.lab.otherwise}}`), element, {
    displayMode: block,
    throwOnError: false,
    trust: false,
    strict: 'ignore',
    output: 'htmlAndMathml'
  })
}
