import { blank, withFormula, withPoint } from '@shared/experiment/edit'
import { describe, expect, it } from 'vitest'
import {
  dependentName,
  heldAt,
  namesAtPoint,
  shortened,
  sliceName,
  slopeName
} from '../../../src-renderer/figures/names'

const plane = withFormula(blank(), 'x^2 + y^2')
const many = withFormula(plane, Array.from({ length: 20 }, (_, index) => `x${index}^2`).join('+'))
const place = (count: number) => Array.from({ length: count }, (_, index) => index / 2)

describe('a list in one line', () => {
  it('is whole while it is short', () => {
    expect(shortened(['a', 'b', 'c', 'd', 'e', 'f'], '…')).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('of many has the first three and the last, and the one that matters, with dots only where some are left out', () => {
    const letters = [...'abcdefgh']
    expect(shortened(letters, '…').join('')).toBe('abc…h')
    expect(shortened(letters, '…', 3).join('')).toBe('abcd…h')
    expect(shortened(letters, '…', 4).join('')).toBe('abc…e…h')
    expect(shortened(letters, '…', 6).join('')).toBe('abc…gh')
  })
})

it('an equation calls the values of f by a letter that means nothing else', () => {
  const named = (text: string) => dependentName(withFormula(blank(), text))
  expect(['x^2', 'x^2 + y', 'x y + z', 'y^2', 'x0 + x1', 'x + y z w u v'].map(named)).toEqual([
    'y',
    'z',
    'w',
    'z',
    'y',
    'f'
  ])
})

describe('where variables are held', () => {
  it('is said of every other variable, of many variables of a few', () => {
    expect(heldAt(plane, [1, -2], [0])).toBe('y = −2')
    expect(heldAt(many, place(20), [0, 1])).toBe('x₂ = 1, x₃ = 1.5, x₄ = 2, …, x₁₉ = 9.5')
  })

  it('stands in the name of a slice, in the place of each', () => {
    expect(sliceName(plane, [1, -2], 0)).toBe('f(x, −2)')
    expect(sliceName(plane, [1, -2], 1)).toBe('f(1, y)')
    expect(sliceName(many, place(20), 9)).toBe('f(0, 0.5, 1, …, x₉, …, 9.5)')
  })

  it('are, is said by the name of the derivative too', () => {
    expect(slopeName(blank(), 0)).toBe('f′(x)')
    expect(slopeName(plane, 1)).toBe('∂f/∂y')
    expect(slopeName(many, 9)).toBe('∂f/∂x₉')
  })

  it('are, is said by the names of what f is at a point', () => {
    const at = (experiment: typeof plane, point: readonly number[], along: number) =>
      Object.values(namesAtPoint(withPoint(experiment, point), along))
    expect(at(withFormula(blank(), 'x^2'), [1], 0)).toEqual(['f(a)', 'f′(a)', 'f″(a)'])
    expect(at(plane, [1, -2], 1)).toEqual(['f(1, a)', '∂f/∂y', '∂²f/∂y²'])
  })
})
