import { termFormulas } from '@shared/words/terms'
import { afterEach, describe, expect, it } from 'vitest'
import { Terms } from '../../../src-renderer/controls/Term'
import { inLaboratory, leaveLaboratory, soon } from '../laboratory'

afterEach(leaveLaboratory)

const note = () => document.querySelector('[role="tooltip"]')
const terms = () => [...document.querySelectorAll<HTMLElement>('.glossed')]
const key = (name: string) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))

describe('a term in a sentence', () => {
  it('leaves the sentence as it reads, and can be reached with the keyboard', () => {
    inLaboratory(() => <Terms text="The eigenvalues of the Hessian." />)
    expect(document.body.textContent).toBe('The eigenvalues of the Hessian.')
    expect(terms().map(({ textContent, tabIndex }) => [textContent, tabIndex])).toEqual([
      ['eigenvalues', 0],
      ['Hessian', 0]
    ])
  })

  it('says what it is, with its formula, while it has the focus, until Escape', async () => {
    const { lab } = inLaboratory(() => <Terms text="Hessian" />)
    const [term] = terms()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }))
    term?.focus()
    await soon(() => expect(note()?.textContent).toContain(lab.words().glossary.hessian.text))
    expect(note()?.querySelector('annotation')?.textContent).toBe(`\\displaystyle ${termFormulas.hessian}`)
    expect(term?.getAttribute('aria-describedby')).toBe(note()?.id)
    key('Escape')
    await soon(() => expect(note()).toBeNull())
  })

  it('changes with the language', () => {
    const { lab } = inLaboratory(() => <Terms text="Converged / 収束" />)
    expect(terms().map(({ textContent }) => textContent)).toEqual(['Converged'])
    lab.prefer({ language: 'ja' })
    expect(terms().map(({ textContent }) => textContent)).toEqual(['収束'])
  })
})
