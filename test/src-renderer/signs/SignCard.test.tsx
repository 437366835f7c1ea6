import { withFormula, withVariable, withView } from '@shared/experiment/edit'
import type { SignColumn } from '@shared/protocol'
import { words } from '@shared/words/index'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createKnowledge } from '../../../src-renderer/figures/knowledge'
import { onCurve } from '../../../src-renderer/figures/signs'
import { SignCard } from '../../../src-renderer/signs/SignCard'
import { SignReasoning } from '../../../src-renderer/signs/SignReasoning'
import { createSigns, type Signs, signsToggled } from '../../../src-renderer/signs/signs'
import { bridge } from '../../support/bridge'
import { button, experimentNamed, inLaboratory, leaveLaboratory, shows } from '../laboratory'

afterEach(leaveLaboratory)

function show(
  formula: string,
  language: 'en' | 'ja' = 'ja',
  second = true,
  onChoose: (column: SignColumn) => void = () => {}
) {
  const plain = withVariable(withFormula(experimentNamed('derivative-x2'), formula), 'x', { min: -5, max: 5 })
  const experiment = withView(plain, { signs: { second, even: false } })
  const made: Signs[] = []
  const { lab } = inLaboratory(
    (_, lab) => {
      const signs = createSigns(lab, createKnowledge(bridge.ask))
      made.push(signs)
      return (
        <>
          <SignCard signs={signs} onChoose={onChoose} />
          <SignReasoning signs={signs} />
        </>
      )
    },
    experiment,
    language
  )
  return { lab, signs: made[0] as Signs }
}

/** What is heard of each cell of a row of the table: texts and labels. */
const cells = () =>
  [...document.querySelectorAll('.sign-table tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map(
      (cell) =>
        cell.querySelector('[role="img"]')?.getAttribute('aria-label') ??
        cell.querySelector('.sr-only')?.textContent ??
        [...cell.querySelectorAll('b, annotation')].map(({ textContent }) => textContent?.trim()).join(' ')
    )
  )
const sentences = () => [...document.querySelectorAll('.sign-reasoning p')].map(({ textContent }) => textContent)

describe('the sign table', () => {
  it('has rows of signs and a last one of arrows and values, which a screen reader tells', async () => {
    show('x^3 - 3x')
    await vi.waitFor(() => expect(cells()).toHaveLength(3))
    expect(cells()).toEqual([
      ['正', '0', '負', '負', '負', '0', '正'],
      ['負', '負', '負', '0', '正', '正', '正'],
      ['増加, 上に凸', '極大 2', '減少, 上に凸', '変曲点 0', '減少, 下に凸', '極小 -2', '増加, 下に凸']
    ])
  })

  it('is one of f′ alone in English as well, with a stroke at a pole', async () => {
    show('1/x', 'en', false)
    await vi.waitFor(() => expect(cells()).toHaveLength(2))
    expect(cells()).toEqual([
      ['negative', 'not defined', 'negative'],
      ['decreasing', 'not defined', 'decreasing']
    ])
  })

  it('tells the column that is chosen, marks it, and says of it what f does; again, and none is', async () => {
    const told = vi.fn<(column: SignColumn) => void>()
    const { signs } = show('x^3 - 3x', 'ja', true, told)
    await vi.waitFor(() => expect(cells()).toHaveLength(3))
    button('0 < x < 1 の列を選ぶ').click()
    expect(told.mock.lastCall?.[0]).toMatchObject({ kind: 'gap', trial: 0.5 })
    expect(onCurve(signs.data())).toMatchObject({
      column: { min: 0, max: 1 },
      signPlaces: [{ at: -1 }, { at: 0 }, { at: 1 }]
    })
    expect(button('0 < x < 1 の列を選ぶ').getAttribute('aria-pressed')).toBe('true')
    expect(sentences().slice(0, 2)).toEqual([
      'f′(x) < 0 なので減少。',
      'f″(x) > 0 なので下に凸で、接線は曲線の下側にあります。'
    ])
    button('0 < x < 1 の列を選ぶ').click()
    expect(onCurve(signs.data()).column).toBeUndefined()
    expect(told).toHaveBeenCalledTimes(1)
  })

  it('says that there are too many columns, or that f has no values', async () => {
    show('sin(200x)', 'en')
    await shows(words.en.plots.signs.tooMany)
    leaveLaboratory()
    show('sqrt(-1 - x^2)', 'en')
    await shows(words.en.signs.nowhere)
  })

  it('is shown and hidden by the view of the document, with f″ if that is looked at', () => {
    const { view } = experimentNamed('derivative-x2')
    const shown = signsToggled(true)({ ...view, second: true })
    expect(shown.signs).toEqual({ second: true, even: false })
    expect(signsToggled(false)(shown)).toEqual({ ...view, second: true })
  })
})

describe('the reasoning', () => {
  it.each([
    [
      'x^3 - 3x',
      ['x = −1 で + から − へ：極大値 2', 'x = 0 で凹凸が入れかわる：変曲点 (0, 0)', 'x = 1 で − から + へ：極小値 −2']
    ],
    [
      'x^3',
      [
        'x = 0 では符号が変わらない：極値ではない',
        'x = 0 で凹凸が入れかわる：変曲点 (0, 0)',
        'この範囲に極値はありません。'
      ]
    ],
    ['abs(x)', ['x = 0（f′ はない）でまわりより低い：極小値 0']],
    ['1/x', ['この範囲に極値はありません。']]
  ])('of %s ends with the answer', async (formula, answer) => {
    show(formula)
    await vi.waitFor(() => expect(cells()).toHaveLength(3))
    expect(sentences().slice(-answer.length)).toEqual(answer)
  })

  it('says in English too how each follows, and which roots are only numbers', async () => {
    show('x^5 - 5x^2 + x', 'en', false)
    await vi.waitFor(() => expect(cells()).toHaveLength(2))
    expect(sentences()).toContain('≈: found numerically, to 4 digits.')
    expect(sentences().at(-1)).toMatch(/^x ≈ 1\.22\d?: from − to \+, local minimum ≈\s−3\.5/)
    const [equation] = document.querySelectorAll('.equation annotation')
    expect(equation?.textContent).toContain('5x^4 - 10x + 1 = 0')
  })

  it('names what is left open', async () => {
    show('e^(-1/x^2)', 'en', false)
    await vi.waitFor(() => expect(cells()).toHaveLength(2))
    expect(cells()[0]).toContain('not told')
    expect(sentences().at(-1)).toBe(words.en.signs.reasoning.open)
  })

  it('shows the equation as a product, and a sign tried in each gap', async () => {
    show('x^3 - 3x')
    await vi.waitFor(() => expect(cells()).toHaveLength(3))
    const [equation, roots] = [...document.querySelectorAll('.equation annotation')].map(
      ({ textContent }) => textContent
    )
    expect(equation).toContain('3x^2 - 3 = 3(x + 1)(x - 1) = 0')
    expect(roots).toBe('x = -1,\\ 1')
    const trials = [...document.querySelectorAll('.trials-scroll tr')].map((row) =>
      [...row.querySelectorAll('td annotation')].map(({ textContent }) => textContent)
    )
    expect(trials).toEqual([
      ['-3', '-0.5', '0.5', '3'],
      ['24', '-2.25', '-2.25', '24'],
      ['-18', '-3', '3', '18']
    ])
  })
})
