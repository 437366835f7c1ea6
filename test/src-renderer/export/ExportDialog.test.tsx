import { withFormula, withSteps } from '@shared/experiment/edit'
import type { Experiment, Tab } from '@shared/experiment/experiment'
import { ProblemError } from '@shared/problem'
import { createSignal } from 'solid-js'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { gridQuestion } from '../../../src-renderer/answers/questions'
import { ExportDialog } from '../../../src-renderer/export/ExportDialog'
import { savePicture } from '../../../src-renderer/export/files'
import type { ContourData, CurveData } from '../../../src-renderer/figure'
import { laidOut, usualSize } from '../../../src-renderer/figures/picture-size'
import type { gifOf } from '../../../src-renderer/pictures/gif'
import type { pngOf } from '../../../src-renderer/pictures/png'
import { shrinkingH } from '../../../src-renderer/playback/motions'
import { bridge } from '../../support/bridge'
import { alerts, button, choose, experimentNamed, field, inLaboratory, named, shows, soon, type } from '../laboratory'
import { bowlContour, unit } from '../plots/samples'

/** Stand for the drawing, which needs a real window. */
const png = vi.hoisted(() => vi.fn<typeof pngOf>(async () => new Uint8Array([137, 80, 78, 71])))
const gif = vi.hoisted(() =>
  vi.fn<typeof gifOf>(async (_, { progress }) => {
    progress?.(1, 2)
    await new Promise((resolve) => setTimeout(resolve, 30))
    return new Uint8Array([71, 73, 70])
  })
)
vi.mock('../../../src-renderer/pictures/png', () => ({ pngOf: png }))
vi.mock('../../../src-renderer/pictures/gif', () => ({ gifOf: gif }))
beforeEach(() => void vi.clearAllMocks())

const closed = vi.fn()
/** By itself over one variable: a contour has a value for each of its pixels, which takes a while. */
const dialog = async (experiment = experimentNamed('descent-1d')) => {
  const made = inLaboratory(() => <ExportDialog open={true} onOpenChange={closed} />, experiment)
  await soon(() => expect(plots().length).toBeGreaterThan(0))
  return made
}
const list = () => named<HTMLSelectElement>('select', 'Plot')
const plots = () => [...list().options].map(({ text }) => text.trim())
const kind = (name: string) => named<HTMLLabelElement>('label', name).click()
/** As soon as there is something to be saved. */
const save = async () => {
  await soon(() => expect(button('Save …').disabled).toBe(false))
  button('Save …').click()
}
const saved = () => bridge.exportFile.mock.calls.at(-1)?.[0]

describe('the dialog', () => {
  it('stops what moves, and keeps the focus while the experiment changes', async () => {
    const [open, setOpen] = createSignal(false)
    const { lab } = inLaboratory(
      () => <ExportDialog open={open()} onOpenChange={setOpen} />,
      experimentNamed('derivative-x2')
    )
    lab.animation.toggle(shrinkingH)
    setOpen(true)
    expect(lab.animation.moving()).toBeNull()
    const radio = await vi.waitFor(() => named('label', 'Picture (PNG)').querySelector('input') as HTMLInputElement)
    radio.focus()
    lab.change((experiment) => withFormula(experiment, 'x^3'))
    expect(radio.isConnected).toBe(true)
    expect(document.activeElement).toBe(radio)
  })
})

describe('exporting a picture', () => {
  it('offers the plots of the tab and saves the chosen one, at twice 1280 × 800', async () => {
    const { lab } = await dialog(experimentNamed('descent-2d'))
    expect(plots()).toEqual(['Contour', 'Surface', 'Value of f'])
    await shows('2560 × 1600 pixels')
    bridge.exportFile.mockResolvedValueOnce({ kind: 'saved', name: 'x.png' })
    choose(list(), 'loss')
    button('Save …').click()
    await soon(() => expect(saved()).toMatchObject({ name: `${lab.title()}-loss`, format: 'picture' }))
    expect(png).toHaveBeenLastCalledWith(
      expect.objectContaining({ plot: 'loss' }),
      expect.objectContaining(laidOut(usualSize))
    )
    await soon(() => expect(lab.notice()?.text).toBe('Saved “x.png”.'))
    expect(closed).toHaveBeenCalledWith(false)
  })

  it('has the size that is typed, within what can be drawn', async () => {
    await dialog()
    type(field('Width in pixels'), '640')
    await shows('1280 × 1600 pixels')
    type(field('Height in pixels'), '50')
    expect(alerts()).toEqual(['Between 200 and 4000.'])
    await shows('1280 × 1600 pixels')
  })

  it('that was not saved after all leaves the dialog as it is', async () => {
    await dialog()
    type(field('Width in pixels'), '640')
    const problem = { code: 'disk-full', values: { file: 'x.png' } } as const
    for (const reply of [{ kind: 'cancelled' }, { kind: 'problem', problem }] as const) {
      bridge.exportFile.mockResolvedValueOnce(reply)
      const before = bridge.exportFile.mock.calls.length
      await save()
      await soon(() => expect(bridge.exportFile.mock.calls.length).toBe(before + 1))
    }
    expect(closed).not.toHaveBeenCalled()
    expect(field('Width in pixels').value).toBe('640')
  })

  it('is copied as well', async () => {
    const { lab } = await dialog()
    button('Copy image').click()
    await soon(() => expect(bridge.copyImage).toHaveBeenCalledOnce())
    await soon(() => expect(lab.notice()?.text).toBe('Copied.'))
  })

  it('of what is on the screen asks for as many samples as the picture has pixels', async () => {
    const experiment = experimentNamed('descent-2d')
    const labIn = (arrangement: 'linked' | 'runs' | 'steps') =>
      inLaboratory(() => null, { ...experiment, view: { ...experiment.view, arrangement } }).lab
    const lab = labIn('linked')
    const { contour: levels } = experiment.view
    const few = { columns: 20, rows: 20, centred: true }
    const asked = gridQuestion('contour', lab.subject(), [0, 1], [0, 0], { x: unit, y: unit }, few, levels)
    const contour = { ...bowlContour, asked }
    await savePicture(lab, { plot: 'contour', title: '', data: contour })
    await savePicture(labIn('runs'), { plot: 'runs', title: '', data: { contour } })
    await savePicture(labIn('steps'), { plot: 'steps', title: '', data: { kind: 'contour', count: 16, contour } })
    const drawn = png.mock.calls.map(([{ data }]) => ('contour' in data ? data.contour : data) as ContourData)
    const counts = drawn.map(({ samples }) => samples.values.length)
    expect(counts[0]).toBeGreaterThan(900_000)
    // One run has the whole picture; small plots have small ones.
    expect(counts[1]).toBe(counts[0])
    expect(counts[2]).toBeGreaterThan(400)
    expect(counts[2]).toBeLessThan(200_000)
    expect(drawn.map(({ x }) => x)).toEqual([unit, unit, unit])
  })

  it('says why there is none', async () => {
    const { lab } = inLaboratory(
      () => <ExportDialog open={true} onOpenChange={closed} />,
      withFormula(experimentNamed('descent-2d'), 'x^')
    )
    await soon(() => expect(lab.notice()?.bad).toBe(true))
    expect(button('Save …').disabled).toBe(true)
  })
})

describe('exporting an animation', () => {
  it('offers what moves, smaller, and says how far it is', async () => {
    const { lab } = await dialog(experimentNamed('descent-2d'))
    kind('Animation (GIF)')
    await shows('800 × 600 pixels')
    expect(plots()).toEqual(['Contour', 'Surface', 'Value of f'])
    await save()
    await shows('Drawing … 50 %')
    await soon(() => expect(saved()).toMatchObject({ name: `${lab.title()}-contour`, format: 'animation' }))
    expect(gif.mock.calls[0]?.[0].length).toBeGreaterThan(10)
  })
})

describe('an animation in another tab', () => {
  const over = (id: string, tab: Tab, more: Partial<Experiment> = {}) => {
    const experiment = experimentNamed(id)
    return { ...experiment, ...more, view: { ...experiment.view, tab } }
  }

  it('takes h to 0 where a derivative is looked at, on the same axes', async () => {
    await dialog(over('derivative-x2', 'differentiate'))
    kind('Animation (GIF)')
    await soon(() => expect(plots()).toEqual(['Curve', 'Error against h', 'Microscope']))
    await save()
    await soon(() => expect(saved()).toMatchObject({ format: 'animation' }))
    const frames = gif.mock.calls[0]?.[0] ?? []
    expect(frames.length).toBeGreaterThan(30)
    const curves = frames.map(({ data }) => data as CurveData)
    expect(new Set(curves.map(({ y }) => JSON.stringify(y))).size).toBe(1)
    // The slope of the secant is that of the difference quotient; x² has 2a + h.
    const [first, last] = [curves[0], curves.at(-1)]
    for (const curve of [first, last]) {
      const h = curve?.h ?? Number.NaN
      expect(curve?.secant?.slope).toBeCloseTo(2 * (curve?.point?.at ?? Number.NaN) + h, 6)
    }
    expect([frames[0]?.title, frames.at(-1)?.title]).toEqual([
      expect.stringMatching(/· h = 1$/),
      expect.stringMatching(/· h = 1e-4$|· h = 0\.0001$/)
    ])
  })

  it('is said to have nothing to show where nothing moves, with the way to what does', async () => {
    await dialog(over('partial-x2y2', 'partial'))
    kind('Animation (GIF)')
    await shows('Nothing moves in what is shown now.')
    expect(button('Save …').disabled).toBe(true)
    button('Animate the steps (Descend)').click()
    await soon(() => expect(plots()).toEqual(['Contour', 'Surface', 'Value of f']))
    expect(button('Save …').disabled).toBe(false)
  })

  it('of no steps leads to the derivative, or to a picture', async () => {
    const { lab } = await dialog(over('descent-2d', 'descend', { steps: 0 }))
    kind('Animation (GIF)')
    await shows('Nothing moves here: there are no steps.')
    button('Animate h → 0 (Differentiate)').click()
    await soon(() => expect(plots()).toEqual(['Curve', 'Error against h', 'Microscope']))
    lab.look((view) => ({ ...view, tab: 'descend' }))
    await shows('Nothing moves here: there are no steps.')
    named<HTMLButtonElement>('.nothing-moves button', 'Picture (PNG)').click()
    await soon(() => expect(plots()).toEqual(['Contour', 'Surface', 'Value of f']))
  })
})

describe('exporting the steps', () => {
  it('shows the first rows of each run as the file has them, and says how many there are', async () => {
    const experiment = experimentNamed('learning-rate')
    await dialog(experiment)
    kind('Steps (CSV)')
    await shows(`the ${experiment.runs.length} runs: ${experiment.runs.length * (experiment.steps + 1)} rows`)
    const rows = [...document.querySelectorAll('.steps-preview tr:not(.soft)')].map((row) =>
      [...row.children].map(({ textContent }) => textContent).join()
    )
    button('Save …').click()
    await soon(() => expect(saved()?.format).toBe('table'))
    const lines = new TextDecoder().decode(saved()?.bytes).trim().split('\r\n')
    expect(rows.slice(0, 3)).toEqual(lines.slice(0, 3))
    const names = (texts: readonly string[]) => new Set(texts.slice(1).map((text) => text.split(',')[0]))
    expect(names(rows)).toEqual(names(lines))
  })

  it('is of the experiment as it is now, as a script is: undo works in dialogs', async () => {
    const { lab } = await dialog()
    kind('Steps (CSV)')
    await shows(': 16 rows')
    lab.change((experiment) => withSteps(experiment, 40))
    await shows(': 41 rows')
    kind('Python')
    await soon(() => expect(document.querySelector('pre')?.textContent).toContain('x**2'))
    lab.change((experiment) => withFormula(experiment, 'x^2 + 3'))
    await soon(() => expect(document.querySelector('pre')?.textContent).toContain('x**2 + 3'))
  })

  it('gives every step of every run', async () => {
    await dialog(experimentNamed('learning-rate'))
    kind('Steps (CSV)')
    button('Save …').click()
    await soon(() => expect(saved()?.format).toBe('table'))
    const lines = new TextDecoder().decode(saved()?.bytes).trim().split(/\r?\n/)
    const { runs, steps } = experimentNamed('learning-rate')
    expect(lines).toHaveLength(1 + runs.length * (steps + 1))
  })

  it('brings a long file in pieces and says how far it is', async () => {
    const experiment = withSteps(experimentNamed('descent-1d'), 150_000)
    bridge.exportFile.mockResolvedValueOnce({ kind: 'saved', name: 'steps.csv' })
    const { lab } = await dialog(experiment)
    kind('Steps (CSV)')
    button('Save …').click()
    await vi.waitFor(() => expect(lab.notice()?.text).toBe('Saved “steps.csv”.'), { timeout: 20_000 })
    expect(saved()).toMatchObject({ format: 'table', more: true })
    const pieces = [saved()?.bytes, ...bridge.exportMore.mock.calls.map(([{ bytes }]) => bytes)]
    expect(bridge.exportMore.mock.calls.map(([{ end }]) => end).at(-1)).toBe('keep')
    const text = pieces.map((piece) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece)).join('')
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(1 + 150_001)
    expect(lines.slice(1).every((line, step) => line.split(',')[1] === String(step))).toBe(true)
  })

  it('leaves no file behind when the dialog is closed meanwhile', async () => {
    const [open, setOpen] = createSignal(true)
    bridge.exportFile.mockImplementationOnce(async () => {
      setOpen(false)
      return { kind: 'saved', name: 'steps.csv' }
    })
    inLaboratory(
      () => <ExportDialog open={open()} onOpenChange={closed} />,
      withSteps(experimentNamed('descent-1d'), 200_000)
    )
    await soon(() => expect(plots().length).toBeGreaterThan(0))
    kind('Steps (CSV)')
    button('Save …').click()
    await vi.waitFor(() => expect(bridge.exportMore.mock.calls.map(([{ end }]) => end)).toEqual(['drop']), {
      timeout: 20_000
    })
  })

  it('is not offered where there are no runs', async () => {
    await dialog({ ...experimentNamed('partial-x2y2'), runs: [] })
    expect(document.querySelectorAll('input[type="radio"][value="table"]')).toHaveLength(0)
    expect(document.querySelectorAll('input[type="radio"][value="picture"]')).toHaveLength(1)
  })
})

describe('exporting a Python script', () => {
  it('shows it, saves it, and copies it', async () => {
    const written = vi.fn(async (_: string) => {})
    vi.stubGlobal('navigator', { clipboard: { writeText: written } })
    const { lab } = await dialog(experimentNamed('learning-rate'))
    kind('Python')
    await shows('optimizer = Descent(lr=')
    choose(named<HTMLSelectElement>('select', 'Run'), '1')
    const rate = experimentNamed('learning-rate').runs[1]?.settings['lr']
    await shows(`optimizer = Descent(lr=${rate})`)
    button('Copy as Python').click()
    await soon(() => expect(written).toHaveBeenCalled())
    const script = written.mock.calls[0]?.[0] ?? ''
    expect(script).toContain(`# ${lab.title()}: Gradient descent\n`)
    expect(script).toContain(`Descent(lr=${rate})`)
    button('Save …').click()
    await soon(() => expect(saved()?.format).toBe('python'))
    expect(new TextDecoder().decode(saved()?.bytes)).toBe(script)
    vi.unstubAllGlobals()
  })
})

describe('a size without room for all of the picture', () => {
  it('is refused in the dialog, in words, before anything is saved', async () => {
    const small = { width: 200, height: 200, leastWidth: 200, leastHeight: 330 }
    png.mockRejectedValue(new ProblemError('picture-too-small', small))
    await dialog()
    await soon(() => expect(alerts()).toEqual([expect.stringContaining('at least 200 × 330')]))
    expect(button('Save …').disabled).toBe(true)
    png.mockResolvedValue(new Uint8Array([137, 80, 78, 71]))
    type(field('Height in pixels'), '400')
    // Of the new size nothing is known yet, and nothing is drawn of the old one.
    expect(alerts()).toEqual([])
    expect(button('Save …').disabled).toBe(true)
    const drawn = png.mock.calls.length
    await soon(() => expect(button('Save …').disabled).toBe(false))
    expect(alerts()).toEqual([])
    expect(png.mock.calls.length).toBe(drawn + 1)
  })
})
