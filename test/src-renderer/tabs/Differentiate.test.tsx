import {
  stepLookedAt,
  withFormula,
  withGradient,
  withPoint,
  withStepLookedAt,
  withVariable,
  withView
} from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { describe, expect, it, vi } from 'vitest'
import type { Ask } from '../../../src-renderer/answers/answer'
import type { CurveData, FlatFigure } from '../../../src-renderer/figure'
import { VariableRow } from '../../../src-renderer/function/VariableRow'
import type { PlotEvents } from '../../../src-renderer/plots/chart'
import { Differentiate } from '../../../src-renderer/tabs/Differentiate'
import { bridge } from '../../support/bridge'
import { alerts, button, experimentNamed, field, inLaboratory, named, noFile, shows, soon, type } from '../laboratory'

/** What stands for the plots on the page: what the hands do with it, and what it was last given to draw. */
interface Shown {
  readonly events: PlotEvents
  figure?: FlatFigure
}
const plots = vi.hoisted(() => new Set<Shown>())
vi.mock('../../../src-renderer/plots/chart', () => ({
  chartIn: (_: HTMLElement, events: PlotEvents) => {
    const shown: Shown = { events }
    plots.add(shown)
    return {
      update: (figure: FlatFigure) => {
        shown.figure = figure
      },
      point: () => {},
      press: () => false,
      leave: () => {},
      tell: () => {},
      destroy: () => plots.delete(shown)
    }
  }
}))
const plot = (name: FlatFigure['plot']) => [...plots].find(({ figure }) => figure?.plot === name)
const curve = () => plot('curve')?.figure?.data as CurveData | undefined

const rows = () => [...document.querySelectorAll('.numbers-table tr')].map((row) => row.textContent)

const experimentOf = (formula: string, ...point: readonly number[]) =>
  withStepLookedAt(withPoint(withFormula(experimentNamed('derivative-x2'), formula), point), 1e-4)

function show(experiment: Experiment, ask: Ask = bridge.ask, language: 'en' | 'ja' = 'en') {
  return inLaboratory(
    (_, lab) => (
      <>
        <VariableRow variable={lab.experiment().variables[0] as never} index={0} />
        <Differentiate ask={ask} file={noFile} />
      </>
    ),
    experiment,
    language
  )
}

const numbersOf = (formula: string, ...point: readonly number[]) => show(experimentOf(formula, ...point))

describe('the numbers at a point', () => {
  it('say why there are none where f has no value', async () => {
    numbersOf('sqrt(x)', -1)
    await shows('f is not defined here.')
    expect(rows().slice(0, 2)).toEqual(['f(a)–', 'f′(a), exact–'])
  })

  it.each([
    ['1/x', 0, 'f is not defined here.'],
    ['exp(800x)', 1, 'f is not defined here, or its value is too large.']
  ])('say so at a pole of %s or where it overflows, in place of infinite ones', async (formula, at, sentence) => {
    numbersOf(formula, at)
    await shows(sentence)
    expect(rows().slice(0, 2)).toEqual(['f(a)–', 'f′(a), exact–'])
    expect(rows().join()).not.toContain('∞')
  })

  it('may be infinite where f has a value: a tangent can be vertical', async () => {
    numbersOf('cbrt(x)', 0)
    await shows('its tangent is vertical')
    expect(rows().slice(0, 2)).toEqual(['f(a)0', 'f′(a), exact∞'])
  })

  it('tell the digits of a quotient that are right from the others, and how large its error is', async () => {
    numbersOf('x^3', 1)
    // 3.00030001, 2.99970001 and 3.00000001, and rounding, against 3.
    await shows('Digits in colour are significant')
    const quotients = [...document.querySelectorAll('.judged')].map((cell) => ({
      right: cell.querySelector('b')?.textContent,
      whole: Number(cell.textContent)
    }))
    expect(quotients).toEqual([
      { right: '3.00', whole: expect.closeTo(3.00030001, 9) },
      { right: '2.999', whole: expect.closeTo(2.99970001, 9) },
      { right: '3.0000000', whole: expect.closeTo(3.00000001, 9) }
    ])
    const errors = [...document.querySelectorAll('.schemes tr:not(.head) td:not(.judged)')].map(
      (cell) => cell.textContent
    )
    expect(errors).toEqual(['0.0003', '0.0001', '0.0003', '0.0001', '10⁻⁸', '3×10⁻⁹'])
    await shows('Here central is about 30 thousand times as accurate as forward.')
  })

  it('do not explain a colour that no digit has', async () => {
    numbersOf('x^3', 0)
    await soon(() => expect(document.querySelectorAll('.judged')).toHaveLength(3))
    expect(document.body.textContent).not.toContain('Digits in colour')
  })

  it('are called by what is held beside other variables', async () => {
    numbersOf('x^2 y', 3, 5)
    await shows('Held fixed: y = 5')
    expect(rows().slice(0, 3)).toEqual(['f(a, 5)45', '∂f/∂x, exact30', '∂²f/∂x²10'])
  })

  it('have no errors where there is no derivative, only a number that stands for it', async () => {
    numbersOf('abs(x)', 0)
    await shows('0 is used as the derivative.')
    expect(rows().slice(4)).toEqual(['Forward1––', 'Backward−1––', 'Central0––'])
    expect(document.querySelectorAll('.judged b:not(:empty)')).toHaveLength(0)
    expect(document.body.textContent).not.toContain('Digits in colour')
  })
})

describe('the picture', () => {
  it.each([
    ['sqrt(-x^2 - 1)', 'f is not defined anywhere in this range.'],
    ['exp(x^2 + 1000)', 'f is not defined anywhere in this range, or its values are too large.']
  ])('of %s is replaced by a sentence', async (formula, sentence) => {
    numbersOf(formula, 1)
    await soon(() => expect(document.querySelector('.instead')?.textContent).toBe(sentence))
  })

  it('goes to a point that was typed outside of it, as wide as it was', async () => {
    const { lab } = numbersOf('x^2', 40)
    await shows('Point a is outside the plot.')
    const { min, max } = lab.experiment().variables[0] ?? { min: 0, max: 0 }
    button('Show it').click()
    expect(lab.experiment().variables[0]).toMatchObject({ min: 40 - (max - min) / 2, max: 40 + (max - min) / 2 })
    expect(document.body.textContent).not.toContain('outside')
  })

  it('goes to a point so far away that its width would be lost there', async () => {
    const { lab } = numbersOf('x^2', -1e20)
    await shows('Point a is outside the plot.')
    button('Show it').click()
    const { min, max } = lab.experiment().variables[0] ?? { min: 0, max: 0 }
    expect(min).toBeLessThan(-1e20)
    expect(max).toBeGreaterThan(-1e20)
  })

  it('leaves the focus on the field of the point when it goes there', async () => {
    numbersOf('x^2', 40)
    await shows('Point a is outside the plot.')
    button('Show it').focus()
    button('Show it').click()
    expect(document.activeElement).toBe(field('Point a'))
  })
})

describe('the range', () => {
  it('is said to be too wide for a curve that goes up and down too fast, and only for that', async () => {
    const { lab } = numbersOf('sin(x)', 1)
    const sentence = 'f oscillates too fast to be drawn over this range'
    await soon(() => expect(curve()).toBeDefined())
    expect(document.body.textContent).not.toContain(sentence)
    lab.change((experiment) => withVariable(experiment, 'x', { min: -1e300, max: 1e300 }))
    await shows(sentence)
  })
})

describe('what the hands do', () => {
  it.each([
    ['point', [2, 3, 4], ({ point }: Experiment) => point[0], 4],
    ['h', [2, 3, 4], stepLookedAt, 3]
  ] as const)('with %s is one change to be undone', async (handle, places, number, last) => {
    const { lab } = numbersOf('x^2', 1)
    await soon(() => expect(plot('curve')).toBeDefined())
    const before = number(lab.experiment())
    for (const x of places) plot('curve')?.events.drag?.(handle, x, 0, false)
    expect(number(lab.experiment())).toBe(last)
    lab.undo()
    expect(number(lab.experiment())).toBe(before)
  })

  it('with h begins where it is, ends with the hand, and never goes beyond a', async () => {
    const { lab } = numbersOf('x^2', 1)
    await soon(() => expect(plot('curve')).toBeDefined())
    const drag = (x: number, done = false) => {
      plot('curve')?.events.drag?.('h', x, 0, done)
      return stepLookedAt(lab.experiment())
    }
    expect([drag(1.3), drag(4), drag(4, true)]).toEqual([1e-4, 3, 3])
    // Taken hold of anew, beside the grip.
    expect([drag(3.9), drag(2.9)]).toEqual([3, 2])
    const beyond = [drag(0.5), drag(-1), drag(-2, true)]
    for (const h of beyond) expect(h).toBeGreaterThan(0)
    expect(Math.max(...beyond)).toBeLessThan(0.01)
  })

  it('with h in the chart of errors is one change, too', async () => {
    const { lab } = numbersOf('x^2', 1)
    await soon(() => expect(plot('errors')).toBeDefined())
    for (const exponent of [-3, -2, -1]) plot('errors')?.events.drag?.('h', exponent, 0, false)
    expect(stepLookedAt(lab.experiment())).toBe(0.1)
    lab.undo()
    expect(stepLookedAt(lab.experiment())).toBe(1e-4)
  })

  it('with a negative h in the chart of errors leaves its sign', async () => {
    const { lab } = show(withStepLookedAt(experimentOf('x^2', 1), -0.1))
    await soon(() => expect(plot('errors')).toBeDefined())
    plot('errors')?.events.drag?.('h', -3, 0, false)
    expect(stepLookedAt(lab.experiment())).toBe(-1e-3)
  })
})

describe('the microscope', () => {
  it('follows h from the curve to the stairs, and says how many doubles there are', async () => {
    const { lab } = show(experimentOf('x^2', 3))
    lab.inspect('lens')
    await soon(() => expect(plot('lens')?.figure?.data).toMatchObject({ width: 6 * 1e-4, tangent: 6, doubles: null }))
    lab.change((experiment) => withStepLookedAt(experiment, 1e-15))
    await soon(() => expect(plot('lens')?.figure?.data).toMatchObject({ inSight: 15, curve: null }))
    await soon(() => shows('doubles in view: 15. Each is a dot'))
    lab.change((experiment) => withStepLookedAt(experiment, 0))
    await soon(() => shows('Nothing to magnify'))
  })
})

describe('a scheme', () => {
  it('is looked at in the quotient, the secant and the chart without being used', async () => {
    const { lab } = show(withStepLookedAt(withGradient(experimentOf('x^3', 1), { method: 'exact' }), 0.5))
    const shown = () => [curve()?.secant?.slope, (plot('errors')?.figure?.data as { scheme?: string })?.scheme]
    await soon(() => expect(shown()).toEqual([4.75, 'forward']))
    named<HTMLLabelElement>('label', 'Central').click()
    await soon(() => expect(shown()).toEqual([3.25, 'central']))
    expect(lab.experiment().gradient.method).toBe('exact')
    lab.change((experiment) => withGradient(experiment, { method: 'backward' }))
    await soon(() => expect(shown()).toEqual([1.75, 'backward']))
  })
})

describe('while an answer is under way', () => {
  /** Lets the first answers to questions of this name through and then none. */
  function heldBack(name: string) {
    let isHeld = false
    const ask: Ask = (question) => (isHeld && question.name === name ? new Promise(() => {}) : bridge.ask(question))
    return {
      ask,
      hold: () => {
        isHeld = true
      }
    }
  }

  it('the point, its tangent and its numbers stay together', async () => {
    const { ask, hold } = heldBack('point')
    const { lab } = show(experimentOf('x^2', 1), ask)
    await soon(() => expect(curve()?.point).toMatchObject({ at: 1, value: 1 }))
    hold()
    lab.change((experiment) => withPoint(experiment, [3]))
    await new Promise((done) => setTimeout(done, 50))
    expect(curve()?.point).toMatchObject({ at: 1, value: 1 })
    expect(curve()?.secant?.from).toEqual({ x: 1, value: 1 })
    expect(rows().slice(0, 2)).toEqual(['f(a)1', 'f′(a), exact2'])
  })

  it('no second derivative stands under the name of another', async () => {
    const { ask, hold } = heldBack('point')
    const { lab } = show(experimentOf('x^2 y^3', 1, 2), ask)
    await soon(() => expect(rows()[2]).toBe('∂²f/∂x²16'))
    hold()
    lab.change((experiment) => withView(experiment, { axes: [1, 0] }))
    await new Promise((done) => setTimeout(done, 50))
    expect(rows().slice(0, 3)).toEqual(['f(a, 2)8', '∂f/∂x, exact16', '∂²f/∂x²16'])
    expect(curve()?.variable).toBe('x')
    expect(curve()?.secondSlope).toBe(16)
  })

  it('no curve is drawn under the name of another', async () => {
    const { ask, hold } = heldBack('curve')
    const { lab } = show(experimentOf('x^2 y^3', 1, 2), ask)
    await soon(() => expect(curve()?.variable).toBe('x'))
    hold()
    lab.change((experiment) => withView(experiment, { axes: [1, 0] }))
    await soon(() => expect(rows()[1]).toBe('∂f/∂y, exact12'))
    await new Promise((done) => setTimeout(done, 30))
    expect(curve()?.variable).toBe('x')
  })
})

describe('what cannot be used', () => {
  const stale = () =>
    [...document.querySelectorAll('.plot.stale h3 > span:first-child')].map((title) => title.textContent)

  it('as a function greys what is of the one before: a problem of the curve', async () => {
    let isRefused = false
    const ask: Ask = async (question) =>
      isRefused && question.name === 'curve'
        ? { kind: 'problem', problem: { code: 'difference-step', values: {} } }
        : bridge.ask(question)
    const { lab } = show(experimentOf('x^2', 1), ask)
    await soon(() => expect(curve()).toBeDefined())
    expect(stale()).toEqual([])
    isRefused = true
    lab.change((experiment) => withFormula(experiment, 'x^3'))
    await soon(() => expect(stale()).toEqual(['Curve', 'Derivative f′']))
  })

  it.each(['0', 'NaN', 'abc', ''])('as h greys all that is made with it, and is told there: “%s”', async (typed) => {
    numbersOf('x^3', 1)
    await shows('Digits in colour')
    type(field('Step size h'), typed)
    const [sentence] = alerts()
    expect(document.querySelector('.point-numbers .bad')?.textContent).toBe(sentence)
    expect(document.querySelectorAll('.schemes.faded, .faded .quotient')).toHaveLength(2)
    expect(stale()).toEqual(['Error against h'])
    type(field('Step size h'), '0.1')
    expect([stale(), document.querySelectorAll('.faded').length]).toEqual([[], 0])
  })

  it('as a range greys the plots until the field is left or mended', async () => {
    numbersOf('x^2', 1)
    await soon(() => expect(curve()).toBeDefined())
    const end = field('Upper end of the range of x')
    type(end, '-50')
    expect(alerts()).toEqual(['The lower end must be smaller than the upper end.'])
    expect(stale()).toEqual(['Curve', 'Derivative f′', 'Error against h'])
    end.dispatchEvent(new FocusEvent('blur'))
    expect(stale()).toEqual([])
  })
})

describe('a quotient', () => {
  it.each([
    ['1/x', 0, 'f has a pole between a − h and a + h'],
    ['tan(x)', 1.5707963, 'f has a pole between a − h and a + h'],
    ['floor(x)', 1, 'f jumps between a − h and a + h'],
    ['sin(x)/x', 0, 'The central difference uses f only on either side of a']
  ])('of %s at %d that is no slope says why, and nothing is said of its digits', async (formula, a, sentence) => {
    numbersOf(formula, a)
    await shows(sentence)
    expect(document.body.textContent).not.toContain('as accurate as')
  })

  it('is compared with the forward one', async () => {
    // Errors of e^x at 0: forward e − 2, backward 1/e, central sinh 1 − 1. Only against forward is central four times better.
    show(withStepLookedAt(experimentOf('exp(x)', 0), 1))
    await shows('Here central is about 4 times as accurate as forward.')
  })

  it('is compared in Japanese as numbers are written there', async () => {
    show(experimentOf('x^3', 1), bridge.ask, 'ja')
    await shows('前進差分の約 3 万倍正確です。')
    document.body.innerHTML = ''
    show(withStepLookedAt(experimentOf('exp(x)', 0), 1), bridge.ask, 'ja')
    await shows('前進差分の約 4 倍正確です。')
  })

  it('with a negative h is told to be the other one-sided one', async () => {
    show(withStepLookedAt(experimentOf('x^2', 1), -0.1))
    await shows('h is negative: forward is now what backward is with |h|')
  })
})
