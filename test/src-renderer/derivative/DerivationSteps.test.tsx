import { blank, withFormula } from '@shared/experiment/edit'
import type { Derivation, Question, Reply } from '@shared/protocol'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Ask } from '../../../src-renderer/answers/answer'
import { DerivationSteps } from '../../../src-renderer/derivative/DerivationSteps'
import { StepsButton } from '../../../src-renderer/derivative/StepsButton'
import { bridge } from '../../support/bridge'
import { allNamed, button, inLaboratory, named, shows, soon } from '../laboratory'

const square: Derivation = {
  rules: [
    { rule: 'begin', law: '', tex: '\\frac{d}{dx} x^2' },
    { rule: 'power', law: "(x^n)' = nx^{n-1}", tex: '2x' }
  ],
  limit: [
    { rule: 'quotient-begin', law: '', tex: '\\lim_{h \\to 0} \\frac{(x+h)^2 - x^2}{h}' },
    { rule: 'limit', law: '', tex: '2x' }
  ],
  computed: 'x + x'
}

/** The steps, their buttons for x and y, and a core that answers every question with `derivation`. */
function steps(derivation: Derivation = square, formula = 'x^2', language: 'en' | 'ja' = 'en') {
  const asked: Question[] = []
  const ask: Ask = async (question) => {
    asked.push(question)
    return { kind: 'answer', answer: derivation } as unknown as Reply<typeof question.name>
  }
  const made = inLaboratory(
    () => (
      <>
        <StepsButton name="x" />
        <StepsButton name="y" />
        <DerivationSteps ask={ask} />
      </>
    ),
    withFormula(blank(), formula),
    language
  )
  return { ...made, asked }
}
const formulas = () => [...document.querySelectorAll('.derivation annotation')].map((source) => source.textContent)
const open = (name = 'x') => button(`Steps: how the derivative along ${name} is found`).click()

afterEach(() => void vi.unstubAllGlobals())

it('the core finds a derivative by rules that ends as the panel shows it, and the same by the limit', async () => {
  const { lab } = inLaboratory(() => <DerivationSteps ask={bridge.ask} />, withFormula(blank(), 'a x^2 + sin(a)'))
  lab.showDerivation('x')
  await soon(() => expect(formulas()).toContain('\\displaystyle = 2ax'))
  expect(formulas().length).toBeGreaterThan(4)
  named('.choice label', 'By the limit').querySelector('input')?.click()
  expect(formulas().at(-1)).toBe('\\displaystyle = 2ax')
  expect(formulas().join()).toContain('\\lim_{h \\to 0}')
})

describe('the steps of a derivation', () => {
  it('shows the lines with the names of their rules and their laws', async () => {
    steps()
    open()
    await soon(() =>
      expect(formulas()).toEqual([
        "\\displaystyle f'(x)",
        '\\displaystyle = \\frac{d}{dx} x^2',
        '\\displaystyle = 2x',
        "(x^n)' = nx^{n-1}"
      ])
    )
    await shows('power rule')
  })

  it('names the rules in Japanese', async () => {
    steps(square, 'x^2', 'ja')
    button('x についての微分の途中式').click()
    await shows('べき乗の微分')
  })

  it('shows the other ways on request, and the limit only where there is one', async () => {
    steps()
    open()
    await soon(() => expect(formulas()).not.toEqual([]))
    named<HTMLInputElement>('.choice label', 'By the limit').querySelector('input')?.click()
    expect(formulas()[1]).toContain('\\lim_{h \\to 0}')
    named<HTMLInputElement>('.choice label', 'As computed').querySelector('input')?.click()
    expect(formulas()).toEqual(["f'(x) = x + x"])
  })

  it('offers no limit where there is none, and says of what is missing that it is too long', async () => {
    steps({ rules: null, limit: null, computed: null })
    open()
    await shows('Too long to read, or the derivative is not defined.')
    expect(allNamed('.choice label', 'By the limit')).toEqual([])
    named('.choice label', 'As computed').querySelector('input')?.click()
    expect(formulas()).toEqual([])
    await shows('Too long to read')
  })

  it('follows the function and the chosen variable', async () => {
    const { lab, asked } = steps(square, 'x y')
    open('y')
    await soon(() => expect(asked.at(-1)?.body).toMatchObject({ subject: { formula: 'x y' }, along: 1 }))
    await soon(() => expect(formulas()[0]).toBe('\\displaystyle \\frac{\\partial f}{\\partial y}'))
    named('.choice label', 'x').querySelector('input')?.click()
    await soon(() => expect(asked.at(-1)?.body).toMatchObject({ along: 0 }))
    lab.change((experiment) => withFormula(experiment, 'x^3'))
    await soon(() => expect(asked.at(-1)?.body).toMatchObject({ subject: { formula: 'x^3' }, along: 0 }))
  })

  it('of a variable that goes becomes that of the first', () => {
    const { lab } = steps(square, 'x y')
    open('y')
    expect(lab.derivationAlong()).toBe('y')
    lab.change((experiment) => withFormula(experiment, 'x^3'))
    expect(lab.derivationAlong()).toBe('x')
  })

  it('comes to the front of the inspector when it is asked for', () => {
    const { lab } = steps(square, 'x y')
    lab.inspect('step')
    open('y')
    expect(lab.inspected()).toEqual(['derivation', 'step'])
  })

  it('is greyed until it is that of the chosen variable, and while the text cannot be read', async () => {
    const { lab } = steps(square, 'x y')
    open()
    const isStale = () => document.querySelector('.derivation')?.classList.contains('stale')
    await soon(() => expect(isStale()).toBe(false))
    named('.choice label', 'y').querySelector('input')?.click()
    expect(isStale()).toBe(true)
    await soon(() => expect(isStale()).toBe(false))
    lab.change((experiment) => withFormula(experiment, 'x^'))
    expect(isStale()).toBe(true)
  })

  it('is copied as an aligned block with the names of the rules, and says so', async () => {
    const written: string[] = []
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } })
    const { lab } = steps()
    open()
    await soon(() => expect(formulas()).not.toEqual([]))
    button('Copy as TeX').click()
    await soon(() => expect(lab.notice()?.text).toBe('Copied.'))
    expect(written).toEqual([
      [
        '\\begin{align*}',
        "f'(x) &= \\frac{d}{dx} x^2 && \\text{derivative to find} \\\\",
        '  &= 2x && \\text{power rule}',
        '\\end{align*}'
      ].join('\n')
    ])
  })

  it('says when the clipboard refuses', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } })
    const { lab } = steps()
    open()
    await soon(() => expect(formulas()).not.toEqual([]))
    button('Copy as TeX').click()
    await soon(() => expect(lab.notice()).toMatchObject({ bad: true }))
  })
})
