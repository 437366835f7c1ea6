import { agrees } from '@core/symbolic/checked'
import { readableDerivative } from '@core/symbolic/derivative'
import { symbols } from '@core/symbolic/length'
import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import { expect, test } from 'vitest'
import { textbookDerivatives } from '../support/textbook-derivatives'
import { tally } from '../support/truth'

const names = ['x', 'a', 'b', 'c', 'd']

test('derivatives of textbooks are hardly longer than a teacher would write them', { timeout: 120_000 }, () => {
  const check = 'length of textbook derivatives'
  const { wrong } = tally({ check, oracle: 'the best form, typed by hand' }, textbookDerivatives, ([text, best]) => {
    const [f, typed] = [parse(text, { names }).tree, parse(best, { names }).tree]
    if (!agrees(f, 'x', typed, names)) return { wrong: `${best} is not the derivative of ${text}` }
    const derivative = readableDerivative(f, 'x', ['x'])
    if (!derivative || !agrees(f, 'x', derivative, names)) return { wrong: `${text} has none` }
    const [is, least] = [symbols(derivative), symbols(typed)]
    if (is < 1.3 * least) return 'right'
    return { wrong: `${text}: ${print(derivative)} (${is}) instead of ${best} (${least})` }
  })
  expect(wrong).toEqual([])
})
