import { decode, encode } from '@shared/experiment/codec'
import { blank } from '@shared/experiment/edit'
import type { Experiment, Run } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import {
  isHidden,
  withMethod,
  withNoise,
  withoutRun,
  withRun,
  withRunAdded,
  withRunDuplicated,
  withRunHidden,
  withSchedule,
  withScheduleSetting,
  withSetting
} from '@shared/experiment/runs'
import { schedules } from '@shared/methods/schedules'
import { defaultSettings } from '@shared/methods/setting'
import { conventionsOf, methodIds, methodNamed, methods } from '@shared/methods/table'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const seed = 20_240_303
const empty: Experiment = { ...blank(), runs: [] }
const repeated = (count: number, edit: (experiment: Experiment) => Experiment, from = empty) =>
  Array.from({ length: count }).reduce<Experiment>(edit, from)
const only = ({ runs }: Experiment) => runs[0] as Run

describe('a run that is added', () => {
  it.each(methods.map(({ id, convention }) => [id, convention] as const))(
    'by %s (%s) has its usual settings',
    (id, convention) => {
      const row = methodNamed(id, convention)
      expect(only(withRunAdded(empty, id, convention))).toMatchObject({
        method: id,
        convention,
        settings: row && defaultSettings(row),
        start: null
      })
    }
  )

  it('takes the first colour that no other run has, then those that the fewest have', () => {
    expect(repeated(10, (old) => withRunAdded(old)).runs.map(({ colour }) => colour)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 0, 1
    ])
    const gap = withoutRun(
      repeated(3, (old) => withRunAdded(old)),
      'run-2'
    )
    expect(withRunAdded(gap).runs.map(({ colour }) => colour)).toEqual([0, 2, 1])
  })

  it('has an id of its own, whatever ids a file brought along', () => {
    const odd = {
      ...withRunAdded(empty),
      runs: ['run-7', 'mine', 'run-x'].map((id) => ({ ...only(withRunAdded(empty)), id }))
    }
    expect(withRunAdded(odd).runs.at(-1)?.id).toBe('run-8')
  })

  it('is not added to an experiment that is full', () => {
    const full = repeated(limits.runs, (old) => withRunAdded(old))
    expect(withRunAdded(full)).toBe(full)
    expect(withRunDuplicated(full, 'run-1')).toBe(full)
  })
})

describe('a run that is duplicated', () => {
  it('is followed by its like, with an id and a colour of its own', () => {
    const two = withRun(
      repeated(2, (old) => withRunAdded(old)),
      'run-1',
      { start: [8] }
    )
    const [original, copy, last] = withRunDuplicated(two, 'run-1').runs
    expect(copy).toEqual({ ...original, id: 'run-3', colour: 2 })
    expect(last).toBe(two.runs[1])
  })

  it('is not there: then nothing happens', () => {
    expect(withRunDuplicated(empty, 'run-1')).toBe(empty)
  })
})

describe('a run that is changed', () => {
  const two = repeated(2, (old) => withRunAdded(old, 'adam'))

  it('leaves the others as they are', () => {
    const changed = withSetting(two, 'run-2', 'lr', 0.5)
    expect(changed.runs[0]).toBe(two.runs[0])
    expect(changed.runs[1]?.settings).toEqual({ ...two.runs[1]?.settings, lr: 0.5 })
  })

  it('begins with the usual settings when its method changes', () => {
    const changed = withMethod(withSetting(two, 'run-1', 'lr', 0.5), 'run-1', 'momentum', 'book')
    expect(only(changed)).toMatchObject({ id: 'run-1', method: 'momentum', settings: { lr: 0.01, momentum: 0.9 } })
  })

  it('keeps what was changed by hand when only its convention changes, and nothing else', () => {
    const changed = withMethod(withSetting(two, 'run-1', 'beta1', 0.5), 'run-1', 'adam', 'library')
    const usual = methodNamed('adam', 'library')
    expect(only(changed).settings).toEqual({ ...(usual && defaultSettings(usual)), beta1: 0.5 })
  })

  it('keeps its learning rate, the usual one too, when only its convention changes', () => {
    const book = withMethod(two, 'run-1', 'momentum', 'book')
    const library = withMethod(book, 'run-1', 'momentum', 'library')
    expect(only(library)).toMatchObject({ convention: 'library', settings: only(book).settings })
    expect(only(withMethod(library, 'run-1', 'momentum', 'book'))).toEqual(only(book))
  })

  it('can have every method, in a convention that exists', () => {
    for (const method of methodIds)
      expect(conventionsOf(method)).toContain(only(withMethod(two, 'run-1', method, 'library')).convention)
  })

  it('cannot have a method that is in no table', () => {
    expect(() => withMethod(two, 'run-1', '__proto__', 'book')).toThrow(RangeError)
  })
})

it('after any additions, copies, removals and changes of method the experiment can be saved and opened again', () => {
  const ids = fc.constantFrom('run-1', 'run-2', 'run-3')
  const method = fc.constantFrom(...methods)
  const edit = fc.oneof(
    method.map(
      ({ id, convention }) =>
        (old: Experiment) =>
          withRunAdded(old, id, convention)
    ),
    ids.map((id) => (old: Experiment) => withRunDuplicated(old, id)),
    ids.map((id) => (old: Experiment) => withoutRun(old, id)),
    ids.map((id) => (old: Experiment) => {
      const has = old.runs.some((run) => run.id === id && Object.hasOwn(run.settings, 'lr'))
      return has ? withSetting(old, id, 'lr', 0.3) : old
    }),
    fc.tuple(ids, method).map(
      ([run, { id, convention }]) =>
        (old: Experiment) =>
          withMethod(old, run, id, convention)
    )
  )
  const property = fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
    const experiment = edits.reduce((old, change) => change(old), blank())
    expect(decode(encode(experiment))).toEqual(experiment)
  })
  fc.assert(property, { seed, numRuns: 150 })
})

describe('the schedule of a run', () => {
  it.each(schedules.map(({ id }) => id))(
    '%s begins with its usual settings, each of which can be changed',
    (schedule) => {
      const row = schedules.find(({ id }) => id === schedule)
      // Of 110 steps, so that a period of 100 ends with them after a warm-up of 10.
      const steps = schedule === 'warmup' ? 110 : 100
      const made = withSchedule(withRunAdded({ ...empty, steps }), 'run-1', schedule)
      expect(only(made).schedule).toEqual({ id: schedule, settings: row && defaultSettings(row) })
      for (const { id, slider } of row?.settings ?? []) {
        const changed = withScheduleSetting(made, 'run-1', id, slider.max)
        expect(only(changed).schedule.settings).toEqual({ ...only(made).schedule.settings, [id]: slider.max })
        expect(decode(encode(changed))).toEqual(changed)
      }
    }
  )

  it('falls until the last of the steps where it has a period', () => {
    const periodOf = (schedule: string, steps: number) =>
      only(withSchedule(withRunAdded({ ...empty, steps }), 'run-1', schedule)).schedule.settings['period']
    expect([periodOf('cosine', 40), periodOf('cosine', 0), periodOf('warmup', 40), periodOf('warmup', 5)]).toEqual([
      40, 1, 30, 1
    ])
  })

  it('stays when the method changes, but for one that has no rule', () => {
    const row = schedules.at(-1)?.id ?? ''
    const made = withSchedule(withRunAdded(empty), 'run-1', row)
    for (const { id, convention } of methods) {
      const isRule = 'rule' in (methodNamed(id, convention) ?? {})
      expect(only(withMethod(made, 'run-1', id, convention)).schedule.id).toBe(isRule ? row : 'constant')
    }
  })

  it('is one of the table', () => {
    const stairs = (steps: number) =>
      only(withSchedule(withRunAdded({ ...empty, steps }), 'run-1', 'step')).schedule.settings['every']
    // The rate changes within the steps, wherever there is more than one.
    expect([1, 2, 15, 60, 1000].map(stairs)).toEqual([1, 1, 5, 20, 20])
    expect(() => withSchedule(withRunAdded(empty), 'run-1', '__proto__')).toThrow(RangeError)
  })
})

describe('the noise of a run', () => {
  it('has its size and its seed', () => {
    const noisy = withNoise(withNoise(withRunAdded(empty), 'run-1', { sigma: 0.5 }), 'run-1', { seed: 7 })
    expect(only(noisy).noise).toEqual({ sigma: 0.5, seed: 7 })
    expect(withNoise(noisy, 'run-9', { sigma: 1 })).toBe(noisy)
  })
})

describe('a run that is hidden', () => {
  const two = repeated(2, (experiment) => withRunAdded(experiment, 'descent'))
  const [first, second] = two.runs.map(({ id }) => id) as [string, string]
  const hidden = withRunHidden(two, second, true)

  it('is told from the others, and shown again', () => {
    expect([first, second].map((id) => isHidden(hidden, id))).toEqual([false, true])
    expect(withRunHidden(hidden, second, true)).toBe(hidden)
    expect(withRunHidden(hidden, second, false)).toEqual(two)
  })

  it('stays so in a session file, and a file in which none is does not speak of it', () => {
    expect(decode(encode(hidden))).toEqual(hidden)
    expect(encode(two)).not.toContain('hidden')
  })

  it('leaves nothing behind: one that is added after it was taken out is seen, whatever its id', () => {
    const again = withRunAdded(withoutRun(hidden, second), 'descent')
    expect(again.runs.some(({ id }) => id === second)).toBe(true)
    expect(again.runs.some(({ id }) => isHidden(again, id))).toBe(false)
  })
})
