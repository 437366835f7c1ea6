import { decode, encode } from '@shared/experiment/codec'
import {
  asParameter,
  asVariable,
  blank,
  withDimension,
  withEveryVariable,
  withFormula,
  withGradient,
  withoutTangents,
  withoutUnneeded,
  withoutVariable,
  withParameter,
  withPoint,
  withStart,
  withSteps,
  withTangent,
  withVariable,
  withView
} from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { vectorOf } from '@shared/experiment/reading'
import { withRun, withRunAdded, withRunDuplicated } from '@shared/experiment/runs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const seed = 20_240_302

const namesOf = ({ variables }: Experiment) => variables.map(({ name }) => name)
const parametersOf = ({ parameters }: Experiment) => parameters.map(({ name }) => name)
const typed = (...texts: readonly string[]) => texts.reduce(withFormula, blank())
const run1 = 'run-1'

/** A coordinate by the name of its variable. */
const at = (experiment: Experiment, point: readonly number[], name: string) => point[namesOf(experiment).indexOf(name)]

describe('typing a function', () => {
  const understood: readonly [text: string, variables: string[], parameters: string[]][] = [
    ['x^2', ['x'], []],
    ['y^2 + x^2', ['x', 'y'], []],
    ['a x^2 + b x + c', ['x'], ['a', 'b', 'c']],
    ['x10 + x2 + x0', ['x0', 'x2', 'x10'], []],
    ['x[0]**2 + x[1]**2', ['x0', 'x1'], []],
    ['w u v t z y x', ['x', 'y', 'z', 'w', 'u', 'v', 't'], []],
    ['f(w, b) = (w + b)^2', ['w', 'b'], []],
    ['sin(k t)', ['t'], ['k']],
    ['θ^2', ['theta'], []],
    ['r^2 + 3r', ['r'], []],
    ['a + b', ['x'], ['a', 'b']]
  ]
  it.each(understood)('%s has the variables %j and the parameters %j', (text, variables, parameters) => {
    const experiment = withFormula(blank(), text)
    expect(namesOf(experiment)).toEqual(variables)
    expect(parametersOf(experiment)).toEqual(parameters)
  })

  it('gives a new variable the range −5 … 5, the start 3 and the point 1, and a new parameter the value 1', () => {
    const { variables, start, point, parameters } = withFormula(blank(), 'y^2 + a')
    expect(variables).toEqual([{ name: 'y', min: -5, max: 5, pinned: false }])
    expect([start, point]).toEqual([[3], [1]])
    expect(parameters).toEqual([{ name: 'a', value: 1, min: -5, max: 5 }])
  })

  const definedStarts: readonly [text: string, start: number, point: number][] = [
    ['log(y)', 3, 1],
    ['1/(y - 3)', 2.5, 1],
    ['sqrt(1 - y)', 0.5, 0.5],
    ['sqrt(-y)', -0.5, -0.5],
    ['log(y - 4)', 4.5, 4.5],
    ['a sqrt(y - 2)', 3, 2.5]
  ]
  it.each(definedStarts)(
    'starts %s at %f and looks at it at %f: the place nearest to 3 and to 1 where f is defined around it',
    (text, start, point) => {
      expect(withFormula(blank(), text)).toMatchObject({ start: [start], point: [point] })
    }
  )

  it('starts runs of their own where the function is defined, too', () => {
    const own = withRun(blank(), run1, { start: [0] })
    expect(withFormula(own, 'x + sqrt(1 - y)').runs[0]?.start).toEqual([0, 0.5])
  })

  it('starts at 3 all the same where no place is found', () => {
    expect(withFormula(blank(), 'sqrt(-1 - y^2)').start).toEqual([3])
  })

  it('leaves numbers alone that a variable already has, defined or not', () => {
    expect(withFormula(withStart(blank(), [4]), 'sqrt(-x)').start).toEqual([4])
  })

  it('keeps what a name has when it stays, wherever it moves in the list', () => {
    const before = withPoint(withStart(typed('y + z'), [7, 8]), [0.1, 0.2])
    const after = withFormula(withVariable(before, 'z', { min: -1, max: 2 }), 'x + z')
    expect(namesOf(after)).toEqual(['x', 'z'])
    expect(after.variables[1]).toEqual({ name: 'z', min: -1, max: 2, pinned: true })
    expect([after.start, after.point]).toEqual([
      [3, 8],
      [1, 0.2]
    ])
  })

  it('drops a name with all it had, and meets it anew when it comes back', () => {
    const known = withStart(typed('x + y'), [1, 2])
    const back = withFormula(withFormula(known, 'x'), 'x + y')
    expect(back.start).toEqual([1, 3])
  })

  it('keeps a pinned variable that the text no longer mentions, until it is removed', () => {
    const pinned = withFormula(withVariable(typed('x + y'), 'y', { max: 9 }), 'x')
    expect(namesOf(pinned)).toEqual(['x', 'y'])
    expect(namesOf(withoutVariable(pinned, 'y'))).toEqual(['x'])
    expect(namesOf(withoutVariable(pinned, 'x'))).toEqual(['x', 'y'])
  })

  it('keeps one variable to draw along when the text has none', () => {
    expect(namesOf(typed('x + y', '5'))).toEqual(['x'])
    expect(namesOf(typed('a b'))).toEqual(['x'])
  })

  it.each(['', 'x +', '2x3', 'sin(', '((('])('keeps %j as text, and the rest as it is', (text) => {
    const experiment = typed('x + a y')
    expect(withFormula(experiment, text)).toStrictEqual({ ...experiment, formula: text })
  })

  it('keeps a text with more variables than there may be as text', () => {
    const text = Array.from({ length: 51 }, (_, index) => `x${index}`).join('+')
    expect(withFormula(blank(), text)).toStrictEqual({ ...blank(), formula: text })
  })

  it('lets own starts of runs follow their names, and leaves shared ones shared', () => {
    const own = withRun(withRunAdded(typed('x + y')), run1, { start: [10, 20] })
    const [first, second] = withFormula(own, 'y + z').runs
    expect(first?.start).toEqual([20, 3])
    expect(second?.start).toBeNull()
  })

  it('stays on its tab while a function of two variables is typed letter by letter, and can be saved in between', () => {
    const partial = withView(typed('x + y'), { tab: 'partial' })
    const between = withFormula(partial, 'x')
    expect(between.view).toMatchObject({ tab: 'partial', axes: [0, 0] })
    expect(decode(encode(between))).toEqual(between)
    expect(withFormula(between, 'x + z').view).toMatchObject({ tab: 'partial', axes: [0, 1] })
  })

  it('keeps each axis on its variable', () => {
    const on = (experiment: Experiment) => experiment.view.axes.map((index) => namesOf(experiment)[index])
    const swapped = withView(typed('x + y + z'), { axes: [2, 0] })
    expect(on(withFormula(swapped, 'x + z'))).toEqual(['z', 'x'])
    expect(on(withFormula(swapped, 'x + y'))).toEqual(['y', 'x'])
    expect(on(withFormula(swapped, 'y + z'))).toEqual(['z', 'y'])
  })

  it('lies with its first variable across, though its last was typed first', () => {
    const on = (experiment: Experiment) => experiment.view.axes.map((index) => namesOf(experiment)[index])
    expect(on(typed('y', 'y - x'))).toEqual(['x', 'y'])
  })

  it('takes the axes from variables that are only kept, for those that it needs', () => {
    const on = (experiment: Experiment) => experiment.view.axes.map((index) => namesOf(experiment)[index])
    const kept = withEveryVariable(typed('x + y'), { max: 9 })
    expect(on(withFormula(kept, 'x + z'))).toEqual(['x', 'z'])
    expect(on(withFormula(kept, 'u + v + t'))).toEqual(['u', 'v'])
    expect(on(withFormula(kept, 'y^2'))).toEqual(['y', 'x'])
    expect(on(withFormula(kept, 'np.sum(x**2)'))).toEqual(['x0', 'x1'])
    expect(on(withFormula(kept, '3'))).toEqual(['x', 'y'])
  })
})

describe('a letter that is alone', () => {
  it('is the variable until there is one beside it, so that typing letter by letter ends as pasting does', () => {
    for (const text of ['a*x', 'm*g*x + c', 'c + y^2', 'r^2', 'n x0 + x1']) {
      const slowly = typed(...Array.from(text, (_, at) => text.slice(0, at + 1)))
      const pasted = typed(text)
      expect([namesOf(slowly), parametersOf(slowly)]).toEqual([namesOf(pasted), parametersOf(pasted)])
    }
    expect(namesOf(typed('a'))).toEqual(['a'])
    expect(typed('a', 'a*x')).toMatchObject({ variables: [{ name: 'x' }], parameters: [{ name: 'a' }] })
  })

  it('stays the variable beside letters that are none', () => {
    expect(typed('r^2', 'k r^2')).toMatchObject({ variables: [{ name: 'r' }], parameters: [{ name: 'k' }] })
  })

  it('keeps the role it was given by hand, and leaves a pinned variable alone', () => {
    const parameter = asParameter(typed('r^2'), 'r')
    expect(parametersOf(withFormula(parameter, 'r^3'))).toEqual(['r'])
    const variable = asVariable(typed('a*x'), 'a')
    expect(namesOf(withFormula(withFormula(variable, 'a'), 'a + x'))).toEqual(['x', 'a'])
    expect(parametersOf(withFormula(withVariable(blank(), 'x', { max: 9 }), 'a'))).toEqual(['a'])
  })
})

describe('a vector', () => {
  const sum = typed('np.sum(x**2)')

  it('has two elements at first, then as many as wanted, each a variable', () => {
    expect(namesOf(sum)).toEqual(['x0', 'x1'])
    const longer = withDimension(sum, 50)
    expect(namesOf(longer)).toHaveLength(50)
    expect(longer.variables[49]).toEqual({ name: 'x49', min: -5, max: 5, pinned: false })
    expect([longer.start, longer.point].map((place) => place.length)).toEqual([50, 50])
    expect(vectorOf(longer)).toEqual({ letter: 'x', size: 50, least: 1, most: 50 })
    expect(namesOf(withDimension(longer, 1))).toEqual(['x0'])
  })

  it('keeps what its elements have, and loses pinned ones too when it becomes shorter', () => {
    const set = withVariable(withStart(withDimension(sum, 3), [1, 2, 4]), 'x2', { max: 9 })
    const longer = withDimension(set, 4)
    expect(longer.start).toEqual([1, 2, 4, 3])
    expect(longer.variables[2]).toMatchObject({ max: 9, pinned: true })
    expect(namesOf(withDimension(set, 2))).toEqual(['x0', 'x1'])
  })

  it('keeps its length while the function is typed on', () => {
    const longer = withDimension(sum, 7)
    expect(namesOf(withFormula(longer, 'np.sum(x**4) + 1'))).toHaveLength(7)
    expect(namesOf(withFormula(longer, 'np.sum(x**4) + a y'))).toHaveLength(8)
    expect(namesOf(withFormula(typed('x0 + x1 + x2'), 'np.sum(x)'))).toHaveLength(3)
  })

  it('is as long as the text needs and as the other variables leave room for', () => {
    const element = withDimension(typed('np.sum(x**2) + x[3] y'), 2)
    expect(namesOf(element)).toEqual(['y', 'x0', 'x1', 'x2', 'x3'])
    expect(vectorOf(element)).toEqual({ letter: 'x', size: 4, least: 4, most: 49 })
    expect(namesOf(withDimension(element, 1000))).toHaveLength(50)
    expect(namesOf(withDimension(typed('np.sum(x**2)'), 0))).toEqual(['x0'])
  })

  it('has all its elements as variables, whatever their role was', () => {
    const parameter = asParameter(typed('x0 + x1'), 'x1')
    expect(namesOf(withFormula(parameter, 'np.sum(x)'))).toEqual(['x0', 'x1'])
    expect(asParameter(sum, 'x1')).toBe(sum)
  })

  it('is none where the text has none or cannot be read', () => {
    for (const text of ['x0 + x1', 'np.sum(', '']) {
      const experiment = typed(text)
      expect(vectorOf(experiment)).toBeNull()
      expect(withDimension(experiment, 4)).toBe(experiment)
    }
  })

  it('can be saved and opened again', () => {
    const longer = withDimension(sum, 9)
    expect(decode(encode(longer))).toEqual(longer)
  })
})

describe('all variables at once', () => {
  it('have one range, and are held there', () => {
    const all = withEveryVariable(typed('x + y'), { min: -1, max: 2 })
    expect(all.variables.map(({ min, max, pinned }) => [min, max, pinned])).toEqual([
      [-1, 2, true],
      [-1, 2, true]
    ])
  })

  it('that the function does not need go together, pinned or not', () => {
    const pinned = withFormula(withEveryVariable(typed('x y z w'), { max: 9 }), 'y')
    expect(namesOf(pinned)).toHaveLength(4)
    expect(namesOf(withoutUnneeded(pinned))).toEqual(['y'])
  })
})

describe('turning a name into the other kind', () => {
  it('makes a variable a parameter with its coordinate as value and its range', () => {
    const turned = asParameter(withPoint(typed('x + y'), [1, 7]), 'y')
    expect(namesOf(turned)).toEqual(['x'])
    expect(turned.parameters).toEqual([{ name: 'y', value: 7, min: -5, max: 7 }])
  })

  it('makes a parameter a pinned variable that starts at its value', () => {
    const turned = asVariable(withParameter(typed('a x'), 'a', { value: 2, max: 10 }), 'a')
    expect(namesOf(turned)).toEqual(['x', 'a'])
    expect(turned.variables[1]).toEqual({ name: 'a', min: -5, max: 10, pinned: true })
    expect([at(turned, turned.start, 'a'), at(turned, turned.point, 'a')]).toEqual([2, 2])
  })

  it('stays so while the function is typed on', () => {
    expect(parametersOf(withFormula(asParameter(typed('x + t'), 't'), 'x + 2 t'))).toEqual(['t'])
    expect(namesOf(withFormula(asVariable(typed('x + a'), 'a'), 'x + 2 a'))).toEqual(['x', 'a'])
  })

  it('puts in a variable to draw along when the last one becomes a parameter', () => {
    const turned = asParameter(typed('x^2'), 'x')
    expect(parametersOf(turned)).toEqual(['x'])
    expect(namesOf(turned)).toEqual(['x0'])
    expect(() => encode(turned)).not.toThrow()
  })

  it('does nothing for a name of the wrong kind', () => {
    const experiment = typed('a x')
    expect(asVariable(experiment, 'x')).toBe(experiment)
    expect(asParameter(experiment, 'a')).toBe(experiment)
    expect(asParameter(experiment, 'q')).toBe(experiment)
  })

  it('leaves what the text itself says is a variable', () => {
    const headed = typed('f(x, y) = x y')
    expect(asParameter(headed, 'y')).toBe(headed)
    const pasted = typed('lambda r, y: r*y')
    expect(asParameter(pasted, 'r')).toBe(pasted)
  })
})

describe('small changes', () => {
  it('give a parameter a slider that is wide enough for its value', () => {
    const of = (experiment: Experiment) => experiment.parameters[0]
    const far = withParameter(typed('a x'), 'a', { value: 42 })
    expect(of(far)).toEqual({ name: 'a', value: 42, min: -5, max: 42 })
    expect(of(withParameter(far, 'a', { value: -7 }))).toMatchObject({ min: -7, max: 42 })
    expect(of(withParameter(far, 'a', { max: 10 }))).toMatchObject({ value: 42, max: 10 })
    const widest = withParameter(typed('a x'), 'a', { min: -1e308 })
    expect(of(withParameter(widest, 'a', { value: 1e308 }))).toMatchObject({ value: 1e308, min: -1e308, max: 5 })
  })

  it('round the number of steps and keep it within its bounds', () => {
    expect([2.6, -1, 1e9, 15].map((steps) => withSteps(blank(), steps).steps)).toEqual([3, 0, 1_000_000, 15])
  })

  it('change one part of the gradient and leave the other', () => {
    expect(withGradient(blank(), { method: 'central' }).gradient).toEqual({ method: 'central', h: 1e-4 })
  })
})

const formulas = [
  'np.sum(x**2)',
  'np.prod(x) + y + x[2]',
  'x^2',
  'x + y',
  'y z',
  'a x^2 + b',
  'w + x0 x1',
  '5',
  'x[0] + k',
  'sqrt(1 - y)',
  'sin(',
  '',
  't u v'
]
const names = ['x', 'y', 'z', 'a', 'b', 'x0', 't', 'k']
const anyFormula = fc.constantFrom(...formulas)
const anyName = fc.constantFrom(...names)

type Edit = (experiment: Experiment) => Experiment
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  anyFormula.map(
    (text): Edit =>
      (experiment) =>
        withFormula(experiment, text)
  ),
  anyName.map(
    (name): Edit =>
      (experiment) =>
        asParameter(experiment, name)
  ),
  anyName.map(
    (name): Edit =>
      (experiment) =>
        asVariable(experiment, name)
  ),
  anyName.map(
    (name): Edit =>
      (experiment) =>
        withVariable(experiment, name, { max: 8 })
  ),
  anyName.map(
    (name): Edit =>
      (experiment) =>
        withoutVariable(experiment, name)
  ),
  fc.nat({ max: 6 }).map(
    (size): Edit =>
      (experiment) =>
        withDimension(experiment, size)
  ),
  fc.constant<Edit>((experiment) => withRunAdded(experiment, 'adam')),
  fc.constant<Edit>((experiment) => withRunDuplicated(experiment, run1)),
  fc.constant<Edit>((experiment) => withRun(experiment, run1, { start: experiment.start.map((value) => value + 1) })),
  fc.constant<Edit>((experiment) =>
    experiment.variables.length > 1 ? withView(experiment, { tab: 'partial', axes: [1, 0] }) : experiment
  )
)
const anyHistory = fc.array(anyEdit, { maxLength: 12 }).map((edits) => edits.reduce((old, edit) => edit(old), blank()))

/** The function is typed, then its start is set, coordinate by coordinate. */
type Typing = { readonly text: string; readonly start: Readonly<Record<string, number>> }
const anyTyping: fc.Arbitrary<Typing> = fc.record({
  text: fc.constantFrom('x + y', 'x^2', 'y z', 'z - x y', 'a x', 'sqrt(-y)', 'x -'),
  start: fc.record({ x: fc.integer(), y: fc.integer(), z: fc.integer() })
})
const exchange = (text: string) => text.replace(/[xy]/g, (name) => (name === 'x' ? 'y' : 'x'))
const exchanged = ({ text, start }: Typing): Typing => ({
  text: exchange(text),
  start: Object.fromEntries(Object.entries(start).map(([name, value]) => [exchange(name), value]))
})
const typedIn = (typings: readonly Typing[]) =>
  typings.reduce(
    (old, { text, start }) => {
      const experiment = withFormula(old, text)
      return withStart(
        experiment,
        namesOf(experiment).map((name) => start[name] ?? 0)
      )
    },
    withFormula(blank(), 'x + y')
  )
const byName = (experiment: Experiment, read: (name: string) => string = (name) => name) => ({
  starts: Object.fromEntries(namesOf(experiment).map((name, index) => [read(name), experiment.start[index]])),
  points: Object.fromEntries(namesOf(experiment).map((name, index) => [read(name), experiment.point[index]])),
  parameters: parametersOf(experiment)
})

describe('tangents that stay', () => {
  const pinned = (places: readonly number[], experiment = blank()) =>
    places.reduce((made, at) => withTangent(made, { along: 'x', at }), experiment)

  it('are kept in their order, one at each place, eight at most', () => {
    expect(pinned([1, -2, 1]).view.tangents).toEqual([
      { along: 'x', at: 1 },
      { along: 'x', at: -2 }
    ])
    expect(pinned([1, 2, 3, 4, 5, 6, 7, 8, 9]).view.tangents.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('of a variable that has gone make room', () => {
    const full = pinned([1, 2, 3, 4, 5, 6, 7, 8])
    expect(withTangent(withFormula(full, 'y^2'), { along: 'y', at: 1 }).view.tangents).toEqual([{ along: 'y', at: 1 }])
  })

  it('are taken away again, one or several', () => {
    const gone = [2, 5].map((at) => ({ along: 'x', at }))
    expect(withoutTangents(pinned([1, 2, 3]), gone).view.tangents).toEqual(pinned([1, 3]).view.tangents)
    expect(withoutTangents(pinned([1]), [{ along: 'y', at: 1 }]).view.tangents).toHaveLength(1)
  })
})

describe('after any edits', () => {
  const options = { seed, numRuns: 150 }

  it('the experiment can be saved and opened again', () => {
    const property = fc.property(anyHistory, (experiment) => {
      expect(decode(encode(experiment))).toEqual(experiment)
    })
    fc.assert(property, options)
  })

  it('the experiment that was edited is still as it was', () => {
    const property = fc.property(anyHistory, anyEdit, (experiment, edit) => {
      const before = encode(experiment)
      edit(experiment)
      expect(encode(experiment)).toBe(before)
    })
    fc.assert(property, options)
  })

  it('whatever is typed, the experiment can be saved and opened again', () => {
    const pieces = [
      'x',
      'y',
      'x0',
      'a',
      'pi',
      '2',
      '1e',
      '.5',
      '+',
      '-',
      '*',
      '/',
      '^',
      '(',
      ')',
      '[',
      ']',
      '|',
      ' ',
      'sin',
      'log',
      '=',
      'max',
      ',',
      '²'
    ]
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''))
    )
    const property = fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => {
      const experiment = texts.reduce(withFormula, blank())
      expect(decode(encode(experiment))).toEqual(experiment)
    })
    fc.assert(property, { seed, numRuns: 150 })
  }, 60_000)

  it('typing a text twice is typing it once', () => {
    const property = fc.property(anyHistory, anyFormula, (experiment, text) => {
      const once = withFormula(experiment, text)
      expect(withFormula(once, text)).toEqual(once)
    })
    fc.assert(property, options)
  })

  it('a slip that cannot be read, typed and taken back, changes nothing', () => {
    const property = fc.property(anyHistory, anyFormula, (experiment, text) => {
      const before = withFormula(experiment, text)
      expect(withFormula(withFormula(before, `${text} +`), text)).toEqual(before)
    })
    fc.assert(property, options)
  })

  it('turning a parameter into a variable and back changes nothing', () => {
    const property = fc.property(anyHistory, (experiment) => {
      for (const { name } of experiment.parameters)
        expect(asParameter(asVariable(experiment, name), name)).toEqual(experiment)
    })
    fc.assert(property, options)
  })

  it('exchanging x and y in all that is typed exchanges what belongs to them, and nothing else', () => {
    const property = fc.property(fc.array(anyTyping, { minLength: 1, maxLength: 6 }), (typings) => {
      expect(byName(typedIn(typings.map(exchanged)), exchange)).toEqual(byName(typedIn(typings)))
    })
    fc.assert(property, options)
  })
})
