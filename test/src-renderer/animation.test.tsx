import { blank, withFormula, withParameter, withSteps } from '@shared/experiment/edit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Lab } from '../../src-renderer/lab'
import { experimentNamed, inLaboratory } from './laboratory'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** a from −2 to 6, at 0. */
const opened = () =>
  inLaboratory(() => null, withParameter(withFormula(blank(), 'a x^2 + b'), 'a', { value: 0, min: -2, max: 6 })).lab
const numberIn = (lab: Lab, name = 'a') =>
  lab.experiment().parameters.find((one) => one.name === name)?.value ?? Number.NaN
/** Lets time pass and tells all values of a on the way. */
function watched(lab: Lab, milliseconds: number): readonly number[] {
  return Array.from({ length: milliseconds / 16 }, () => {
    vi.advanceTimersByTime(16)
    return numberIn(lab)
  })
}

describe('a parameter that moves by itself', () => {
  it('goes from where it is to the upper end, then to and fro, four seconds a way', () => {
    const lab = opened()
    lab.animation.toggle('a')
    vi.advanceTimersByTime(1600)
    // 0 is a quarter of the way from −2 to 6; 1.6 s are four tenths of it.
    expect(numberIn(lab)).toBeCloseTo(-2 + 8 * 0.65, 1)
    const values = watched(lab, 16_000)
    expect([Math.min(...values), Math.max(...values)]).toEqual([-2, 6])
    expect(numberIn(lab)).toBeCloseTo(-2 + 8 * 0.65, 1)
    const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)))
    expect(Math.max(...steps)).toBeLessThan(0.07)
  })

  it('rests where it is when it is stopped, and can go on', () => {
    const lab = opened()
    lab.animation.toggle('a')
    vi.advanceTimersByTime(1000)
    lab.animation.toggle('a')
    const rest = numberIn(lab)
    expect(rest).toBeGreaterThan(0)
    expect(lab.animation.moving()).toBeNull()
    vi.advanceTimersByTime(1000)
    expect(numberIn(lab)).toBe(rest)
    lab.animation.toggle('a')
    vi.advanceTimersByTime(500)
    expect(numberIn(lab)).toBeGreaterThan(rest)
  })

  it('is one change to undo, however long it moved', () => {
    const lab = opened()
    const before = lab.experiment()
    lab.animation.toggle('a')
    vi.advanceTimersByTime(60_000)
    lab.undo()
    expect(lab.experiment()).toBe(before)
    expect(lab.canUndo()).toBe(false)
    expect(lab.animation.moving()).toBeNull()
    vi.advanceTimersByTime(1000)
    expect(lab.experiment()).toBe(before)
    lab.redo()
    expect(numberIn(lab)).not.toBe(0)
  })

  it('leaves other changes made meanwhile a step each', () => {
    const lab = opened()
    lab.animation.toggle('a')
    vi.advanceTimersByTime(2000)
    lab.change((experiment) => withSteps(experiment, 7))
    vi.advanceTimersByTime(2000)
    expect(lab.experiment().steps).toBe(7)
    lab.undo()
    expect([lab.experiment().steps, numberIn(lab) > 0]).toEqual([30, true])
    lab.undo()
    expect([numberIn(lab), lab.canUndo()]).toEqual([0, false])
  })

  it('stops when its value is set by hand, and keeps that', () => {
    const lab = opened()
    lab.animation.toggle('a')
    vi.advanceTimersByTime(1000)
    lab.change((experiment) => withParameter(experiment, 'a', { value: 5 }))
    vi.advanceTimersByTime(1000)
    expect([numberIn(lab), lab.animation.moving()]).toEqual([5, null])
  })

  it('stops when the document is another, and when the function no longer has it', () => {
    const lab = opened()
    lab.animation.toggle('a')
    vi.advanceTimersByTime(1000)
    // Also where the other one has the parameter with the same value.
    for (const another of [{ ...lab.experiment(), title: 'Another' }, experimentNamed('saddle')]) {
      lab.begin(another)
      vi.advanceTimersByTime(1000)
      expect([lab.animation.moving(), lab.unsaved()]).toEqual([null, false])
    }
    lab.begin(withFormula(blank(), 'a x'))
    lab.animation.toggle('a')
    vi.advanceTimersByTime(1000)
    lab.change((experiment) => withFormula(experiment, 'x'))
    vi.advanceTimersByTime(1000)
    expect([lab.animation.moving(), lab.experiment().formula]).toEqual([null, 'x'])
  })

  it('keeps to its range when that is changed meanwhile', () => {
    const lab = opened()
    lab.animation.toggle('a')
    vi.advanceTimersByTime(1000)
    lab.change((experiment) => withParameter(experiment, 'a', { min: 100, max: 101 }))
    const values = watched(lab, 8000)
    expect([Math.min(...values), Math.max(...values)]).toEqual([100, 101])
  })

  it('gives way to another parameter', () => {
    const lab = opened()
    lab.animation.toggle('a')
    vi.advanceTimersByTime(1000)
    lab.animation.toggle('b')
    const rest = numberIn(lab)
    vi.advanceTimersByTime(1000)
    expect([lab.animation.moving(), numberIn(lab)]).toEqual(['b', rest])
    expect(numberIn(lab, 'b')).not.toBe(1)
  })
})
