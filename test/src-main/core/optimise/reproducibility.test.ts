import { compile } from '@core/objective'
import { rowsAnswer, runsAnswer } from '@core/optimise/answers'
import { steady } from '@core/pulse'
import { decode, encode } from '@shared/experiment/codec'
import { blank, withFormula, withGradient, withStart, withSteps } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { freshRun } from '@shared/experiment/runs'
import { isFixedRate } from '@shared/methods/method'
import { schedules } from '@shared/methods/schedules'
import { defaultSettings } from '@shared/methods/setting'
import { methods } from '@shared/methods/table'
import type { Body, RunReport } from '@shared/protocol'
import { expect, test } from 'vitest'

/** Every method there is, in sessions of a few runs each, with schedules and noise and without. */
const sessions = (['exact', 'central'] as const).flatMap((source) =>
  Array.from({ length: Math.ceil(methods.length / 8) }, (_, page): Experiment => {
    const rows = methods.slice(8 * page, 8 * page + 8)
    const runs = rows.map((row, place) => {
      const schedule = schedules[(page + place) % schedules.length] ?? { id: 'constant', settings: [] }
      const run = freshRun([], row.id, row.convention)
      return {
        ...run,
        id: `run ${place}`,
        settings: { ...run.settings, ...(Object.hasOwn(run.settings, 'lr') && { lr: 1 / 7000 }) },
        ...(isFixedRate(row) && { schedule: { id: schedule.id, settings: defaultSettings(schedule) } }),
        noise: { sigma: place % 3 === 0 ? 0.1 / 3 : 0, seed: place }
      }
    })
    const plain = withStart(withFormula(blank(), '(1 - x)^2 + 100(y - x^2)^2'), [-1.1 / 3, 0.7 / 3])
    return { ...withSteps(withGradient(plain, { method: source }), 2500), runs }
  })
)

const valley = compile('(1 - x)^2 + 100(y - x^2)^2', ['x', 'y'])

const bodyOf = ({ gradient, steps, stop, runs, start, formula }: Experiment, columns: number): Body<'runs'> => ({
  subject: { formula, variables: ['x', 'y'], parameters: {} },
  gradient,
  steps,
  stop,
  runs: runs.map((run) => ({
    method: run.method,
    convention: run.convention,
    settings: run.settings,
    schedule: run.schedule,
    noise: run.noise,
    start: [...(run.start ?? start)]
  })),
  columns,
  views: []
})

function reports(body: Body<'runs'>, objective = valley): RunReport[] {
  return runsAnswer(objective, body, steady).map((report) => {
    if ('problem' in report) throw new Error(`refused: ${report.problem.code} ${report.setting}`)
    return report
  })
}

test.each(sessions.map((session, index) => [index, session] as const))(
  'session %d that was saved and opened makes the same runs, bit for bit, also where the function is compiled anew',
  (_, session) => {
    const opened = decode(encode(session))
    const again = compile(opened.formula, ['x', 'y'])
    expect(reports(bodyOf(opened, 300), again)).toEqual(reports(bodyOf(session, 300)))
  }
)

test.each(sessions.map((session, index) => [index, session] as const))(
  'however far the paths of session %d are thinned, what is kept is the same; and so is each row',
  (_, session) => {
    const whole = bodyOf(session, session.steps + 1)
    const all = reports(whole)
    const thin = reports({ ...whole, columns: 40, views: [] })
    thin.forEach(({ steps, points, values, norms, ...rest }, index) => {
      const every = all[index]
      if (!every) throw new Error('no run')
      expect([rest.taken, rest.stop]).toEqual([every.taken, every.stop])
      const kept = Array.from(steps)
      expect(Array.from(points)).toEqual(kept.flatMap((step) => [...every.points.slice(2 * step, 2 * step + 2)]))
      expect(Array.from(values)).toEqual(kept.map((step) => every.values[step]))
      expect(Array.from(norms)).toEqual(kept.map((step) => every.norms[step]))
      const { runs, columns: _columns, views: _views, ...shared } = whole
      const run = runs[index]
      if (!run) throw new Error('no run')
      const rows = rowsAnswer(valley, { ...shared, run, from: 0, count: session.steps + 1 }, steady)
      const { points: p, values: v, norms: n, gradients: g, evaluations: e } = every
      expect(rows).toEqual({ from: 0, points: p, values: v, norms: n, gradients: g, evaluations: e })
    })
  }
)
