import {
  asParameter,
  blank,
  withFormula,
  withParameter,
  withPoint,
  withStart,
  withVariable
} from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { type Memory, recalled, remembered } from '@shared/experiment/memory'
import { withRun } from '@shared/experiment/runs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

type Edit = (experiment: Experiment) => Experiment

/** The experiment after all edits, each with the memory of those before, as the window makes them. */
function edited(first: Experiment, ...edits: readonly Edit[]): Experiment {
  let memory: Memory = new Map()
  return edits.reduce((before, edit) => {
    const after = edit(before)
    memory = remembered(memory, before, after)
    return recalled(memory, before, after)
  }, first)
}
const type =
  (text: string): Edit =>
  (experiment) =>
    withFormula(experiment, text)
const typed = (text: string) => withFormula(blank(), text)
const byName = ({ variables, start, point }: Experiment) =>
  Object.fromEntries(variables.map(({ name, min, max }, index) => [name, [min, max, start[index], point[index]]]))

describe('a name that comes back', () => {
  it('has the range, the start and the point it had, wherever it is in the list now', () => {
    const known = withPoint(withStart(typed('x + z'), [7, 8]), [0.5, 0.25])
    const back = edited(known, type('x'), type('x + y'), type('x + y + z'))
    expect(byName(back)).toEqual({ x: [-5, 5, 7, 0.5], y: [-5, 5, 3, 1], z: [-5, 5, 8, 0.25] })
  })

  it('has the range that was set for it', () => {
    const unpinned = withVariable(typed('x + y'), 'y', { min: -1, max: 2, pinned: false })
    expect(byName(edited(unpinned, type('x'), type('x y')))['y']?.slice(0, 2)).toEqual([-1, 2])
  })

  it('as a parameter has the value and the range it had', () => {
    const known = withParameter(typed('a x'), 'a', { value: 2.5, min: 0, max: 4 })
    expect(edited(known, type('x'), type('x^2'), type('a x^2')).parameters).toEqual(known.parameters)
  })

  it('in the other role is new', () => {
    const known = edited(withStart(typed('x + t'), [1, 9]), type('x'), (before) =>
      asParameter(withFormula(before, 'x + t'), 't')
    )
    expect(known.parameters).toEqual([{ name: 't', value: 1, min: -5, max: 5 }])
  })

  it('has the newest it had', () => {
    const back = edited(
      typed('x + y'),
      (old) => withStart(old, [1, 2]),
      type('x'),
      type('x + y'),
      (old) => withStart(old, [1, 4]),
      type('x'),
      type('x y')
    )
    expect(byName(back)['y']?.[2]).toBe(4)
  })

  it('is put where f is defined, if f is no longer defined where it was', () => {
    const known = withPoint(withStart(typed('sqrt(-y) + x'), [3, -2]), [1, -1])
    expect(byName(edited(known, type('x'), type('sqrt(y) + x')))['y']).toEqual([-5, 5, 0, 0])
    expect(byName(edited(known, type('x'), type('sqrt(1.5 - y) + x')))['y']).toEqual([-5, 5, -2, -1])
  })

  it('stays where it was, however near the end of the domain', () => {
    const known = withStart(typed('sqrt(y) + x'), [3, 0.01])
    expect(byName(edited(known, type('x'), type('x + sqrt(y)')))['y']?.[2]).toBe(0.01)
  })
})

describe('whatever vanishes', () => {
  const names = ['x', 'y', 'z', 'a', 'b'] as const
  const anyText = fc.subarray([...names], { minLength: 1 }).map((letters) => ['x', ...letters].join(' + '))

  it('comes back as it was, when the text does', () => {
    const property = fc.property(
      fc.array(anyText, { maxLength: 4 }),
      fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 3, maxLength: 3 }),
      (texts, numbers) => {
        const all = typed('x + y + z + a + b')
        const placed = withRun(withStart(withPoint(all, numbers), numbers), 'run-1', { start: numbers.toReversed() })
        const set = withParameter(placed, 'a', { value: numbers[0] ?? 0 })
        const { variables, parameters, start, point, runs } = set
        const back = edited(set, ...texts.map(type), type('x + y + z + a + b'))
        expect(back).toMatchObject({ variables, parameters, start, point, runs })
      }
    )
    fc.assert(property, { seed: 20_241_124, numRuns: 60 })
  })

  it('changes nothing where nothing comes back', () => {
    const before = typed('x + a')
    const after = withFormula(before, 'x + a + y')
    expect(recalled(new Map(), before, after)).toBe(after)
    expect(remembered(new Map(), before, after).size).toBe(0)
  })
})
