import {
  blank,
  stepLookedAt,
  withFormula,
  withParameter,
  withPoint,
  withStepLookedAt,
  withSteps
} from '@shared/experiment/edit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Lab } from '../../../src-renderer/lab/lab'
import { shrinkingH, toAndFro } from '../../../src-renderer/playback/motions'
import { experimentNamed, inLaboratory } from '../laboratory'

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
    lab.animation.toggle(toAndFro('a'))
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
    lab.animation.toggle(toAndFro('a'))
    vi.advanceTimersByTime(1000)
    lab.animation.toggle(toAndFro('a'))
    const rest = numberIn(lab)
    expect(rest).toBeGreaterThan(0)
    expect(lab.animation.moving()).toBeNull()
    vi.advanceTimersByTime(1000)
    expect(numberIn(lab)).toBe(rest)
    lab.animation.toggle(toAndFro('a'))
    vi.advanceTimersByTime(500)
    expect(numberIn(lab)).toBeGreaterThan(rest)
  })

  it('is one change to undo, however long it moved', () => {
    const lab = opened()
    const before = lab.experiment()
    lab.animation.toggle(toAndFro('a'))
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
    lab.animation.toggle(toAndFro('a'))
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
    lab.animation.toggle(toAndFro('a'))
    vi.advanceTimersByTime(1000)
    lab.change((experiment) => withParameter(experiment, 'a', { value: 5 }))
    vi.advanceTimersByTime(1000)
    expect([numberIn(lab), lab.animation.moving()]).toEqual([5, null])
  })

  it('stops when the document is another, and when the function no longer has it', () => {
    const lab = opened()
    lab.animation.toggle(toAndFro('a'))
    vi.advanceTimersByTime(1000)
    // Also where the other one has the parameter with the same value.
    for (const another of [{ ...lab.experiment(), title: 'Another' }, experimentNamed('saddle')]) {
      lab.begin(another)
      vi.advanceTimersByTime(1000)
      expect([lab.animation.moving(), lab.unsaved()]).toEqual([null, false])
    }
    lab.begin(withFormula(blank(), 'a x'))
    lab.animation.toggle(toAndFro('a'))
    vi.advanceTimersByTime(1000)
    lab.change((experiment) => withFormula(experiment, 'x'))
    vi.advanceTimersByTime(1000)
    expect([lab.animation.moving(), lab.experiment().formula]).toEqual([null, 'x'])
  })

  it('keeps to its range when that is changed meanwhile', () => {
    const lab = opened()
    lab.animation.toggle(toAndFro('a'))
    vi.advanceTimersByTime(1000)
    lab.change((experiment) => withParameter(experiment, 'a', { min: 100, max: 101 }))
    const values = watched(lab, 8000)
    expect([Math.min(...values), Math.max(...values)]).toEqual([100, 101])
  })

  it('gives way to another parameter', () => {
    const lab = opened()
    lab.animation.toggle(toAndFro('a'))
    vi.advanceTimersByTime(1000)
    lab.animation.toggle(toAndFro('b'))
    const rest = numberIn(lab)
    vi.advanceTimersByTime(1000)
    expect([lab.animation.moving(), numberIn(lab)]).toEqual(['b', rest])
    expect(numberIn(lab, 'b')).not.toBe(1)
  })
})

describe('h on its way to 0', () => {
  /** x² over −5 … 5 at 1, on the Differentiate tab. */
  const looking = (h: number) => {
    const { view } = blank()
    const experiment = withStepLookedAt({ ...blank(), view: { ...view, tab: 'differentiate' } }, h)
    return inLaboratory(() => null, experiment).lab
  }
  const hIn = (lab: Lab) => stepLookedAt(lab.experiment())
  const watchedH = (lab: Lab, milliseconds: number): readonly number[] =>
    Array.from({ length: milliseconds / 16 }, () => {
      vi.advanceTimersByTime(16)
      return hIn(lab)
    })

  it('shrinks from a quarter of the picture to 1e-4, in four seconds, and rests there', () => {
    const lab = looking(1e-8)
    lab.animation.toggle(shrinkingH)
    const values = watchedH(lab, 4160)
    expect(values[0]).toBeCloseTo(2.5, 1)
    expect(values.every((h, index) => index === 0 || h <= (values[index - 1] ?? 0))).toBe(true)
    // Half of the way in half of the time, in the logarithm.
    expect(Math.log10(values[124] ?? 0)).toBeCloseTo((Math.log10(2.5) - 4) / 2, 1)
    expect([values.at(-1), lab.animation.moving()]).toEqual([1e-4, null])
  })

  it('begins where it is, if that can be seen', () => {
    const lab = looking(0.5)
    lab.animation.toggle(shrinkingH)
    expect(Math.max(...watchedH(lab, 4160))).toBeLessThanOrEqual(0.5)
    expect(hIn(lab)).toBe(1e-4)
  })

  it('can be paused and goes on from there, however small it is', () => {
    const lab = looking(1)
    lab.animation.toggle(shrinkingH)
    vi.advanceTimersByTime(3000)
    lab.animation.toggle(shrinkingH)
    const rest = hIn(lab)
    expect(rest).toBeLessThan(0.05)
    vi.advanceTimersByTime(1000)
    expect(hIn(lab)).toBe(rest)
    lab.animation.toggle(shrinkingH)
    expect(Math.max(...watchedH(lab, 4160))).toBeLessThanOrEqual(rest)
    expect(hIn(lab)).toBe(1e-4)
  })

  it('is one change to undo', () => {
    const lab = looking(1)
    const before = lab.experiment()
    lab.animation.toggle(shrinkingH)
    vi.advanceTimersByTime(5000)
    lab.undo()
    expect([lab.experiment() === before, lab.canUndo()]).toEqual([true, false])
  })

  it.each([
    ['h is set by hand', (lab: Lab) => lab.change((experiment) => withStepLookedAt(experiment, 0.3))],
    ['the point is moved', (lab: Lab) => lab.change((experiment) => withPoint(experiment, [2]))],
    ['another tab is opened', (lab: Lab) => lab.look((view) => ({ ...view, tab: 'descend' }))],
    ['the document is another', (lab: Lab) => lab.begin(experimentNamed('saddle'))]
  ])('stops where it is when %s', (_, touch) => {
    const lab = looking(1)
    lab.animation.toggle(shrinkingH)
    vi.advanceTimersByTime(1000)
    touch(lab)
    const rest = hIn(lab)
    vi.advanceTimersByTime(1000)
    expect([lab.animation.moving(), hIn(lab)]).toEqual([null, rest])
  })

  it('goes in a few still steps where motion is not wanted', () => {
    const lab = looking(1e-4)
    vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList)
    lab.animation.toggle(shrinkingH)
    const values = watchedH(lab, 4160)
    vi.restoreAllMocks()
    expect(new Set(values).size).toBe(6)
    expect([values[0], values.at(-1)]).toEqual([2.5, 1e-4])
  })

  it('keeps to a range so small that 1e-4 would not be seen to be small in it', () => {
    const lab = looking(1)
    lab.change((experiment) => ({ ...experiment, variables: [{ name: 'x', min: 1, max: 1.0004, pinned: true }] }))
    lab.animation.toggle(shrinkingH)
    expect(Math.max(...watchedH(lab, 4160))).toBeLessThanOrEqual(1e-4)
    expect(hIn(lab)).toBeCloseTo(1e-7, 12)
  })
})
