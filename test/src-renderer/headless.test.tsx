import type { Rendering, RenderJob } from '@shared/bridge'
import { withFormula } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import type { Problem } from '@shared/problem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerRenderJobs } from '../../src-renderer/headless'
import type { pngOf } from '../../src-renderer/pictures/png'
import { bridge } from '../support/bridge'
import { experimentNamed } from './laboratory'

/** Stands for the drawing, which needs a real window. */
const png = vi.hoisted(() => vi.fn<typeof pngOf>(async () => new Uint8Array([137, 80, 78, 71])))
vi.mock('../../src-renderer/pictures/png', () => ({ pngOf: png }))

beforeEach(() => {
  vi.clearAllMocks()
  Object.defineProperty(document, 'fonts', { value: { ready: Promise.resolve() }, configurable: true })
})
afterEach(() => void Reflect.deleteProperty(document, 'fonts'))

/** What the render command gets for an experiment. */
async function rendered(experiment: Experiment, language: RenderJob['language'] = 'en'): Promise<Rendering | Problem> {
  answerRenderJobs()
  const [answer] = bridge.onRender.mock.calls.at(-1) ?? []
  if (!answer) throw new Error('Nobody listens')
  return answer({ experiment, width: 640, height: 400, scale: 3, language })
}

describe('a render job', () => {
  it('gives each plot of the tab under its name, in the size asked for', async () => {
    const { pictures } = (await rendered(experimentNamed('descent-2d'))) as Rendering
    expect(Object.keys(pictures)).toEqual(['contour', 'surface', 'loss'])
    for (const [, options] of png.mock.calls) expect(options).toMatchObject({ width: 640, height: 400, scale: 3 })
  })

  it('shows the whole of a run', async () => {
    await rendered(experimentNamed('descent-1d'))
    expect(png.mock.calls[0]?.[0]).toMatchObject({ plot: 'curve', data: { step: 15, selected: 0 } })
  })

  it('gives the steps as a table with every digit', async () => {
    const { steps } = (await rendered(experimentNamed('descent-1d'))) as Rendering
    const lines = new TextDecoder()
      .decode(steps ?? undefined)
      .trim()
      .split(/\r?\n/)
    expect(lines).toHaveLength(1 + 16)
    // The forward difference of x² with h = 1e-4 is 2x + h: x ← 0.84x − 0.08h.
    const end = Array.from({ length: 15 }).reduce<number>((x) => 0.84 * x - 0.08e-4, 8)
    const numbers = lines.at(-1)?.split(',').map(Number) ?? []
    expect(numbers.some((number) => Math.abs(number - end) < 1e-9)).toBe(true)
  })

  it('has no table without runs', async () => {
    const { steps } = (await rendered({ ...experimentNamed('partial-x2y2'), runs: [] })) as Rendering
    expect(steps).toBeNull()
  })

  it('speaks the language asked for', async () => {
    await rendered(experimentNamed('descent-2d'), 'ja')
    expect(png.mock.calls[2]?.[0].title).toBe('f の値の推移')
    expect(document.documentElement.lang).toBe('ja')
  })

  it('answers with a problem where there is nothing to draw', async () => {
    const broken = withFormula(experimentNamed('descent-2d'), 'x0^')
    expect(await rendered(broken)).toEqual({ code: expect.any(String), values: expect.anything() })
    expect(png).not.toHaveBeenCalled()
  })
})
