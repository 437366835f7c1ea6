import { withFormula, withSteps } from '@shared/experiment/edit'
import { withRunAdded, withSetting } from '@shared/experiment/runs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { StepTable } from '../../../src-renderer/steps/StepTable'
import { bridge } from '../../support/bridge'
import { ask } from '../../support/core-ask'
import { button, experimentNamed, inLaboratory, shows, soon } from '../laboratory'

const plane = experimentNamed('descent-2d')
const table = (experiment = plane) => inLaboratory((scene) => <StepTable scene={scene} />, experiment)
const rows = () => [...document.querySelectorAll('tbody tr')].filter((row) => row.querySelector('td'))
const cells = (row: Element | undefined) => [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)

// happy-dom lays nothing out.
beforeEach(() => void vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(210))
afterEach(() => void vi.restoreAllMocks())

describe('the table of steps', () => {
  it('has a row a step: point, value, size of the gradient', async () => {
    table()
    await soon(() => expect(rows()).toHaveLength(16))
    expect(cells(rows()[0])).toEqual(['0', '4', '5', '41', '12.81'])
    expect(cells(rows()[1])).toEqual(['1', '3.36', '4.2', '28.93', '10.76'])
  })

  it('marks the selected step, and selects the one that is clicked', async () => {
    const { lab } = table()
    await soon(() => expect(rows()).toHaveLength(16))
    lab.selectStep(3)
    expect(
      rows()
        .map((row) => row.classList.contains('on'))
        .indexOf(true)
    ).toBe(3)
    expect(
      rows()
        .map((row) => row.getAttribute('aria-current'))
        .indexOf('step')
    ).toBe(3)
    rows()[5]?.dispatchEvent(new Event('click', { bubbles: true }))
    expect(lab.step()).toBe(5)
  })

  it('keeps only the visible rows of a long run in the page, and says how many there are', async () => {
    table(withSteps(plane, 1500))
    await soon(() => expect(rows().length).toBeGreaterThan(5))
    expect(rows().length).toBeLessThan(60)
    expect(document.querySelector('table')?.getAttribute('aria-rowcount')).toBe('1502')
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('2')
  })

  it('shows the rows that were scrolled to', async () => {
    table(withSteps(plane, 1500))
    await soon(() => expect(rows().length).toBeGreaterThan(5))
    const scroller = document.querySelector('.scroller') as HTMLElement
    scroller.scrollTop = 21 * 1000
    scroller.dispatchEvent(new Event('scroll'))
    const shown = rows().map((row) => Number(cells(row)[0]))
    expect(shown).toEqual(Array.from({ length: 22 }, (_, place) => 994 + place))
  })

  it('tells rows apart that differ in a late digit only', async () => {
    table(withSetting(plane, 'run-1', 'lr', 1e-9))
    await soon(() => expect(rows()).toHaveLength(16))
    // x ← x (1 − 2η): 4 (1 − 2e-9)^k.
    expect(cells(rows()[0])?.slice(1, 3)).toEqual(['4', '5'])
    expect(cells(rows()[1])?.slice(1, 3)).toEqual(['3.99999999', '4.99999999'])
    expect(cells(rows()[2])?.slice(1, 3)).toEqual(['3.999999984', '4.99999998'])
  })

  it('asks for the rows of a long run that are looked at, to the very last', async () => {
    table(withSetting(withSteps(plane, 1_000_000), 'run-1', 'lr', 1e-7))
    await soon(() => expect(rows().length).toBeGreaterThan(5))
    expect(document.querySelector('table')?.getAttribute('aria-rowcount')).toBe('1000002')
    const scroller = document.querySelector('.scroller') as HTMLElement
    scroller.scrollTop = 21 * 1_000_001
    scroller.dispatchEvent(new Event('scroll'))
    await soon(() => expect(cells(rows().at(-2))[1]).not.toBe('…'))
    const last = rows().map((row) => cells(row))
    expect(last.slice(-3).map(([k]) => k)).toEqual(['999998', '999999', '1000000'])
    // x ← x (1 − 2η): 4 (1 − 2e-7)^k.
    for (const [k, x] of last.slice(-3)) expect(Number(x)).toBeCloseTo(4 * (1 - 2e-7) ** Number(k), 6)
  })

  it('never shows the rows of a run as it was before it was changed', async () => {
    const { lab } = table(withSetting(withSteps(plane, 50_000), 'run-1', 'lr', 1e-6))
    const scroller = document.querySelector('.scroller') as HTMLElement
    await soon(() => expect(rows().length).toBeGreaterThan(5))
    scroller.scrollTop = 21 * 30_003
    scroller.dispatchEvent(new Event('scroll'))
    const [before, after] = [1e-6, 2e-6].map((lr) => 4 * (1 - 2 * lr) ** 30_003)
    const shown = () => cells(rows().find((row) => cells(row)[0] === '30003'))[1]
    await soon(() => expect(Number(shown())).toBeCloseTo(before ?? NaN, 3))
    lab.change((experiment) => withSetting(experiment, 'run-1', 'lr', 2e-6))
    const seen = new Set<string | null | undefined>()
    await soon(() => {
      seen.add(shown())
      expect(Number(shown())).toBeCloseTo(after ?? NaN, 3)
    })
    // While the new runs are on their way the old ones may stay, but nothing of a mixture.
    for (const text of seen)
      expect(text === '…' || [before, after].some((x) => Math.abs(Number(text) - (x ?? 0)) < 1e-3)).toBe(true)
  })

  it('shows no row of another run under the name of the selected one', async () => {
    const two = withRunAdded(withSetting(withSteps(plane, 50_000), 'run-1', 'lr', 1e-6))
    let answerRows = () => {}
    const held = new Promise<void>((resolve) => (answerRows = resolve))
    let isHeld = false
    vi.spyOn(bridge, 'ask').mockImplementation(async (question) => {
      if (question.name === 'rows' && isHeld) await held
      return ask(question)
    })
    const { lab } = table(withSetting(two, 'run-2', 'lr', 2e-6))
    const scroller = document.querySelector('.scroller') as HTMLElement
    await soon(() => expect(rows().length).toBeGreaterThan(5))
    scroller.scrollTop = 21 * 30_003
    scroller.dispatchEvent(new Event('scroll'))
    const shown = () => cells(rows().find((row) => cells(row)[0] === '30003'))[1]
    const place = (lr: number) => 4 * (1 - 2 * lr) ** 30_003
    await soon(() => expect(Number(shown())).toBeCloseTo(place(1e-6), 3))
    isHeld = true
    lab.selectRun(1)
    await soon(() => expect(shown()).toBe('…'))
    answerRows()
    await soon(() => expect(Number(shown())).toBeCloseTo(place(2e-6), 3))
  })

  it('shows, if asked, what each point took', async () => {
    table()
    await soon(() => expect(rows()).toHaveLength(16))
    expect(cells(rows()[3])).toHaveLength(5)
    button('Show how many gradients and evaluations each point took').click()
    expect(cells(rows()[3]).slice(5)).toEqual(['3', '3'])
  })

  it('calls the size of the one derivative |f′|', async () => {
    table(experimentNamed('descent-1d'))
    await shows("\\lvert f'\\rvert")
  })

  it('has a column for each variable, up to fifty', async () => {
    table(withFormula(plane, `np.sum(x**2) + x[49]`))
    await soon(() => expect(rows().length).toBeGreaterThan(0))
    expect(cells(rows()[0])).toHaveLength(1 + 50 + 2)
  })
})

describe('copied', () => {
  const written = vi.fn(async (_: string) => {})
  beforeEach(() => void vi.stubGlobal('navigator', { clipboard: { writeText: written } }))
  afterEach(() => void vi.unstubAllGlobals())

  it('it has every digit of every step, for a spreadsheet', async () => {
    table()
    await soon(() => expect(rows()).toHaveLength(16))
    button('Copy all 16 rows').click()
    await soon(() => expect(written).toHaveBeenCalled())
    const lines = (written.mock.calls[0]?.[0] ?? '').split('\n').map((line) => line.split('\t'))
    expect(lines[0]).toEqual(['k', 'x0', 'x1', 'f', '‖∇f‖'])
    expect(lines).toHaveLength(17)
    const [k, x0, x1, f] = (lines[16] ?? []).map(Number)
    expect(k).toBe(15)
    expect(x0).toBeCloseTo(4 * 0.84 ** 15, 15)
    expect(f).toBe((x0 as number) * (x0 as number) + (x1 as number) * (x1 as number))
  })

  it('it has all rows of a run of which the plots have only some, and what each took', async () => {
    const { lab } = table(withSteps(plane, 20_000))
    await soon(() => expect(rows().length).toBeGreaterThan(5))
    button('Show how many gradients and evaluations each point took').click()
    button('Copy all 20\u2009\u2060001 rows').click()
    await soon(() => expect(lab.notice()?.text).toBe('Copied.'))
    const lines = (written.mock.calls.at(-1)?.[0] ?? '').split('\n').map((line) => line.split('\t'))
    expect(lines[0]).toEqual(['k', 'x0', 'x1', 'f', '‖∇f‖', 'Gradients', 'Evaluations'])
    expect(lines.slice(1).map(([k]) => Number(k))).toEqual(Array.from({ length: 20_001 }, (_, k) => k))
    expect(lines[12_346]?.slice(5)).toEqual(['12345', '12345'])
  })

  it('it says how many there are of more than a spreadsheet bears', async () => {
    table(withSteps(plane, 200_000))
    const labels = () => [...document.querySelectorAll('button')].map((one) => one.getAttribute('aria-label')).join()
    await soon(() =>
      expect(labels()).toMatch(
        /Copy [\d\u2009\u2060]+ of 200\u2009\u2060001 rows, from all over the run; export the CSV for all of them/
      )
    )
  })
})
