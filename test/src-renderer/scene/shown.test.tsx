import { withFormula } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import type { Question, RequestName } from '@shared/protocol'
import { createEffect } from 'solid-js'
import { render } from 'solid-js/web'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { indexAt } from '../../../src-renderer/figure'
import { createLab, type Lab } from '../../../src-renderer/lab/lab'
import { createScene, type Scene } from '../../../src-renderer/scene/scene'
import { surroundings } from '../../support/bridge'
import { ask } from '../../support/core-ask'
import { experimentNamed, soon } from '../laboratory'

/** Two runs over so many steps that their paths are thinned, one of which ends long before. */
const plain = withFormula(experimentNamed('descent-2d'), 'x0^2 + x1^2')
const [first] = plain.runs
const runs = [1e-4, 2e-4].map((lr, index) => ({ ...first, id: `r${index}`, settings: { lr } })) as Experiment['runs']
const long: Experiment = { ...plain, runs, steps: 10_000 }

let dispose = () => {}
let scene: Scene
let lab: Lab
/** All that was ever shown, once the runs were there. */
let seen: Scene['shown'] extends () => infer Shown ? Shown[] : never
let asked: RequestName[]
/** Answers to `rows` wait until they are let go. */
let gates: (() => void)[] | null

beforeEach(() => {
  seen = []
  asked = []
  gates = null
  const slowly = (async (question: Question) => {
    asked.push(question.name)
    if (question.name === 'rows' && gates) await new Promise<void>((go) => gates?.push(go))
    return ask(question)
  }) as typeof ask
  dispose = render(() => {
    lab = createLab(long, {
      ...surroundings,
      preferences: { language: 'en', theme: 'light', welcome: true, layouts: {} }
    })
    lab.selectStep(0)
    scene = createScene(lab, slowly)
    createEffect(() => {
      const shown = scene.shown()
      if (shown.reports) seen.push(shown)
    })
    return null
  }, document.body)
})
afterEach(() => dispose())

/** Where the runs are shown to stand; by hand, the k-th point is (4, 5) (1 − 2η)^k. */
const mustBeTrue = ({ reports, step }: (typeof seen)[number]) =>
  reports?.forEach((report, run) => {
    if (!('points' in report)) throw new Error('The run was not made')
    const index = indexAt(report, step)
    expect(report.steps[index]).toBe(step)
    const factor = (1 - 2 * (runs[run]?.settings['lr'] ?? 0)) ** step
    expect(report.points[2 * index]).toBeCloseTo(4 * factor, 9)
    expect(report.values[index]).toBeCloseTo(41 * factor ** 2, 8)
  })
const ready = () => soon(() => expect(seen.length).toBeGreaterThan(0))

describe('where runs over more steps than are kept of them stand', () => {
  it('is shown exactly at the selected step, whichever it is', async () => {
    await ready()
    for (const step of [7, 8, 2501, 9999, 10_000]) {
      lab.selectStep(step)
      await soon(() => expect(scene.shown().step).toBe(step))
    }
    seen.forEach(mustBeTrue)
  })

  it('stays shown as it was, or at a step that is known, until the answers come', async () => {
    await ready()
    lab.selectStep(2501)
    await soon(() => expect(scene.shown().step).toBe(2501))
    gates = []
    lab.selectStep(2502)
    expect(scene.shown().step).toBe(2501)
    lab.selectStep(7000)
    expect(scene.shown().step).toBeGreaterThan(6950)
    mustBeTrue(scene.shown())
    while (scene.shown().step !== 7000) {
      for (const go of gates.splice(0)) go()
      await new Promise((rest) => setTimeout(rest, 5))
    }
    seen.forEach(mustBeTrue)
  })

  it('is never asked for while it is played: the playback goes from one known step to the next', async () => {
    await ready()
    asked = []
    vi.useFakeTimers()
    scene.playback.play()
    while (scene.playback.playing()) {
      vi.advanceTimersByTime(16)
      expect(scene.shown().step).toBe(lab.step())
    }
    vi.useRealTimers()
    expect(asked).not.toContain('rows')
    expect(lab.step()).toBe(10_000)
    expect(new Set(seen.map(({ step }) => step)).size).toBeGreaterThan(150)
    seen.forEach(mustBeTrue)
  })
})
