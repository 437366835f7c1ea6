import { EditorView } from '@codemirror/view'
import { blank, withFormula, withParameter } from '@shared/experiment/edit'
import { limits } from '@shared/experiment/limits'
import { words } from '@shared/words/index'
import { For } from 'solid-js'
import { describe, expect, it, vi } from 'vitest'
import { Echo } from '../../../src-renderer/function/Echo'
import { FunctionBar } from '../../../src-renderer/function/FunctionBar'
import { ParameterRow } from '../../../src-renderer/function/ParameterRow'
import { Variables } from '../../../src-renderer/function/Variables'
import {
  alerts,
  allNamed,
  button,
  experimentNamed,
  field,
  inLaboratory,
  openSheet,
  slider,
  soon,
  type
} from '../laboratory'

/** The bar around `formula`, with what is behind its chips laid open, and what typing another one does. */
function bar(formula = 'x^2', language: 'en' | 'ja' = 'en') {
  const marks: { select(): void }[] = []
  const made = inLaboratory(
    (scene, lab) => (
      <>
        <FunctionBar scene={scene} editor={(editor) => marks.push(editor)} />
        <Echo scene={scene} />
        <Variables />
        <For each={lab.experiment().parameters.map(({ name }) => name)}>{(name) => <ParameterRow name={name} />}</For>
      </>
    ),
    withFormula(blank(), formula),
    language
  )
  const editor = EditorView.findFromDOM(document.querySelector('.cm-editor') as HTMLElement) as EditorView
  const write = (text: string) => editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } })
  return { ...made, editor, write, select: () => marks[0]?.select() }
}
const typeset = () => [...document.querySelectorAll('.echo annotation')].map((source) => source.textContent)
const isStale = () => document.querySelector('.echo')?.classList.contains('stale')

describe('a text longer than a formula may be', () => {
  const most = 'x'.padEnd(limits.formula, ' ')

  it('is refused with a sentence, whole: what is shown is what is saved', () => {
    const { lab, editor, write } = bar(most)
    expect(alerts()).toEqual([])
    editor.dispatch({ changes: { from: 1, insert: '+1' }, userEvent: 'input.paste' })
    expect(editor.state.doc.toString()).toBe(most)
    expect(lab.experiment().formula).toBe(most)
    expect(alerts()).toEqual([words.en.lab.tooLong({ most: limits.formula })])
    write('x+1')
    expect(alerts()).toEqual([])
    expect(lab.experiment().formula).toBe('x+1')
  })
})

describe('the function', () => {
  it('is shown as it was understood, with its derivative', async () => {
    bar('x^2')
    await soon(() => expect(typeset()).toEqual(['f(x) = x^2', "f'(x) = 2x"]))
  })

  it('typed anew has its own variables and derivatives', async () => {
    const { write, lab } = bar()
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

  it('of many variables shows a few derivatives, and all on request', async () => {
    bar('x y z w u v')
    await soon(() => expect(typeset()).toHaveLength(5))
    button('All 6 derivatives').click()
    expect(typeset()).toHaveLength(7)
    button('Fewer derivatives').click()
    expect(typeset()).toHaveLength(5)
  })

  it('is copied as TeX, and so is each derivative', async () => {
    const written: string[] = []
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } })
    const { lab } = bar('x^2 y')
    await soon(() => expect(typeset()).toHaveLength(3))
    button('Copy f as TeX').click()
    button('Copy the derivative along y as TeX').click()
    await soon(() => expect(lab.notice()?.text).toBe('Copied.'))
    expect(written).toEqual(['f(x, y) = x^2y', '\\frac{\\partial f}{\\partial y} = x^2'])
    vi.unstubAllGlobals()
  })

  it('keeps its derivatives as they are while a parameter moves, and greys them for another text', async () => {
    const { write, lab, scene } = bar('a x^2')
    await soon(() => expect(typeset()).toHaveLength(2))
    const line = document.querySelectorAll('.echo .katex')[1]
    const isBehind = () => document.querySelector('.derivatives')?.classList.contains('stale')
    lab.change((experiment) => withParameter(experiment, 'a', { value: 4 }))
    expect(isBehind()).toBe(false)
    await soon(() => expect(scene.analysis().last?.question.body.subject.parameters).toEqual({ a: 4 }))
    expect(document.querySelectorAll('.echo .katex')[1]).toBe(line)
    write('a x^3')
    expect(isBehind()).toBe(true)
    await soon(() => expect(isBehind()).toBe(false))
  })

  it('opens how a derivative is found', () => {
    const { lab } = bar('x^2')
    return soon(() => {
      button('Steps: how the derivative along x is found').click()
      expect(lab.derivationAlong()).toBe('x')
    })
  })

  it('whose derivative is too long says so instead', async () => {
    bar(Array.from({ length: 40 }, (_, i) => `sin(${i + 1}x)`).join('*'))
    await soon(() => expect(typeset()[1]).toBe("f'(x):\\ \\text{too long to read}"))
  })

  it('that is nowhere defined says so in place of its derivative', async () => {
    bar('x/0')
    await soon(() => expect(typeset()[1]).toBe("f'(x):\\ \\text{no value was found anywhere}"))
  })

  it('comes back with undo, and typing joins into one change', () => {
    const { write, lab, editor } = bar()
    write('x^2+')
    write('x^2+1')
    lab.undo()
    expect(editor.state.doc.toString()).toBe('x^2')
    expect(lab.canUndo()).toBe(false)
  })

  it('is selected for the person to type over', () => {
    const { editor, select } = bar()
    select()
    expect(editor.state.selection.main).toMatchObject({ from: 0, to: 3 })
  })

  it('has a name for screen readers in both languages', () => {
    const { lab, editor } = bar()
    expect(editor.contentDOM.getAttribute('aria-label')).toBe('The function, as text')
    lab.prefer({ language: 'ja' })
    expect(editor.contentDOM.getAttribute('aria-label')).toBe('関数の式')
  })
})

describe('the chips', () => {
  /** What each shows: what it is for is only read aloud. */
  const faces = () =>
    [...document.querySelectorAll('.function-chips button')].map((chip) =>
      chip.textContent.slice(chip.querySelector('.sr-only')?.textContent.length)
    )

  it('say ranges, parameters and the way to the derivative, and the start where runs are looked at', () => {
    const { lab, write } = bar('x^2')
    expect(faces()).toEqual(['x −5…5Start 3', 'Derivative: Formula'])
    lab.look((view) => ({ ...view, tab: 'differentiate' }))
    write('a x^2 + y^2')
    expect(faces()).toEqual(['a = 1', 'x −5…5y −5…5', 'Gradient: Formula'])
    write('x y z')
    expect(faces()).toEqual(['Range (3)', 'Gradient: Formula'])
  })

  it('open the fields behind them', async () => {
    inLaboratory((scene) => <FunctionBar scene={scene} />, withFormula(blank(), 'x y'))
    await openSheet('Ranges and start values')
    type(field('Start value of y'), '-1.5')
    expect(faces()[0]).toContain('(3, −1.5)')
  })
})

describe('a text that cannot be read', () => {
  it('says why, in the language of the moment, and keeps the last function greyed', async () => {
    const { write, lab } = bar()
    await soon(() => expect(typeset()).toHaveLength(2))
    write('x^')
    // Not while it is only begun: with every key the page below would leap.
    expect(alerts()).toEqual([])
    await soon(() => expect(alerts()[0]).toMatch(/^[A-Z].*\.$/))
    expect(isStale()).toBe(true)
    expect(typeset()).toEqual(['f(x) = x^2', "f'(x) = 2x"])
    lab.prefer({ language: 'ja' })
    expect(alerts()[0]).toMatch(/。$/)
    write('x^3')
    expect(alerts()).toEqual([])
    expect(isStale()).toBe(false)
  })

  it('is underlined at its place', async () => {
    const { write } = bar()
    write('x + + foo(x)')
    await soon(() => expect(document.querySelector('.cm-lintRange-error')).not.toBeNull())
  })
})

describe('variables and parameters', () => {
  const names = () => [...document.querySelectorAll('.variables .name annotation')].map((name) => name.textContent)

  it('appear and vanish with their letters', () => {
    const { write } = bar()
    write('a x^2 + y')
    expect(names()).toEqual(['x', 'y'])
    expect(slider('Value of the parameter a')).toBeTruthy()
    write('y^2')
    expect(names()).toEqual(['y'])
    expect(allNamed('input', 'Value of the parameter a')).toEqual([])
  })

  it('trade places by a button', () => {
    const { lab } = bar('x*y')
    button('Treat y as a parameter').click()
    expect(lab.experiment().parameters.map(({ name }) => name)).toEqual(['y'])
    expect(names()).toEqual(['x'])
    expect(button('Treat y as a variable').querySelector('.lucide-lock')).not.toBeNull()
    button('Treat y as a variable').click()
    expect(names()).toEqual(['x', 'y'])
  })

  it('that were edited stay when their letter goes, until they are removed', () => {
    const { write } = bar('x*y')
    type(field('Upper end of the range of y'), '9')
    write('x^2')
    expect(names()).toEqual(['x', 'y'])
    const kept = () => [...document.querySelectorAll('.variables .kept')].map((line) => line.textContent)
    expect(kept()).toEqual(['Not in f; kept because you changed it.'])
    write('x^2 y')
    expect(kept()).toEqual([])
    write('x^2')
    button('Remove y').click()
    expect(names()).toEqual(['x'])
    expect(kept()).toEqual([])
  })

  it('at the head of the text have no button, for the text says what they are', () => {
    const { write } = bar('f(x, y) = x^2')
    const buttons = () => [...allNamed('button', 'Remove y'), ...allNamed('button', 'Treat y as a parameter')]
    expect(names()).toEqual(['x', 'y'])
    expect(buttons()).toEqual([])
    write('x^2 + y')
    expect(buttons()).toHaveLength(1)
  })

  it('keep their button while the text cannot be read', () => {
    const { write } = bar('x*y')
    type(field('Upper end of the range of y'), '9')
    write('x^2')
    write('x^2 +')
    expect(allNamed('button', 'Remove y')).toHaveLength(1)
  })

  it('have a range with its lower end below its upper one', () => {
    const { lab } = bar()
    type(field('Lower end of the range of x'), '6')
    expect(alerts()).toEqual(['The lower end must be smaller than the upper end.'])
    expect(lab.experiment().variables[0]).toMatchObject({ min: -5, max: 5 })
    type(field('Upper end of the range of x'), '7')
    expect(lab.experiment().variables[0]).toMatchObject({ min: -5, max: 7, pinned: true })
  })

  it('have a start', () => {
    const { lab } = bar('x*y')
    type(field('Start value of y'), '-1.5')
    expect(lab.experiment().start).toEqual([3, -1.5])
  })

  it('set all at once have one range and one start', () => {
    const { lab } = bar('x y z w')
    expect(field('Start value of all variables').value).toBe('3')
    type(field('Upper end of the ranges of all variables'), '2')
    type(field('Start value of all variables'), '0.5')
    expect(lab.experiment().variables.map(({ min, max, pinned }) => [min, max, pinned])).toEqual(
      Array(4).fill([-5, 2, true])
    )
    expect(lab.experiment().start).toEqual([0.5, 0.5, 0.5, 0.5])
  })

  it('that differ leave the fields for all of them empty, and those refuse what would turn one range around', () => {
    const { lab } = bar('x y z w')
    type(field('Lower end of the range of y'), '-9')
    type(field('Start value of z'), '1')
    expect(
      [field('Lower end of the ranges of all variables'), field('Start value of all variables')].map((one) => one.value)
    ).toEqual(['', ''])
    expect(alerts()).toEqual([])
    type(field('Upper end of the ranges of all variables'), '-7')
    expect(alerts()).toEqual(['The lower end must be smaller than the upper end.'])
    expect(lab.experiment().variables[1]).toMatchObject({ min: -9, max: 5 })
  })

  it('that the function does not need are removed together', () => {
    const { write } = bar('x y z w')
    type(field('Upper end of the ranges of all variables'), '2')
    write('x^2')
    expect(names()).toEqual(['x', 'y', 'z', 'w'])
    button('Remove the variables that the function does not need').click()
    expect(names()).toEqual(['x'])
  })

  it('have no row for all of them while they are few', () => {
    bar('x y z')
    expect(allNamed('input', 'Start value of all variables')).toEqual([])
  })

  it('may be fifty', () => {
    const { lab } = bar(Array.from({ length: 50 }, (_, index) => `x${index}^2`).join(' + '))
    expect(names()).toHaveLength(50)
    type(field('Start value of x49'), '-2')
    expect(lab.experiment().start[49]).toBe(-2)
  })

  it('of a vector are as many as its field says, which refuses others', () => {
    const { lab } = bar('np.sum(x**2)')
    expect(names()).toEqual(['x_0', 'x_1'])
    type(field('Number of elements of x'), '12')
    expect(names()).toHaveLength(12)
    for (const bad of ['0', '2.5', '51']) {
      type(field('Number of elements of x'), bad)
      expect(alerts()).toEqual(['An integer from 1 to 50.'])
    }
    expect(lab.experiment().variables).toHaveLength(12)
    expect(allNamed('button', 'Treat x₁ as a parameter')).toEqual([])
  })

  it('of a vector keep their field while the text cannot be read, but it waits', () => {
    const { write } = bar('np.sum(x**2)')
    write('np.sum(x**')
    expect(field('Number of elements of x').disabled).toBe(true)
    write('np.sum(x**4)')
    expect(field('Number of elements of x').disabled).toBe(false)
    write('x^2')
    expect(allNamed('input', 'Number of elements of x')).toEqual([])
  })

  it('of a vector keep what they have while its length is typed', () => {
    const { lab } = bar('np.sum(x**2)')
    type(field('Number of elements of x'), '12')
    type(field('Start value of x9'), '-2')
    type(field('Number of elements of x'), '1')
    type(field('Number of elements of x'), '11')
    expect(lab.experiment().start[9]).toBe(-2)
  })

  it('that vanish while one types come back as they were, until there is another document', () => {
    const { write, lab } = bar('x + y')
    type(field('Start value of y'), '-1.5')
    write('x')
    write('x y')
    expect(lab.experiment().start).toEqual([3, -1.5])
    lab.begin(blank())
    write('x + y')
    expect(lab.experiment().start).toEqual([3, 3])
  })

  it('have no range that is wider than the largest number', () => {
    const { lab } = bar()
    type(field('Lower end of the range of x'), '-1e308')
    type(field('Upper end of the range of x'), '1e308')
    expect(alerts()).toEqual(['This range is too wide to be computed with.'])
    expect(lab.experiment().variables[0]).toMatchObject({ min: -1e308, max: 5 })
  })

  it('of a parameter have a slider whose range is set on request', () => {
    const { lab } = bar('a x^2')
    expect(allNamed('input', 'Upper end of the range of a')).toEqual([])
    button('Range of the slider of a').click()
    type(field('Upper end of the range of a'), '20')
    type(field('Lower end of the range of a'), '30')
    expect(alerts()).toEqual(['The lower end must be smaller than the upper end.'])
    expect(lab.experiment().parameters[0]).toEqual({ name: 'a', value: 1, min: -5, max: 20 })
  })

  it('of a parameter move by a button, which then stops it', () => {
    const { lab } = bar('a x^2')
    button('Move a to and fro over its range').click()
    expect(lab.animation.moving()).toBe('a')
    button('Stop moving a').click()
    expect(lab.animation.moving()).toBeNull()
  })

  it('of a parameter is dragged or typed, beyond its slider too', () => {
    const { lab } = bar('a x^2')
    type(field('Value of the parameter a'), '42')
    expect(lab.experiment().parameters[0]?.value).toBe(42)
    expect(lab.experiment().parameters[0]?.max).toBe(42)
    expect(slider('Value of the parameter a').value).toBe('1000')
    slider('Value of the parameter a').value = '0'
    slider('Value of the parameter a').dispatchEvent(new Event('input', { bubbles: true }))
    expect(lab.experiment().parameters[0]?.value).toBe(-5)
  })
})

it('indexed names are written with a low index', () => {
  inLaboratory(() => <Variables />, experimentNamed('descent-2d'))
  expect(button('Treat x₁ as a parameter')).toBeTruthy()
})
