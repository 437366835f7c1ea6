import { EditorView } from '@codemirror/view'
import { blank, withFormula } from '@shared/experiment/edit'
import { describe, expect, it } from 'vitest'
import { FunctionPanel } from '../../../src-renderer/panels/FunctionPanel'
import { alerts, allNamed, button, experimentNamed, field, inLaboratory, slider, soon, type } from '../laboratory'

/** The panel around `formula`, and what typing another one does. */
function panel(formula = 'x^2', language: 'en' | 'ja' = 'en') {
  const marks: { select(): void }[] = []
  const made = inLaboratory(
    (scene) => <FunctionPanel scene={scene} editor={(editor) => marks.push(editor)} />,
    withFormula(blank(), formula),
    language
  )
  const editor = EditorView.findFromDOM(document.querySelector('.cm-editor') as HTMLElement) as EditorView
  const write = (text: string) => editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } })
  return { ...made, editor, write, select: () => marks[0]?.select() }
}
const typeset = () => [...document.querySelectorAll('.echo annotation')].map((source) => source.textContent)
const isStale = () => document.querySelector('.echo')?.classList.contains('stale')

describe('the function', () => {
  it('is shown as it was understood, with its derivative', async () => {
    panel('x^2')
    await soon(() => expect(typeset()).toEqual(['f(x) = x^2', "f'(x) = 2x"]))
  })

  it('typed anew has its own variables and derivatives', async () => {
    const { write, lab } = panel()
    write('x*y')
    expect(lab.experiment().variables.map(({ name }) => name)).toEqual(['x', 'y'])
    await soon(() =>
      expect(typeset()).toEqual([
        'f(x, y) = xy',
        '\\frac{\\partial f}{\\partial x} = y',
        '\\frac{\\partial f}{\\partial y} = x'
      ])
    )
  })

  it('whose derivative is too long says so instead', async () => {
    panel(Array.from({ length: 40 }, (_, i) => `sin(${i + 1}x)`).join('*'))
    await soon(() => expect(typeset()[1]).toBe("f'(x):\\ \\text{too long to read, or not defined}"))
  })

  it('comes back with undo, and typing joins into one change', () => {
    const { write, lab, editor } = panel()
    write('x^2+')
    write('x^2+1')
    lab.undo()
    expect(editor.state.doc.toString()).toBe('x^2')
    expect(lab.canUndo()).toBe(false)
  })

  it('is selected for the person to type over', () => {
    const { editor, select } = panel()
    select()
    expect(editor.state.selection.main).toMatchObject({ from: 0, to: 3 })
  })

  it('has a name for screen readers in both languages', () => {
    const { lab, editor } = panel()
    expect(editor.contentDOM.getAttribute('aria-label')).toBe('The function, as text')
    lab.prefer({ language: 'ja' })
    expect(editor.contentDOM.getAttribute('aria-label')).toBe('関数の式')
  })
})

describe('a text that cannot be read', () => {
  it('says why, in the language of the moment, and keeps the last function greyed', async () => {
    const { write, lab } = panel()
    await soon(() => expect(typeset()).toHaveLength(2))
    write('x^')
    const [english] = alerts()
    expect(english).toMatch(/^[A-Z].*\.$/)
    expect(isStale()).toBe(true)
    expect(typeset()).toEqual(['f(x) = x^2', "f'(x) = 2x"])
    lab.prefer({ language: 'ja' })
    expect(alerts()[0]).toMatch(/。$/)
    write('x^3')
    expect(alerts()).toEqual([])
    expect(isStale()).toBe(false)
  })

  it('is underlined at its place', async () => {
    const { write } = panel()
    write('x + + foo(x)')
    await soon(() => expect(document.querySelector('.cm-lintRange-error')).not.toBeNull())
  })
})

describe('variables and parameters', () => {
  const names = () => [...document.querySelectorAll('.variables .name annotation')].map((name) => name.textContent)

  it('appear and vanish with their letters', () => {
    const { write } = panel()
    write('a x^2 + y')
    expect(names()).toEqual(['x', 'y'])
    expect(slider('Value of the parameter a')).toBeTruthy()
    write('y^2')
    expect(names()).toEqual(['y'])
    expect(allNamed('input', 'Value of the parameter a')).toEqual([])
  })

  it('trade places by a button', () => {
    const { lab } = panel('x*y')
    button('Treat y as a parameter').click()
    expect(lab.experiment().parameters.map(({ name }) => name)).toEqual(['y'])
    expect(names()).toEqual(['x'])
    button('Treat y as a variable').click()
    expect(names()).toEqual(['x', 'y'])
  })

  it('that were edited stay when their letter goes, until they are removed', () => {
    const { write } = panel('x*y')
    type(field('Upper end of the range of y'), '9')
    write('x^2')
    expect(names()).toEqual(['x', 'y'])
    button('Remove y').click()
    expect(names()).toEqual(['x'])
  })

  it('have a range with its lower end below its upper one', () => {
    const { lab } = panel()
    type(field('Lower end of the range of x'), '6')
    expect(alerts()).toEqual(['The lower end must be smaller than the upper end.'])
    expect(lab.experiment().variables[0]).toMatchObject({ min: -5, max: 5 })
    type(field('Upper end of the range of x'), '7')
    expect(lab.experiment().variables[0]).toMatchObject({ min: -5, max: 7, pinned: true })
  })

  it('have a start', () => {
    const { lab } = panel('x*y')
    type(field('Start value of y'), '-1.5')
    expect(lab.experiment().start).toEqual([3, -1.5])
  })

  it('of a parameter is dragged or typed, beyond its slider too', () => {
    const { lab } = panel('a x^2')
    type(field('Value of the parameter a'), '42')
    expect(lab.experiment().parameters[0]?.value).toBe(42)
    expect(slider('Value of the parameter a').value).toBe('1000')
    slider('Value of the parameter a').value = '500'
    slider('Value of the parameter a').dispatchEvent(new Event('input', { bubbles: true }))
    expect(lab.experiment().parameters[0]?.value).toBe(0)
  })
})

it('indexed names are written with a low index', () => {
  inLaboratory((scene) => <FunctionPanel scene={scene} />, experimentNamed('descent-2d'))
  expect(button('Treat x₁ as a parameter')).toBeTruthy()
})
