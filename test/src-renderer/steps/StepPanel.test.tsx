import { blank, withFormula, withStart } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { withMethod, withNoise, withSchedule, withScheduleSetting, withSetting } from '@shared/experiment/runs'
import { describe, expect, it } from 'vitest'
import { StepPanel } from '../../../src-renderer/steps/StepPanel'
import { plainTeX } from '../../support/plain-tex'
import { button, experimentNamed, inLaboratory, named, shows, soon } from '../laboratory'

const plane = experimentNamed('descent-2d')
const panel = (experiment = plane) => inLaboratory((scene) => <StepPanel scene={scene} />, experiment)
/** With what moved the point as a table, and as arrows on the plots. */
const withParts = (experiment: Experiment): Experiment => ({
  ...experiment,
  view: { ...experiment.view, arrows: 'all' }
})
const formulas = () => typeset('p:not(.arrival) annotation, td annotation, th annotation')
/** Where the step led. */
const arrival = () => typeset('.arrival annotation')
const typeset = (where: string) =>
  [...document.querySelectorAll(where)].map((source) => plainTeX(source.textContent ?? ''))
/** The cells of a table, row by row. */
const rows = (name: string) =>
  [...named('table', name).querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => (cell.querySelector('annotation') ?? cell).textContent ?? '')
  )
const sentences = () => [...document.querySelectorAll('p.reason')].map((line) => line.textContent)

describe('the panel of a step', () => {
  it('at the start says that it begins here', () => {
    panel()
    expect(document.querySelector('h3')?.textContent).toContain('Step 0: the start')
    expect(formulas()).toEqual([])
  })

  it('says of a run that no plot draws that it is hidden, and shows it again', () => {
    const { lab } = panel({ ...plane, view: { ...plane.view, hidden: plane.runs.map(({ id }) => id) } })
    button('Show it in the plots').click()
    expect(lab.experiment().view.hidden).toBeUndefined()
    expect(document.body.textContent).not.toContain('hidden')
  })

  it('shows the rule, its numbers, and what they mean', async () => {
    const { lab } = panel()
    lab.selectStep(1)
    await soon(() =>
      expect(formulas()).toEqual([
        '\\nabla f = (8,\\ 10)',
        'x \\leftarrow x - \\eta\\nabla f',
        'x_0:\\ 4 - 0.08 \\times 8 = 3.36',
        'x_1:\\ 5 - 0.08 \\times 10 = 4.2'
      ])
    )
    expect(arrival()).toEqual(['x_0:\\ 4 \\to 3.36', 'x_1:\\ 5 \\to 4.2', 'f:\\ 41 \\to 28.93'])
    expect(document.querySelector('.arrival .fallen')?.textContent).toContain('12.1')
    expect(sentences()).toEqual([
      '∂f/∂x₀ is positive, so x₀ went down by 0.64.',
      '∂f/∂x₁ is positive, so x₁ went down by 0.8.'
    ])
    expect(document.querySelector('h3')?.textContent).toContain('Gradient descent')
  })

  it('keeps a step in view, under its own number, until the selected one is known', async () => {
    const { lab } = panel()
    lab.selectStep(1)
    await soon(() => expect(formulas()[2]).toBe('x_0:\\ 4 - 0.08 \\times 8 = 3.36'))
    lab.selectStep(2)
    expect(formulas()[2]).toBe('x_0:\\ 4 - 0.08 \\times 8 = 3.36')
    expect(document.querySelector('h3')?.textContent).toContain('Step 1')
    await soon(() => expect(document.querySelector('h3')?.textContent).toContain('Step 2'))
    expect(formulas()[2]).toBe('x_0:\\ 3.36 - 0.08 \\times 6.72 = 2.8224')
  })

  it('has as many digits as a small move needs', async () => {
    const { lab } = panel(withSetting(plane, 'run-1', 'lr', 1e-10))
    lab.selectStep(1)
    await soon(() => expect(formulas()[2]).toBe('x_0:\\ 4 - 10^{-10} \\times 8 = 3.9999999992'))
    expect(arrival().at(-1)).toBe('f:\\ 41 \\to 40.9999999836')
  })

  it('has weight decay among what moved it, so that the parts add up', async () => {
    const decayed = withSetting(withMethod(plane, 'run-1', 'adamw', 'library'), 'run-1', 'weight_decay', 0.5)
    const { lab } = panel(withParts(withSetting(decayed, 'run-1', 'lr', 0.1)))
    lab.selectStep(4)
    await soon(() =>
      expect(rows('What moved it').map(([name]) => name)).toEqual(
        expect.arrayContaining(['memory', 'this gradient’s part', 'weight decay', 'this step'])
      )
    )
    const cells = new Map(rows('What moved it').map(([name, ...values]) => [name, values]))
    const worth = (name: string) => Number(cells.get(name)?.[0]?.replaceAll('−', '-'))
    const sum = worth('memory') + worth('this gradient’s part') + worth('weight decay')
    expect(sum).toBeCloseTo(worth('this step'), 3)
    lab.change((experiment) => withSetting(experiment, 'run-1', 'weight_decay', 0))
    await soon(() => expect(rows('What moved it').map(([name]) => name)).not.toContain('weight decay'))
  })

  it('calls the one derivative there is f′', async () => {
    const { lab } = panel(experimentNamed('descent-1d'))
    lab.selectStep(1)
    await shows('f′(x) is positive, so x went down by')
  })

  it('shows the coordinates that moved most, and says of how many', async () => {
    const { lab } = panel(withFormula(plane, 'x0^2/99 + x1^2 + 3x2^2 + 2x3^2'))
    lab.selectStep(1)
    await shows('Shown: x₁, x₂, x₃, which moved most of the 4 variables.')
  })

  it('says the same in Japanese', async () => {
    const { lab } = panel()
    lab.prefer({ language: 'ja' })
    lab.selectStep(1)
    await shows(/∂f\/∂x₀ が正なので、x₀ は減る向きへ 0.64 動きました。/)
  })

  it('says what did not move, and what moved up', async () => {
    const { lab } = panel(withStart(plane, [0, -5]))
    lab.selectStep(1)
    await soon(() => expect(sentences()).toEqual(['x₀ did not move.', '∂f/∂x₁ is negative, so x₁ went up by 0.8.']))
  })

  it('gives the memory a line of its own, with what it is', async () => {
    const { lab } = panel(withMethod(plane, 'run-1', 'momentum', 'book'))
    lab.selectStep(2)
    await soon(() => expect(formulas()[1]).toBe('v \\leftarrow \\mu v - \\eta\\nabla f'))
    expect(document.body.textContent).toContain(lab.words().methods.lines.momentum.v)
  })

  it('tells what memory and gradient did where momentum carried the point against the slope', async () => {
    // The ball from 4: v ← 0.9v − 0.08 · 2x, x ← x + v. Behind 0 the slope is negative, and it still goes down.
    let [x, v, old, step] = [4, 0, 0, 0]
    do {
      step++
      old = v
      v = 0.9 * v - 0.08 * 2 * x
      x += v
    } while (!(x - v < 0 && v < 0))
    const { lab } = panel(withMethod(plane, 'run-1', 'momentum', 'book'))
    lab.change((experiment) => withSetting(experiment, 'run-1', 'lr', 0.08))
    lab.selectStep(step)
    const three = (value: number) => Number(Math.abs(value).toPrecision(3))
    await soon(() =>
      expect(sentences()[0]).toBe(
        `x₀: memory −${three(0.9 * old)}, this gradient’s part +${three(v - 0.9 * old)}, together −${three(v)}. ` +
          'The gradient alone would raise x₀; memory is stronger.'
      )
    )
  })

  it('answers why Adam went there at step 7: by about the learning rate, whatever the slope', async () => {
    const { lab } = panel(withMethod(plane, 'run-1', 'adam', 'book'))
    lab.selectStep(7)
    await shows('x₀, x₁ moved by about the learning rate 0.001')
    lab.prefer({ language: 'ja' })
    await shows('x₀、x₁ の幅は、ほぼ学習率 0.001 です。')
  })

  it('shows the learning rate a schedule has made, with the share', async () => {
    const { lab } = panel(withScheduleSetting(withSchedule(plane, 'run-1', 'exponential'), 'run-1', 'gamma', 0.5))
    lab.selectStep(2)
    await soon(() => expect(formulas()[1]).toBe('\\eta = 0.08 \\times 0.5 = 0.04'))
    await shows('the learning rate of this step')
  })

  it('shows the gradient without noise, the noise, and what the run saw', async () => {
    const { lab } = panel(withNoise(plane, 'run-1', { sigma: 1, seed: 7 }))
    lab.selectStep(1)
    await soon(() => expect(formulas()[0]).toMatch(/^\\nabla f = \(8,\\ 10\) \+ \(.*\) = \(.*\)$/))
    const [exact = [], noise = [], seen = []] = [...(formulas()[0] ?? '').matchAll(/\(([^)]*)\)/g)].map(
      ([, list = '']) => list.split(',\\ ').map(Number)
    )
    for (const axis of [0, 1]) expect((exact[axis] ?? 0) + (noise[axis] ?? 0)).toBeCloseTo(seen[axis] ?? Number.NaN, 3)
  })

  it('shows memory before and after for each coordinate', async () => {
    const { lab } = panel(withParts(withMethod(plane, 'run-1', 'momentum', 'book')))
    lab.change((experiment) => withSetting(experiment, 'run-1', 'lr', 0.1))
    lab.selectStep(2)
    // By hand: v = −0.1 · 8 = −0.8, x = 3.2; then v = 0.9 · (−0.8) − 0.1 · 6.4 = −1.36.
    await soon(() => expect(rows('What moved it').at(-1)).toEqual(['v', '−0.8 → −1.36', '−1 → −1.7', '']))
    expect(rows('What moved it').map(([name]) => name)).toEqual([
      'What moved it',
      '−∇f',
      'memory',
      'this gradient’s part',
      'this step',
      'v'
    ])
  })

  it('says once what is true of two coordinates', async () => {
    const { lab } = panel(withMethod(withStart(plane, [4, 4]), 'run-1', 'momentum', 'book'))
    lab.selectStep(2)
    await soon(() =>
      expect(sentences()[0]).toMatch(/^x₀, x₁: memory −\S+, this gradient’s part −\S+, together −\S+\.$/)
    )
  })

  it('says which arrows the plots show', () => {
    const { lab } = panel()
    const check = document.querySelector<HTMLInputElement>('.step-panel input[type="checkbox"]')
    check?.click()
    expect(lab.experiment().view.arrows).toBe('all')
    check?.click()
    expect(lab.experiment().view.arrows).toBe('gradient')
  })

  it('shows all coordinates of many when asked to', async () => {
    const { lab } = panel(withFormula(plane, 'x0^2/99 + x1^2 + 3x2^2 + 2x3^2'))
    lab.selectStep(1)
    await shows('of the 4 variables.')
    button('Show all').click()
    await soon(() => expect(formulas().filter((tex) => tex?.startsWith('x_'))).toHaveLength(4))
    button('Show fewer').click()
    await soon(() => expect(formulas().filter((tex) => tex?.startsWith('x_'))).toHaveLength(3))
  })

  it('shows the corners of a simplex before and after, with f, and one sentence where the lowest stayed', async () => {
    const { lab } = panel(withMethod(plane, 'run-1', 'nelder-mead', 'book'))
    lab.selectStep(1)
    await soon(() => expect(rows('Corners of the simplex')).toHaveLength(5))
    const [heads, names, ...corners] = rows('Corners of the simplex')
    expect(heads).toEqual(['Corners of the simplex', 'before (dashed)', 'after (full)'])
    expect(names).toEqual(['corner', 'x₀', 'x₁', 'f', 'x₀', 'x₁', 'f'])
    // f = x₀² + x₁² of every corner, the best first.
    for (const [, ...cells] of corners) {
      for (const [a = 0, b = 0, f = 0] of [cells.slice(0, 3), cells.slice(3)].map((part) => part.map(Number)))
        expect(f).toBeCloseTo(a * a + b * b, 2)
    }
    const heights = corners.map((cells) => Number(cells.at(-1)))
    expect(heights).toEqual([...heights].sort((a, b) => a - b))
    // They are those of the function that was read, while the text is none.
    lab.change((experiment) => ({ ...experiment, formula: `${experiment.formula} +` }))
    expect(rows('Corners of the simplex').slice(2)).toEqual(corners)
  })

  it('shows the trust radius, and as what it is drawn', async () => {
    const { lab } = panel(withMethod(plane, 'run-1', 'trust-region', 'book'))
    lab.selectStep(1)
    await shows('the radius of the trust region: the dashed circle')
    expect(formulas()).toContain('\\Delta = 1')
  })

  it('shows what a line search tried where it found no way, and that the run had ended after that', async () => {
    // From 1 the first step ends at 0, where every step leads up.
    const pointed = withFormula({ ...blank(), start: [1] }, 'max(x, -3x)')
    const { lab } = panel(withMethod(pointed, 'run-1', 'armijo', 'book'))
    lab.selectStep(2)
    await shows('No step was found that goes on from here')
    expect(rows('Points tried').length).toBeGreaterThan(4)
    lab.selectStep(3)
    await shows('This run had ended before this step.')
    expect(document.body.textContent).not.toContain('No step was found')
  })

  it('shows the step that led out of the domain of f, and that the run had ended after that', async () => {
    // √x from 0.04 by 0.1: 1/(2 · 0.2) = 2.5, and 0.04 − 0.1 · 2.5 = −0.21.
    const rooted = withSetting(withFormula({ ...blank(), start: [0.04] }, 'sqrt(x)'), 'run-1', 'lr', 0.1)
    const { lab } = panel(rooted)
    lab.selectStep(1)
    await shows('Where this step leads, f is not defined')
    expect(formulas()).toContain('x:\\ 0.04 - 0.1 \\times 2.5 = -0.21')
    expect(arrival()).toEqual(['x:\\ 0.04 \\to -0.21'])
    lab.selectStep(2)
    await shows('This run had ended before this step.')
  })

  it('of a run that cannot begin says why, and promises no first step', async () => {
    panel(withFormula({ ...blank(), start: [-1] }, 'log(x)'))
    await shows('The function is not defined at the start −1.')
    expect(document.body.textContent).not.toContain('One step forward')
  })

  it('tells −∇f as the step saw it from −∇f without noise', async () => {
    const { lab } = panel(withParts(withNoise(plane, 'run-1', { sigma: 1 })))
    lab.selectStep(5)
    await soon(() => expect(rows('What moved it').map(([name]) => name)).toContain('−∇f without noise'))
    const cells = new Map(rows('What moved it').map(([name, ...values]) => [name, values]))
    const parts = (name: string) => (cells.get(name) ?? []).slice(0, 2).map((text) => Number(text.replaceAll('−', '-')))
    const [seen, exact, move] = ['−∇f with noise', '−∇f without noise', 'this step'].map(parts)
    for (const axis of [0, 1]) {
      expect(move?.[axis]).toBeCloseTo(0.08 * (seen?.[axis] ?? Number.NaN), 2)
      expect(exact?.[axis]).not.toBe(seen?.[axis])
    }
  })

  it('says of what an algorithm remembers what it is, and how it has changed', async () => {
    const { lab } = panel(withMethod(plane, 'run-1', 'trust-region', 'book'))
    lab.selectStep(1)
    await shows('radius of the trust region')
    // x₀² + x₁² is its own parabola: the radius doubles.
    expect(formulas()).toContain('\\Delta = 1 \\to 2')
  })

  it('says when the run had ended before', async () => {
    // √x from 0.04 by 0.1: the first step leads to −0.21, where there is no root.
    const { lab, scene } = panel(withFormula({ ...blank(), start: [0.04] }, 'sqrt(x)'))
    await soon(() => expect(scene.reports()?.[0]).toMatchObject({ stop: 'left-domain' }))
    lab.selectStep(20)
    await shows('This run had ended before this step.')
  })
})
