import { withCrowdLayout } from '@shared/experiment/crowd'
import { withSteps, withView } from '@shared/experiment/edit'
import type { Experiment, SelectedStep } from '@shared/experiment/experiment'
import { withRunAdded } from '@shared/experiment/runs'
import type { RunReport, StopReason } from '@shared/protocol'
import { describe, expect, it } from 'vitest'
import type { Know } from '../../../src-renderer/figures/know'
import { crowdWanted, descentOf, lastOpenable, openedQuestion } from '../../../src-renderer/figures/runs'
import { answersFor, describedFrom, expectDescribed, named, occasion } from './described'

const plane = withView(named('descent-2d'), { tab: 'descend' })
const slow = plane.runs.map((run) => ({ ...run, settings: { ...run.settings, lr: 1e-3 } }))
const long = { ...withSteps(plane, 5000), runs: slow }
const { subject } = occasion(plane)
const of =
  (experiment: Experiment, selected: SelectedStep | null, wanted = {}) =>
  (know: Know) =>
    descentOf(occasion(experiment), selected, know, wanted)

describe('what is known of runs', () => {
  it.each([
    ['runs and the opened step', plane, { run: 0, step: 3 }, ['runs', 'step']],
    ['no step that was not taken yet', plane, { run: 0, step: 0 }, ['runs']],
    ['many starts', withCrowdLayout(plane, 'ring'), { run: 0, step: 3 }, ['crowd', 'runs', 'step']],
    // Twice, for over which view they are seen depends on how far they go.
    ['where a thinned path stands', long, { run: 0, step: 1001 }, ['rows', 'runs', 'runs', 'step']],
    ['every run', withRunAdded(plane), { run: 1, step: 3 }, ['runs', 'step']]
  ] as const)('has %s, and waits for all of it', async (_, experiment, selected, names) => {
    expect([...(await expectDescribed(of(experiment, selected)))].sort()).toEqual(names)
  })

  it('has no step and no crowd where they are not wanted', async () => {
    const wanted = { isOpened: false, hasCrowd: false }
    expect(await expectDescribed(of(withCrowdLayout(plane, 'ring'), { run: 0, step: 3 }, wanted))).toEqual(['runs'])
    const elsewhere = withView(withCrowdLayout(plane, 'ring'), { tab: 'partial' })
    expect(crowdWanted(subject, elsewhere, 0, [])).toBeNull()
    expect(crowdWanted(subject, withCrowdLayout(plane, 'ring'), 0, [])?.body.starts.length).toBeGreaterThan(1)
  })

  it('is at the end of the longest run unless a step is selected', async () => {
    const known = await answersFor(of(plane, null))
    expect(describedFrom(of(plane, null), known).made?.selection).toEqual({ run: 0, step: 15 })
  })
})

describe('the last step that can be opened', () => {
  it.each([
    ['steps', [1, 1], 7],
    ['small-gradient', [1, 0], 7],
    ['cancelled', [1, 1], 7],
    ['line-search', [1, 1], 8],
    ['left-domain', [1, 1], 8],
    ['diverged', [1, 1], 8],
    // Where there is no slope no step was tried.
    ['left-domain', [1, Number.NaN], 7],
    ['diverged', [1, Number.POSITIVE_INFINITY], 7]
  ] as const)('of a run that ended by %s after 7 steps, with slopes %j, is %i', (stop: StopReason, norms, last) => {
    expect(lastOpenable({ taken: 7, stop, norms: Float64Array.from(norms) } as RunReport)).toBe(last)
  })

  it('bounds what is asked: no step before the first, none behind the last, none of a run that is not there', () => {
    const report = { taken: 7, stop: 'steps', norms: Float64Array.of(1) } as RunReport
    const step = (at: number, run = 0) => openedQuestion(subject, plane, [report], { run, step: at })?.body.step
    expect([step(0), step(1), step(7), step(8), step(1, 1)]).toEqual([undefined, 1, 7, undefined, undefined])
    expect(openedQuestion(subject, plane, undefined, { run: 0, step: 1 })).toBeNull()
  })
})
