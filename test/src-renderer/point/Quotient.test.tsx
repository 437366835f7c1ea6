import { withFormula, withGradient, withPoint } from '@shared/experiment/edit'
import type { Scheme } from '@shared/experiment/experiment'
import type { PointReport } from '@shared/protocol'
import { createSignal, Show } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { pointQuestion } from '../../../src-renderer/answers/questions'
import { StepControls } from '../../../src-renderer/point/point-controls'
import { Quotient } from '../../../src-renderer/point/Quotient'
import { bridge } from '../../support/bridge'
import { experimentNamed, inLaboratory, named, shows, soon } from '../laboratory'

const formulas = () => [...document.querySelectorAll('.quotient annotation')].map((source) => source.textContent)

/** The quotient of f at a, as the core answers it. */
function quotientOf(formula: string, a: number, method: Scheme | 'exact', h: number, ...rest: readonly number[]) {
  const point = [a, ...rest]
  const experiment = withGradient(withPoint(withFormula(experimentNamed('derivative-x2'), formula), point), {
    method,
    h
  })
  return inLaboratory((_, lab) => {
    const [report, setReport] = createSignal<PointReport>()
    void bridge.ask(pointQuestion(lab.subject(), point, h)).then((reply) => {
      if (reply.kind === 'answer') setReport(reply.answer)
    })
    const seen = () => withGradient(lab.experiment(), { method: lab.scheme() })
    return (
      <Show when={report()}>
        {(found) => (
          <>
            <Quotient seen={seen()} report={found()} along={0} />
            <StepControls />
          </>
        )}
      </Show>
    )
  }, experiment)
}

describe('the difference quotient', () => {
  it.each([
    [
      'forward',
      [
        '\\frac{f(a+h) - f(a)}{h}',
        '= \\frac{f(5.0001) - f(5)}{10^{-4}}',
        '= \\frac{25.00100001 - 25}{10^{-4}}',
        '= 10.0001'
      ]
    ],
    [
      'backward',
      [
        '\\frac{f(a) - f(a-h)}{h}',
        '= \\frac{f(5) - f(4.9999)}{10^{-4}}',
        '= \\frac{25 - 24.99900001}{10^{-4}}',
        '= 9.9999'
      ]
    ],
    [
      'central',
      [
        '\\frac{f(a+h) - f(a-h)}{2 \\cdot h}',
        '= \\frac{f(5.0001) - f(4.9999)}{2 \\cdot 10^{-4}}',
        '= \\frac{25.00100001 - 24.99900001}{2 \\cdot 10^{-4}}',
        '= 10'
      ]
    ]
  ] as const)('%s: with letters, with a and h, with the values of f', async (scheme, lines) => {
    quotientOf('x^2', 5, scheme, 1e-4)
    await soon(() => expect(formulas()).toEqual(lines))
  })

  it('is told from the derivative, unless only rounding parts them', async () => {
    // f′(1) = −4, f″(1) = 0: off by h²/3.
    quotientOf('x^3/3 - x^2 - 3x', 1, 'forward', 1e-4)
    await soon(() => expect(formulas().slice(-2)).toEqual([expect.stringContaining('\\frac'), '= -3.999999997']))
    document.body.replaceChildren()
    quotientOf('max(x, 1)', 1, 'forward', 1e-4)
    await soon(() => expect(formulas().at(-1)).toBe('= 1'))
  })

  it('has as many digits as a small h needs, where they are long in smaller letters', async () => {
    quotientOf('x^2', 5, 'central', 1e-10)
    await soon(() =>
      expect(formulas()[1]).toBe('= \\frac{{\\footnotesize f(5.0000000001) - f(4.9999999999)}}{2 \\cdot 10^{-10}}')
    )
    expect(formulas()[2]).toBe('= \\frac{25.000000001 - 24.999999999}{2 \\cdot 10^{-10}}')
  })

  it('has the longest values below each other, aligned at the digits that cancel', async () => {
    quotientOf('-1e-9 x/3', 5, 'forward', 1e-14)
    await soon(() =>
      expect(formulas()[2]).toMatch(
        /^= \\frac\{\\begin\{aligned\}-&1\.6666\d+ .*10\^\{-9\}\\\\\[-3pt\]-\(-&1\.6666\d+ .*\)\\end\{aligned\}\}/
      )
    )
  })

  it('of one variable among others has those held', async () => {
    quotientOf('x^2 y', 5, 'forward', 1e-4, 3)
    await soon(() =>
      expect(formulas().slice(0, 2)).toEqual([
        '\\frac{f(a+h, 3) - f(a, 3)}{h}',
        '= \\frac{f(5.0001, 3) - f(5, 3)}{10^{-4}}'
      ])
    )
  })

  it('takes a negative value in brackets', async () => {
    quotientOf('-x', 5, 'forward', 0.5)
    await soon(() => expect(formulas()[2]).toBe('= \\frac{-5.5 - (-5)}{0.5}'))
  })

  it('says so where f is not defined', async () => {
    quotientOf('sqrt(x)', 0, 'backward', 1e-4)
    await shows('No difference quotient: at one of these points f is not defined')
    expect(formulas().join()).not.toContain('NaN')
    expect(formulas()).toHaveLength(2)
  })

  it('says so at a pole', async () => {
    quotientOf('1/x', 0, 'forward', 1e-4)
    await shows('No difference quotient: at one of these points f is not defined')
    expect(formulas()).toHaveLength(2)
  })

  it('is left with letters where h is too small for a', async () => {
    quotientOf('x^2', 5, 'forward', 1e-17)
    await soon(() => expect(formulas()).toEqual(['\\frac{f(a+h) - f(a)}{h}']))
  })

  it('is that of the secant beside an exact derivative; to look at another scheme is not to use it', async () => {
    const { lab } = quotientOf('x^2', 5, 'exact', 1e-4)
    await soon(() => expect(formulas().at(-1)).toBe('= 10.0001'))
    named<HTMLLabelElement>('label', 'Central').click()
    await soon(() => expect(formulas().at(-1)).toBe('= 10'))
    expect(lab.experiment().gradient.method).toBe('exact')
  })
})
