import { withFormula } from '@shared/experiment/edit'
import { describe, expect, it } from 'vitest'
import { ContourControls } from '../../../src-renderer/cards/ContourControls'
import { SurfaceControls } from '../../../src-renderer/cards/SurfaceControls'
import { allNamed, button, experimentNamed, field, inLaboratory, named, slider, soon, type } from '../laboratory'
import { bowlSurface, gridOf, unit } from '../plots/samples'

const plane = experimentNamed('partial-x2y2')
/** One of the choices of a group. */
const option = (group: string, name: string) =>
  [...named('[role="radiogroup"]', group).querySelectorAll('label')].find((label) => label.textContent === name)
const box = (name: string) =>
  [...document.querySelectorAll('label')]
    .find((label) => label.textContent?.trim() === name)
    ?.querySelector<HTMLInputElement>('input')
const open = async (name: string) => {
  button(name).click()
  await soon(() => named('[role="dialog"]', name))
}
const slide = (name: string, share: number) => {
  slider(name).value = String(1000 * share)
  slider(name).dispatchEvent(new Event('input', { bubbles: true }))
}

describe('the view of a contour', () => {
  it('is set beside its title: 1 : 1 or not, and the field of −∇f', () => {
    const { lab } = inLaboratory(() => <ContourControls />, plane)
    const view = () => lab.experiment().view
    box('1 : 1')?.click()
    expect(view().square).toBe(false)
    box('−∇f field')?.click()
    expect(view().field.towards).toBe('descent')
    box('−∇f field')?.click()
    expect(view().field.towards).toBe('none')
    expect(lab.canUndo()).toBe(false)
  })

  it('is set behind a button: levels, their values, the field, the colours', async () => {
    const { lab } = inLaboratory(() => <ContourControls />, plane)
    const view = () => lab.experiment().view
    await open('View of the contour')
    slide('Number of levels', 1)
    option('Levels', 'equal area')?.click()
    box('Values on the lines')?.click()
    expect(view().contour).toEqual({ count: 60, spacing: 'area', labels: false })
    option('Gradient field', '∇f')?.click()
    slide('Number of arrows', 0)
    expect(view().field).toEqual({ towards: 'ascent', density: 4 })
    named<HTMLInputElement>('input[type="radio"]', 'Viridis').click()
    expect(view().map).toBe('viridis')
    // The switch beside the title says which field it is.
    expect(box('∇f field')?.checked).toBe(true)
  })

  it('offers the variables of its axes where there are more than two', () => {
    inLaboratory(() => <ContourControls />, withFormula(plane, 'x^2 + y^2 + z^2'))
    expect(allNamed('select', 'Horizontal axis')).toHaveLength(1)
  })
})

describe('the view of a surface', () => {
  const drawn = { min: 0.00012, max: 49.9987 }
  const controls = (tab: 'partial' | 'descend' = 'partial') =>
    inLaboratory(() => <SurfaceControls data={() => ({ ...bowlSurface, traces: [], z: drawn })} />, {
      ...plane,
      view: { ...plane.view, tab }
    })

  it('is shaded or a wireframe, with what is laid over it, linear or logarithmic', async () => {
    const { lab } = controls()
    const surface = () => lab.experiment().view.surface
    option('Style of the surface', 'Shaded')?.click()
    await open('View of the surface')
    option('Overlay', 'tangent plane')?.click()
    option('Height', 'log')?.click()
    expect(surface()).toMatchObject({ style: 'shaded', overlay: 'tangent', scale: 'log' })
  })

  it('offers logarithmic heights in one click where valleys would vanish, and takes them back', () => {
    const steep = { ...bowlSurface, traces: [], samples: gridOf((x, y) => Math.exp(2 * x) + y * y, unit, unit) }
    const { lab } = inLaboratory(() => <SurfaceControls data={() => steep} />, plane)
    const chip = () => allNamed<HTMLButtonElement>('button', lab.words().lab.plots.logHeights)
    chip()[0]?.click()
    expect(lab.experiment().view.surface.scale).toBe('log')
    chip()[0]?.click()
    expect(lab.experiment().view.surface.scale).toBe('linear')
    expect(chip()).toHaveLength(1)
  })

  it('begins typed heights with those that are drawn, and goes back to automatic ones', async () => {
    const { lab } = controls()
    const range = () => lab.experiment().view.surface.range
    await open('View of the surface')
    const automatic = () => named<HTMLInputElement>('input[type="checkbox"]', 'Range of f: automatic')
    automatic().click()
    expect(range()).toEqual({ min: 0, max: 50 })
    type(field('Upper end of the range of f'), '20')
    expect(range()).toEqual({ min: 0, max: 20 })
    type(field('Upper end of the range of f'), '-3')
    expect(range()).toEqual({ min: 0, max: 20 })
    expect(document.querySelector('[role="alert"]')?.textContent).toBe(lab.words().lab.function.rangeReversed)
    automatic().click()
    expect(range()).toBeNull()
  })

  it('begins a typed distance of grid lines with a round one, and refuses one that is not positive', async () => {
    const { lab } = controls()
    const spacing = () => lab.experiment().view.surface.spacing
    await open('View of the surface')
    named<HTMLInputElement>('input[type="checkbox"]', 'Distance of grid lines: automatic').click()
    expect(spacing()).toBe(1)
    type(field('Distance of grid lines'), '0')
    expect(spacing()).toBe(1)
    expect(document.querySelector('[role="alert"]')?.textContent).toBe('It must be greater than 0.')
  })

  it('is turned back to the standard view only after it was turned', async () => {
    const { lab } = controls()
    await open('View of the surface')
    expect(button('Back to the standard view').disabled).toBe(true)
    const camera = { alpha: 10, beta: 20, distance: 200 }
    lab.look((view) => ({ ...view, surface: { ...view.surface, camera } }))
    button('Back to the standard view').click()
    expect(lab.experiment().view.surface.camera).toBeNull()
  })

  it('has no overlay while descending, where there is no point to lay it at', async () => {
    controls('descend')
    await open('View of the surface')
    expect(allNamed('[role="radiogroup"]', 'Overlay')).toHaveLength(0)
  })
})
