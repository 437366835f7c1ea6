import { blank, withFormula, withGradient, withStart, withSteps } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { withoutRun, withRun, withRunAdded, withSetting } from '@shared/experiment/runs'
import type { MinimumReport, Question, Reply } from '@shared/protocol'
import { words } from '@shared/words/index'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Comparison } from '../../../src-renderer/race/Comparison'
import { LeaderBoard } from '../../../src-renderer/race/LeaderBoard'
import { MinimumButton } from '../../../src-renderer/runs/MinimumSearch'
import { bridge } from '../../support/bridge'
import { ask } from '../../support/core-ask'
import { allNamed, button, experimentNamed, field, inLaboratory, named, shows, soon, type } from '../laboratory'

const plane = experimentNamed('descent-2d')
/** Two runs that get there, and one that does not. */
const three = (): Experiment => {
  const two = withRunAdded(withRunAdded(plane, 'momentum'), 'descent')
  const [, second, third] = two.runs
  return withSetting(withSetting(two, third?.id ?? '', 'lr', 1e60), second?.id ?? '', 'lr', 0.1)
}
const board = (experiment: Experiment) => inLaboratory((scene) => <LeaderBoard scene={scene} />, experiment)
const race = (experiment: Experiment, language: 'en' | 'ja' = 'en') =>
  inLaboratory(
    (scene) => (
      <>
        <Comparison scene={scene} />
        <MinimumButton minimum={scene.minimum} />
      </>
    ),
    experiment,
    language
  )

const rows = () => [...document.querySelectorAll('.standings tbody tr')]
const cells = (row: Element | undefined) => [...(row?.querySelectorAll('td, th') ?? [])].map((cell) => cell.textContent)

afterEach(() => {
  bridge.ask = ask
})

describe('the standings', () => {
  it('have the lowest first and who diverged last, with the reason in place of a value', async () => {
    board(three())
    await soon(() => expect(rows()).toHaveLength(3))
    expect(rows().map((row) => cells(row)[0])).toEqual(['1', '2', '–'])
    expect(cells(rows()[0])[1]).toMatch(/^Gradient descent/)
    // 41 · 0.84³⁰, after 15 steps of which each is one gradient.
    expect(Number(cells(rows()[0])[2])).toBeCloseTo(41 * 0.84 ** 30, 4)
    expect(cells(rows()[0]).slice(5, 8)).toEqual(['15', '15', '15'])
    expect(cells(rows()[2]).slice(2, 5)).toEqual(['diverged', '–', '–'])
    expect(rows()[2]?.querySelector('.bad')?.getAttribute('title')).toMatch(/^Diverged at step/)
  })

  it('show the digits by which they are ordered', async () => {
    const two = withRunAdded(plane)
    board(withSetting(two, two.runs[1]?.id ?? '', 'lr', 0.0800003))
    await soon(() => expect(rows()).toHaveLength(2))
    // 41 · 0.8399994³⁰ and 41 · 0.84³⁰
    expect(rows().map((row) => cells(row)[2])).toEqual(['0.219358', '0.219363'])
  })

  it('are ordered anew by the head of a column, which a screen reader is told', async () => {
    const { lab } = board(three())
    await soon(() => expect(rows()).toHaveLength(3))
    expect(button('Order by f').closest('th')?.getAttribute('aria-sort')).toBe('ascending')
    button('Order by distance').click()
    expect(lab.experiment().view.board).toBe('distance')
    expect(button('Order by f').closest('th')?.getAttribute('aria-sort')).toBeNull()
    expect(button('Order by distance').closest('th')?.getAttribute('aria-sort')).toBe('ascending')
  })

  it('select the run whose row or name is pressed', async () => {
    const { lab } = board(three())
    await soon(() => expect(rows()).toHaveLength(3))
    ;(rows()[1] as HTMLElement).click()
    expect(lab.run()).toBe(1)
    rows()[0]?.querySelector('button')?.click()
    expect(lab.run()).toBe(0)
    expect(rows()[0]?.getAttribute('aria-current')).toBe('true')
  })

  it('have no distances before the lowest point was found, and say so', async () => {
    const { scene } = board(three())
    await shows('Distances are known after “Find the minimum”.')
    expect(cells(rows()[0])[3]).toBe('–')
    scene.minimum.search()
    await shows('Distances are to the lowest point found, (0, 0).')
    expect(Number(cells(rows()[0])[3])).toBeCloseTo(Math.sqrt(41) * 0.84 ** 15, 3)
  })

  it('say of several equally low points that the nearest counts', async () => {
    const { scene } = board(withRunAdded(withStart(withFormula(blank(), '(x^2 - 1)^2'), [3])))
    await soon(() => expect(rows()).toHaveLength(2))
    scene.minimum.search()
    await shows('Distances are to the nearest of the lowest points found: ')
  })

  it('tell of a run whose end is being judged no outcome yet', async () => {
    const { ask } = bridge
    let judge = () => {}
    const gate = new Promise<void>((resolve) => {
      judge = resolve
    })
    vi.spyOn(bridge, 'ask').mockImplementation(async (question) => {
      if (question.name === 'verdict') await gate
      return ask(question)
    })
    board(three())
    await soon(() => expect(rows()).toHaveLength(3))
    expect(rows().map((row) => cells(row).at(-1))).toEqual(['…', '…', '…'])
    judge()
    await soon(() => expect(rows().map((row) => cells(row).at(-1))).not.toContain('…'))
  })
})

describe('the lowest point', () => {
  const found = () => document.querySelector('.lowest')?.textContent

  it('is looked for when the button is pressed, and told with what makes it sure', async () => {
    race(withFormula(plane, '(x0 - 1)^2 + 3 (x1 + 2)^2 - 4'))
    button('Find the minimum').click()
    await soon(() => expect(found()).toBe('f is lowest at (1, −2)'))
    await shows('f = −4')
    await shows('Eigenvalues of the Hessian: 2, 6. All are positive: it is a minimum.')
    await shows(/(\d+) of \1 starts ended here\./)
  })

  it('of one variable is told by f″, and without brackets', async () => {
    const { lab } = race(withFormula(blank(), 'x^4 - 3 x^2 + x'))
    button('Find the minimum').click()
    await soon(() => expect(found()).toBe('f is lowest at x = −1.30084'))
    // f″ = 12 x² − 6
    await shows('f″ = 14.31. It is positive: this is a minimum.')
    await shows('x = 1.131, f = −1.0702')
    expect(lab.experiment().comparison).toBeNull()
  })

  describe('as the search reports it', () => {
    const usual: MinimumReport = {
      point: [0, 0],
      value: 0,
      norm: 0,
      eigenvalues: [1, 2],
      kind: 'minimum',
      starts: 9,
      agreeing: 9,
      evaluations: 100,
      others: [],
      edges: [],
      unbounded: false,
      outside: null
    }
    const reported = (changes: Partial<MinimumReport>, experiment = plane) => {
      const answer = async () => ({ kind: 'answer', answer: { ...usual, ...changes } })
      bridge.ask = ((question: Question) => (question.name === 'minimum' ? answer() : ask(question))) as typeof ask
      race(experiment)
      button('Find the minimum').click()
    }

    const others = Array.from({ length: 8 }, (_, index) => ({ point: [index, 0], value: index }))
    const listed = () => [...document.querySelectorAll('.race-sheet li')].map((line) => line.textContent)

    it('is followed by five other minima, and how many more there are', async () => {
      reported({ others })
      await soon(() => expect(listed()).toHaveLength(6))
      expect(listed().slice(-2)).toEqual(['(4, 0), f = 4', 'and 3 more'])
    })

    it('is followed by no such line where there are no more', async () => {
      reported({ others: others.slice(0, 5) })
      await soon(() => expect(listed()).toHaveLength(5))
      expect(listed().at(-1)).toBe('(4, 0), f = 4')
    })

    const sheet = () => document.querySelector('.race-sheet')?.textContent ?? ''

    it('is followed by the points equally low, without the rounding of f, and then by the higher ones', async () => {
      const asLow = Array.from({ length: 7 }, (_, index) => ({ point: [index, 1], value: 1e-31, asLow: true as const }))
      reported({ others: [...asLow, ...others.slice(1, 3)] })
      await shows(words.en.race.minimum.asLow)
      await shows(words.en.race.minimum.others)
      expect(listed().slice(4)).toEqual(['(4, 1)', 'and 2 more', '(1, 0), f = 1', '(2, 0), f = 2'])
      expect(sheet()).not.toContain(words.en.race.minimum.stretch)
    })

    it('has no heading for higher ones where all are equally low', async () => {
      reported({ others: [{ point: [1, 1], value: 0, asLow: true }] })
      await shows(words.en.race.minimum.asLow)
      expect(sheet()).not.toContain(words.en.race.minimum.others)
    })

    it('is told to be one of many where they form a line or an area', async () => {
      reported({ stretch: true })
      await shows(words.en.race.minimum.stretch)
      await shows('9 of 9 starts ended here or at equally low points along it.')
    })

    // Beside 2, −1e-12 is rounding.
    it.each([
      [[1, 2], 'definite'],
      [[0, 2], 'semidefinite'],
      [[-1e-12, 2], 'semidefinite'],
      [[-0.001, 2], 'indefinite']
    ] as const)('is told by the signs of the eigenvalues %j: %s', async (eigenvalues, meaning) => {
      reported({ eigenvalues })
      await shows(words.en.race.minimum[meaning])
    })

    it.each([
      [3, 'positive'],
      [0, 'zero'],
      [-3, 'negative']
    ] as const)('is told, of one variable, by the sign of f″ = %d: %s', async (second, meaning) => {
      reported({ point: [0], eigenvalues: [second] }, blank())
      await shows(words.en.race.minimum[meaning])
    })
  })

  it('at a corner is told to have no gradient, rather than what the rules make of one there', async () => {
    race(withFormula(plane, 'abs(x0) + abs(x1)'))
    button('Find the minimum').click()
    await soon(() => expect(found()).toBe('f is lowest at (0, 0)'))
    await shows('f has a corner or a kink here, so it has no gradient.')
    expect(document.body.textContent).not.toMatch(/‖∇f‖|Hessian/)
  })

  it.each([
    ['x0^2 - x0^2 + x1^2', '0, 2. None is negative but not all are positive: they alone do not decide.'],
    ['x0^2 + 2 x1^2', '2, 4. All are positive: it is a minimum.']
  ])('of %s is told by what the curvatures say', async (formula, meaning) => {
    race(withFormula(plane, formula))
    button('Find the minimum').click()
    await shows(`Eigenvalues of the Hessian: ${meaning}`)
  })

  it('counts only the other minima that are not listed', async () => {
    race(withFormula(blank(), 'cos(20 x) + x^2/100 + x/70'))
    button('Find the minimum').click()
    await soon(() => expect(found()).toMatch(/^f is lowest at x = /))
    const items = [...document.querySelectorAll('.race-sheet li')].map((item) => item.textContent)
    expect(items.slice(0, -1)).toHaveLength(5)
    const reply = (await ask(minimumOf('cos(20 x) + x^2/100 + x/70'))) as Reply<'minimum'>
    const others = reply.kind === 'answer' ? reply.answer.others : []
    expect(others.length).toBeGreaterThan(5)
    expect(items.at(-1)).toBe(`and ${others.length - 5} more`)

    function minimumOf(formula: string): Question<'minimum'> {
      const subject = { formula, variables: ['x'], parameters: {} }
      return {
        name: 'minimum',
        slot: 'm',
        body: { subject, start: blank().start as number[], ranges: [{ min: -5, max: 5 }] }
      }
    }
  })

  it('is forgotten when f changes, and not when something else does', async () => {
    const { lab, scene } = race(plane)
    scene.minimum.search()
    await soon(() => expect(scene.minimum.report()?.point).toBeTruthy())
    lab.change((experiment) => withSteps(experiment, 20))
    expect(scene.minimum.report()).toBeDefined()
    lab.change((experiment) => withFormula(experiment, 'x0^2 + 2 x1^2'))
    expect(scene.minimum.report()).toBeUndefined()
  })

  it('is said not to be there where f falls without end within the ranges', async () => {
    race(withFormula(plane, '1/x0 + x1^2'), 'ja')
    button('最小値を探す').click()
    await shows('範囲の中で f に最小値はありません。')
    expect(found()).toBeUndefined()
  })

  it('is said to lie on the edge of the ranges, with what f does beyond and outside', async () => {
    race(withFormula(plane, 'x0 + x1^2'))
    button('Find the minimum').click()
    const { min } = plane.variables[0] as { min: number }
    await soon(() => expect(found()).toBe(`f is lowest at (−${-min}, 0)`))
    await shows(`It lies on the edge of the ranges: x0 = −${-min}.`)
    await shows('Beyond the edge f falls further.')
    await shows('On an edge ∇f need not be 0.')
    await shows('Outside of the ranges f has no minimum')
    expect(document.body.textContent).not.toContain('Hessian')
  })

  it('is not taken for that of another f, if the answer comes late', async () => {
    let answer: (reply: Reply<'minimum'>) => void = () => {}
    const late = vi.fn(() => new Promise<Reply>((resolve) => (answer = resolve as typeof answer)))
    bridge.ask = ((question: Question) => (question.name === 'minimum' ? late() : ask(question))) as typeof ask
    const { lab, scene } = race(plane)
    scene.minimum.search()
    expect(scene.minimum.working()).toBe(true)
    lab.change((experiment) => withFormula(experiment, 'x0^4 + x1^4'))
    expect(scene.minimum.working()).toBe(false)
    const old = (await ask({ name: 'minimum', slot: 'm', body: body() })) as Reply<'minimum'>
    answer(old)
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(scene.minimum.report()).toBeUndefined()

    function body() {
      const { formula, variables, start } = plane
      const subject = { formula, variables: variables.map(({ name }) => name), parameters: {} }
      return { subject, start: [...start], ranges: variables.map(({ min, max }) => ({ min, max })) }
    }
  })
})

describe('a fair comparison', () => {
  const compared = async (experiment: Experiment) => {
    const made = race(experiment)
    button('Compare').click()
    await soon(() => expect(made.lab.experiment().comparison).not.toBeNull())
    return made
  }

  it('gives every run its best rate from the shared start and the same budget, and is taken back at once', async () => {
    const before = three()
    const own = withRun(before, before.runs[1]?.id ?? '', { start: [1, 1] })
    const { lab } = await compared(own)
    const { runs, stop, comparison } = lab.experiment()
    expect(runs.map(({ start }) => start)).toEqual([null, null, null])
    // On this bowl gradient descent with 0.5 is there after one step.
    expect(runs[0]?.settings['lr']).toBe(0.5)
    expect(stop.evaluations).toBe(15)
    expect(comparison?.budget).toBe(15)
    lab.undo()
    expect(lab.experiment().runs).toEqual(own.runs)
    expect(lab.experiment().comparison).toBeNull()
    lab.redo()
    expect(lab.experiment().comparison).toEqual(comparison)
  })

  it('spends the budget that is typed, and refuses one that is none', async () => {
    const { lab } = race(withRunAdded(plane))
    type(field('Computations each may use'), '0')
    await shows('The number of evaluations must be an integer from 1 to 100\u2009\u2060000\u2009\u2060000, not 0.')
    type(field('Computations each may use'), '40')
    button('Compare').click()
    await soon(() => expect(lab.experiment().stop.evaluations).toBe(40))
  })

  it('shows what was tried in one figure, and the best of each run, as long as the runs are those', async () => {
    const { lab } = await compared(three())
    await soon(() => expect(document.querySelectorAll('.fair-comparison [role="img"]')).toHaveLength(1))
    expect(named('[role="img"]', 'What each learning rate leads to')).toBeTruthy()
    const found = () => [...document.querySelectorAll('.fair-comparison tbody tr')].map(cells)
    expect(found().map(([, rate]) => rate)).toEqual(['0.5', found()[1]?.[1], '0.5'])
    expect(found()[0]).toEqual(['Gradient descent', '0.5', '0'])
    expect(document.body.textContent).not.toContain('Something has changed')
    lab.change((experiment) => withSteps(experiment, 3))
    await shows('Something has changed since the last comparison')
    lab.undo()
    lab.change((experiment) => withoutRun(experiment, experiment.runs[0]?.id ?? ''))
    expect(found()).toHaveLength(0)
  })

  it('says of a single run that it needs another', () => {
    const { lab } = race(plane)
    expect(document.querySelector('.fair-comparison [role="status"]')?.textContent).toMatch(
      /^A comparison needs at least two/
    )
    expect(allNamed('button', 'Compare')).toHaveLength(0)
    lab.change((experiment) => withRunAdded(experiment))
    expect(allNamed('button', 'Compare')).toHaveLength(1)
  })

  it('waits for a function that can be read', () => {
    const { lab } = race(withRunAdded(plane))
    expect(button('Compare').disabled).toBe(false)
    lab.change((experiment) => withFormula(experiment, 'x0^2 +'))
    expect(button('Compare').disabled).toBe(true)
  })

  it('changes nothing where a run has no rate that works, and says which', async () => {
    const nowhere = withStart(withFormula(blank(), 'sqrt(x)'), [0])
    const { lab } = race(withRunAdded(withGradient(nowhere, { method: 'exact' })))
    button('Compare').click()
    await soon(() => expect(document.querySelector('.fair-comparison .bad')?.textContent).toMatch(/./))
    expect(lab.experiment().comparison).toBeNull()
  })
})
