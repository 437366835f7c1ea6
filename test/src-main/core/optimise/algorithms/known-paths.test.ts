import { compile } from '@core/objective'
import { algorithms } from '@shared/methods/algorithms'
import { isWithin } from '@shared/methods/setting'
import { describe, expect, test } from 'vitest'
import { planOf, walked } from '../../../../support/algorithm-runs'
import { type KnownPath, knownPaths } from '../../../../support/torch-paths/read'

const exact = knownPaths('algorithms')
const torch = knownPaths('lbfgs')

/** Beside max(1, |x|): what is left of 16 digits after twenty steps, each of which magnifies what came before. */
const rounding = 1e-8

/** The largest distance of the run from the known path, beside max(1, |x|); ∞ where it ends before. */
function disagreement({ name, formula, variables, settings, start, points }: KnownPath, change: object = {}): number {
  const [id = ''] = name.split(' ')
  const plan = planOf(id, start, points.length, { ...settings, ...change })
  const run = walked(compile(formula, variables), plan).points
  return Math.max(
    ...points.flatMap(({ step, point }) =>
      point.map((known, i) => {
        const at = run[step]?.point[i] ?? Number.POSITIVE_INFINITY
        return Math.abs(at - known) / Math.max(1, Math.abs(known))
      })
    )
  )
}

// The simplex search has no gradient to be exact with: it is compared, bit for bit, with plain-nelder-mead.ts.
const rows = algorithms.filter(({ id }) => id !== 'nelder-mead').map((row) => [row.id, row] as const)

describe.each(rows)('%s', (id, row) => {
  const known = exact.filter(({ name }) => name === `${id} book`)

  test('goes where the formulas of the book go in 60-digit arithmetic', () => {
    expect(known.length).toBeGreaterThanOrEqual(14)
    const astray = known
      .map((path) => ({ ...path, points: disagreement(path) }))
      .filter(({ points }) => !(points <= rounding))
    expect(astray).toEqual([])
  })

  test.each(row.settings.map((setting) => [setting.id, setting] as const))(
    'goes elsewhere with another %s',
    (name, setting) => {
      const others = ({ settings }: KnownPath) =>
        [0.5, 2].map((factor) => (settings[name] ?? Number.NaN) * factor).filter((other) => isWithin(setting, other))
      const noticed = known.filter((path) =>
        others(path).some((other) => disagreement(path, { [name]: other }) > rounding)
      )
      expect(noticed).not.toEqual([])
    }
  )
})

test('L-BFGS goes where torch.optim.LBFGS goes, as long as that takes the first length it tries', () => {
  expect(Math.max(...torch.map(({ points }) => points.length))).toBeGreaterThan(15)
  expect(torch.filter((path) => !(disagreement(path) <= rounding))).toEqual([])
  const forgetful = torch.filter((path) => disagreement(path, { memory: 1 }) > rounding)
  expect(forgetful).not.toEqual([])
})
