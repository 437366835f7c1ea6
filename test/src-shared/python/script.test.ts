import { compile } from '@core/objective'
import { reportOf } from '@core/optimise/report'
import { run } from '@core/script'
import { analysis } from '@core/symbolic/answers'
import type { GradientSource, Noise, Run, ScheduleChoice, StopRules } from '@shared/experiment/experiment'
import { functions } from '@shared/language/functions'
import { parse } from '@shared/language/parser'
import type { Syntax } from '@shared/language/syntax'
import { algorithms } from '@shared/methods/algorithms'
import { fixedRateMethods } from '@shared/methods/fixed-rate'
import type { Method } from '@shared/methods/method'
import { schedules } from '@shared/methods/schedules'
import { defaultSettings } from '@shared/methods/setting'
import { asksForHessian } from '@shared/python/algorithms'
import type { PythonRun } from '@shared/python/run'
import { pythonScript } from '@shared/python/script'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'
import { printed, python, runByPython } from '../../support/python'

interface Problem {
  readonly formula: string
  readonly variables: readonly string[]
  readonly parameters?: Readonly<Record<string, number>>
  readonly start: readonly number[]
}

const bowl: Problem = { formula: 'x^2/20 + y^2', variables: ['x', 'y'], start: [-7, 2] }

interface Wishes {
  readonly steps?: number
  readonly gradient?: GradientSource
  readonly settings?: Readonly<Record<string, number>>
  readonly schedule?: ScheduleChoice
  readonly noise?: Noise
  readonly stop?: StopRules
}

const never: StopRules = { gradient: null, step: null, target: null, evaluations: null }

/** The derivatives of a formula, computed once for all its runs. */
const analysed = new Map<string, readonly (string | null)[]>()
function derivativesOf(formula: string, { variables, parameters = {} }: Problem): readonly (string | null)[] {
  const key = JSON.stringify([formula, variables, parameters])
  const known = analysed.get(key) ?? analysis({ formula, variables: [...variables], parameters }).formulas
  analysed.set(key, known)
  return known
}

/** The script of a run, and the path of the core. */
function both(problem: Problem, method: Method, wishes: Wishes = {}) {
  const { formula, variables, parameters = {}, start } = problem
  const { steps = 30, gradient = { method: 'exact', h: 1e-4 }, stop = never } = wishes
  const { schedule = { id: 'constant', settings: {} }, noise = { sigma: 0, seed: 1 } } = wishes
  const settings = { ...defaultSettings(method), ...wishes.settings }
  const chosen: Run = {
    id: 'run-1',
    method: method.id,
    convention: method.convention,
    settings,
    schedule,
    noise,
    start: null,
    colour: 0
  }
  const read = (text: string) => parse(text, { variables, names: Object.keys(parameters) }).tree
  const formulas = derivativesOf(formula, problem)
  const plan = {
    method: method.id,
    convention: method.convention,
    settings,
    start,
    steps,
    gradient,
    schedule,
    noise,
    stop
  }
  const objective = compile(formula, variables, parameters)
  const spentAt = () => {
    const report = reportOf(objective, plan, 2)
    return report.stop === 'evaluations' ? report.taken : null
  }
  const job: PythonRun = {
    title: 'A test',
    name: named(method),
    tree: read(formula),
    variables,
    parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    derivatives: formulas.map((text) => (text === null ? null : read(text))),
    seconds: !asksForHessian(method.id) ? null : secondsOf(formulas, (text) => derivativesOf(text, problem), read),
    gradient,
    steps,
    stop,
    spentAt: stop.evaluations === null ? null : spentAt(),
    run: chosen,
    start
  }
  return { job, script: pythonScript([job], words.en), own: run(objective, plan).points }
}

function secondsOf(
  formulas: readonly (string | null)[],
  analysed: (formula: string) => readonly (string | null)[],
  read: (text: string) => Syntax
): Syntax[][] | null {
  if (formulas.length > 4) return null
  const rows = formulas.map((formula) => (formula === null ? [] : analysed(formula)))
  if (rows.flat().includes(null) || rows.some((row) => row.length === 0)) return null
  return rows.map((row) => row.map((second) => read(second ?? '')))
}

/** The paths of many scripts, each with its own globals, all in one process. */
function pathsOf(scripts: readonly string[]): readonly (readonly (readonly number[])[])[] {
  const program = [
    'import json, sys, io, contextlib',
    'import numpy as np',
    `for script in json.loads(${JSON.stringify(JSON.stringify(scripts))}):`,
    '    world = {}',
    '    with contextlib.redirect_stdout(io.StringIO()): exec(script, world)',
    '    print(json.dumps([np.atleast_1d(point).tolist() for point in world["path"]]))'
  ]
  return printed(program.join('\n'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** The largest difference of two paths, relative to the size of the numbers; ∞ if one is longer. */
function apart(own: readonly (readonly number[])[], other: readonly (readonly number[])[]): number {
  if (own.length !== other.length) return Number.POSITIVE_INFINITY
  const size = Math.max(1e-3, ...own.flat().map(Math.abs))
  const differences = own.map((point, k) => Math.max(...point.map((at, i) => Math.abs(at - (other[k]?.[i] ?? NaN)))))
  return Math.max(...differences) / size
}

const scriptOf = (made: ReturnType<typeof both>) => {
  if (made.script === null) throw new Error('There is no script')
  return made.script
}

const momentum = fixedRateMethods.find(({ id, convention }) => id === 'momentum' && convention === 'book') as Method
const named = (method: Method) => `${method.id} (${method.convention})`

/** NumPy's warnings as errors, except those that the script itself suppresses. */
const noWarnings = "import warnings\nwarnings.simplefilter('error')\nimport numpy as np"

const numbered = (jobs: readonly PythonRun[]) => jobs.map((job, at) => ({ ...job, name: `${at + 1} ${job.name}` }))

describe('several runs as one Python script', () => {
  const race = (...methods: readonly Method[]) =>
    pythonScript(numbered(methods.map((method) => both(bowl, method).job)), words.en) ?? ''
  const twins = fixedRateMethods.filter(({ id }) => id === 'momentum')

  it('distinguishes two conventions of one method, and defines what they share once', () => {
    const script = race(...twins, momentum)
    expect(script.match(/^class \w+/gm)).toEqual(['class MomentumBook', 'class MomentumLibrary'])
    expect(script.match(/^def \w+/gm)).toEqual(['def f', 'def gradient'])
    expect(script.match(/^paths\[.*$/gm)).toHaveLength(3)
  })

  it('names the runs without a script, and is null if all are', () => {
    const nelderMead = algorithms.find(({ id }) => id === 'nelder-mead') as Method
    const noisy = both(bowl, nelderMead, { noise: { sigma: 1, seed: 1 } }).job
    expect(pythonScript(numbered([both(bowl, momentum).job, noisy]), words.en)).toContain(`# 2 ${noisy.name}: `)
    expect(pythonScript(numbered([noisy, noisy]), words.en)).toBeNull()
  })
})

describe('a run as a Python script', () => {
  it('reads like an introductory book', () => {
    const { script } = both(bowl, momentum, { settings: { lr: 0.1 } })
    expect(script).toBe(`# A test: Momentum
# Made by Gradient Lab; needs NumPy.
import numpy as np


# The function
def f(point):
    x, y = point
    return x**2/20 + y**2


# Its gradient, from the formula
def gradient(point):
    x, y = point
    return np.array([x/10, 2*y])


class Momentum:
    """Momentum

    Introductory deep-learning textbook (Japanese), chapter on parameter updates; Polyak 1964, USSR
    Comput. Math. 4(5), 1–17
    """

    def __init__(self, lr, momentum):
        self.lr = lr
        self.momentum = momentum
        self.v = 0.0

    def update(self, x, g):
        self.v = self.momentum*self.v - self.lr*g
        return x + self.v


# The run
x = np.array([-7.0, 2.0])
optimizer = Momentum(lr=0.1, momentum=0.9)
path = [x]
for t in range(1, 31):
    g = gradient(x)
    x = optimizer.update(x, g)
    # The point has gone too far, or out of the domain of f
    if not (np.all(np.abs(x) <= 1e100) and np.isfinite(f(x))):
        break
    path.append(x)

print(len(path) - 1, path[-1], f(path[-1]))
`)
  })

  it('writes a piecewise function line by line, and bounds as np.clip', () => {
    const formula = 'if(x < 0, -x, x < 1, x^2, if(x = 2, 3, x)) '
    const { script } = both({ formula, variables: ['x'], start: [3] }, momentum)
    expect(script).toContain(`def f(x):
    if x < 0:
        return -x
    if x < 1:
        return x**2
    if x == 2:
        return 3
    return x
`)
    const clipped = both({ formula: 'clip(x, 0, 1) + (x > 0)*x', variables: ['x'], start: [3] }, momentum).script
    expect(clipped).toContain('return np.clip(x, 0, 1) + np.float64(1 if x > 0 else 0)*x')
  })

  it('names the elements of a vector as NumPy does, and avoids its own names', () => {
    const vector = both(
      { formula: 'x0^2 + lambda*x1^2 + g', variables: ['x0', 'x1'], parameters: { lambda: 2, g: 1 }, start: [1, 2] },
      momentum
    )
    expect(vector.script).toContain('def f(x):\n    return x[0]**2 + lambda_*x[1]**2 + g_\n')
    expect(vector.script).toContain('lambda_ = 2.0\ng_ = 1.0\n')
  })
})

describe.skipIf(!python)(runByPython, { timeout: 60_000 }, () => {
  const problems: readonly Problem[] = [
    bowl,
    { formula: '(1 - x)^2 + a*(y - x^2)^2', variables: ['x', 'y'], parameters: { a: 5 }, start: [-0.5, 1] },
    { formula: 'sin(x)*exp(-x^2/8) + x^2/50', variables: ['x'], start: [2.2] },
    { formula: 'np.sum(x**2) + x0*x1', variables: ['x0', 'x1', 'x2'], start: [1, -2, 3] },
    {
      formula: 'piecewise(x < 1, (x - 1)^2, 2*(x - 1)^2) + lambda*abs(g)',
      variables: ['x', 'g'],
      parameters: { lambda: 0.3 },
      start: [4, 5]
    }
  ]

  it('has the path of the program, for every fixed-rate method', () => {
    const cases = fixedRateMethods.flatMap((method) =>
      problems.map((problem) => ({ method, problem, made: both(problem, method) }))
    )
    const found = pathsOf(cases.map(({ made }) => scriptOf(made)))
    const off = cases.flatMap(({ method, problem, made }, at) => {
      const distance = apart(made.own, found[at] ?? [])
      return distance < 1e-11 ? [] : [[named(method), problem.formula, distance]]
    })
    expect(off).toEqual([])
  })

  it('has the derivative of every function', () => {
    const cases = functions
      .filter(({ hidden }) => !hidden)
      .flatMap(({ name, written, parameters }) => {
        const variables = ['x', 'y', 'z'].slice(0, parameters.length)
        const formula = `${written ?? name}(${variables.join(', ')})`
        const f = compile(formula, variables, {})
        const starts = [-2.3, 0.4, 1.7].map((x) => [x, 1.3, 0.6].slice(0, parameters.length))
        const sound = starts.filter((start) => Number.isFinite(f.value(start)))
        return sound.map((start) => ({
          formula,
          start,
          made: both({ formula, variables, start }, momentum, { steps: 3 })
        }))
      })
    expect(new Set(cases.map(({ formula }) => formula)).size).toBe(functions.filter(({ hidden }) => !hidden).length)
    const found = pathsOf(cases.map(({ made }) => scriptOf(made)))
    const off = cases.filter(({ made }, at) => !(apart(made.own, found[at] ?? []) < 1e-12))
    expect(off.map(({ formula, start }) => [formula, start])).toEqual([])
  })

  it('a planted mistake is detected', () => {
    const made = both(bowl, momentum)
    const [right, wrong] = pathsOf([scriptOf(made), scriptOf(made).replace('lr=0.01', 'lr=0.010000001')])
    expect(apart(made.own, right ?? [])).toBeLessThan(1e-13)
    expect(apart(made.own, wrong ?? [])).toBeGreaterThan(1e-11)
  })

  it('follows every schedule', () => {
    const cases = schedules.map((schedule) =>
      both(bowl, momentum, {
        steps: 60,
        schedule: {
          id: schedule.id,
          settings: { ...defaultSettings(schedule), ...(schedule.id === 'step' && { every: 7 }) }
        }
      })
    )
    const found = pathsOf(cases.map(scriptOf))
    expect(cases.map(({ own }, at) => apart(own, found[at] ?? []) < 1e-12)).toEqual(cases.map(() => true))
  })

  it('has the same noise for an even and an odd number of variables', () => {
    const noise = { sigma: 0.5, seed: 4_000_000_123 }
    const cases = problems.map((problem) => both(problem, momentum, { noise }))
    const found = pathsOf(cases.map(scriptOf))
    expect(cases.map(({ own }, at) => apart(own, found[at] ?? []) < 1e-11)).toEqual(cases.map(() => true))
  })

  it('uses the difference scheme of the run, up to the rounding that h magnifies', () => {
    const sources = (['forward', 'backward', 'central'] as const).map((method) => ({ method, h: 1e-3 }))
    const cases = sources.flatMap((gradient) => problems.map((problem) => both(problem, momentum, { gradient })))
    const found = pathsOf(cases.map(scriptOf))
    expect(cases.map(({ own }, at) => apart(own, found[at] ?? []) < 1e-9)).toEqual(cases.map(() => true))
  })

  it('ends where the run ends: by each rule, at a pole, by divergence', () => {
    const rules = { target: 0.5, gradient: 0.4, step: 0.02, evaluations: 12 } as const
    const ends = (Object.keys(rules) as (keyof typeof rules)[]).map((rule) =>
      both(bowl, momentum, { steps: 200, settings: { lr: 0.1 }, stop: { ...never, [rule]: rules[rule] } })
    )
    const descent = fixedRateMethods[0] as Method
    const falls = [
      both({ formula: 'log(x)', variables: ['x'], start: [0.5] }, descent, { settings: { lr: 0.1 } }),
      both({ formula: 'x^4 + y^2', variables: ['x', 'y'], start: [3, 1] }, descent, { settings: { lr: 1 } })
    ]
    const cases = [...ends, ...falls]
    const lengths = cases.map(({ own }) => own.length)
    expect(Math.max(...lengths), lengths.join()).toBeLessThan(200)
    expect(Math.min(...lengths), lengths.join()).toBeGreaterThan(1)
    const found = pathsOf(cases.map(scriptOf))
    expect(cases.map(({ own }) => own.length)).toEqual(found.map((path) => path.length))
    expect(cases.map(({ own }, at) => apart(own, found[at] ?? []) < 1e-9)).toEqual(cases.map(() => true))
  })

  it('uses central differences where the formula of the gradient is too long, and says so', () => {
    const variables = Array.from({ length: 50 }, (_, i) => `x${i}`)
    const factors = variables.map((name, i) => `(1 + ${name}^2/${i + 7})`).join('*')
    const made = both({ formula: `log(${factors})`, variables, start: variables.map((_, i) => 1 + i / 50) }, momentum)
    const [found] = pathsOf([scriptOf(made)])
    expect(apart(made.own, found ?? [])).toBeLessThan(1e-6)
  })

  const smooth: readonly Problem[] = [
    { formula: '(1 - x)^2 + 5*(y - x^2)^2', variables: ['x', 'y'], start: [-1.2, 1] },
    { formula: 'np.sum(x**2) + x0*x1 + x2^4 + cos(x0)', variables: ['x0', 'x1', 'x2'], start: [1, -2, 3] },
    { formula: 'x^4/4 - x^2 + x/3', variables: ['x'], start: [0.1] },
    { formula: 'x^2 - y^2 + y^4/4', variables: ['x', 'y'], start: [2, 0.01] },
    { formula: '-log(1 - x^2 - y^2) + x/2', variables: ['x', 'y'], start: [0.6, 0.7] },
    // Slight negative curvature, and a start far outside of the radius.
    { formula: 'x^4 - x^2/10^8 + y^2', variables: ['x', 'y'], start: [0.00001, 1] },
    { formula: 'x^4/100 + y^2 + sin(3x)', variables: ['x', 'y'], start: [20, -15] }
  ]

  it.each(algorithms.map((method) => [method.id, method] as const))('%s has the path of the program', (_, method) => {
    const cases = smooth.map((problem) => both(problem, method, { steps: 12, stop: { ...never, gradient: 1e-5 } }))
    expect(cases.every(({ own }) => own.length > 1)).toBe(true)
    const found = pathsOf(cases.map(scriptOf))
    expect(cases.map(({ own }, at) => [own.length, apart(own, found[at] ?? []) < 1e-8])).toEqual(
      found.map(({ length }) => [length, true])
    )
  })

  it('continues conjugate gradients where squares underflow, without a warning', () => {
    const made = both(bowl, algorithms.find(({ id }) => id === 'conjugate') as Method, { steps: 60 })
    expect(Math.max(...(made.own.at(-1) ?? []).map(Math.abs))).toBeLessThan(1e-100)
    const loud = scriptOf(made).replace('import numpy as np', noWarnings)
    expect(pathsOf([loud]).map(({ length }) => length)).toEqual([made.own.length])
  })

  it('restarts conjugate gradients after a vanishing gradient, as the program does', () => {
    const hill: Problem = { formula: 'sin(x)*sin(y) + x^2/10 + y^2/30', variables: ['x', 'y'], start: [1e-14, 1e-15] }
    const made = both(hill, algorithms.find(({ id }) => id === 'conjugate') as Method, { steps: 4 })
    expect(made.own.length).toBe(5)
    expect(apart(made.own, pathsOf([scriptOf(made)])[0] ?? [])).toBeLessThan(1e-8)
  })

  it('of several runs is one script, which has the path of each by its name', () => {
    const settings = { lr: 0.05 }
    const methods = [...fixedRateMethods, ...algorithms]
    const runs = [bowl, problems[1] as Problem, problems[2] as Problem].map((problem) => [
      ...methods.map((method) => both(problem, method, { steps: 12, stop: { ...never, gradient: 1e-5 } })),
      both(problem, momentum, { steps: 12, settings, schedule: { id: 'exponential', settings: { gamma: 0.9 } } }),
      both(problem, momentum, { steps: 12, settings, noise: { sigma: 0.2, seed: 7 } })
    ])
    const scripts = runs.map((race) => pythonScript(numbered(race.map(({ job }) => job)), words.en) ?? '')
    const shown = scripts.map((script) => `${script}\npath = [point for path in paths.values() for point in path]\n`)
    const found = pathsOf(shown)
    const off = runs.flatMap((race, at) => {
      let from = 0
      return race.flatMap(({ job, own }) => {
        const path = found[at]?.slice(from, from + own.length) ?? []
        from += own.length
        const distance = apart(own, path)
        return distance < 1e-8 ? [] : [[at, job.name, distance]]
      })
    })
    expect(off).toEqual([])
  })

  /** Singular, for all x: the last digits decide whether a Hessian counts as positive definite. */
  const degenerate: readonly Problem[] = [
    { formula: '(3x + y)^2', variables: ['x', 'y'], start: [1, 2] },
    { formula: '(x + y/3)^4', variables: ['x', 'y'], start: [1, 2] },
    { formula: 'exp(x + y/7)', variables: ['x', 'y'], start: [1, 2] },
    { formula: 'cosh(x/3 + y/7)', variables: ['x', 'y'], start: [1, 2] },
    { formula: '(x + y/3 + z/7)^2 + cos(x)', variables: ['x', 'y', 'z'], start: [1, 2, 3] }
  ]

  it.each(algorithms.filter(({ id }) => asksForHessian(id)))(
    '$id goes the way of the program where the Hessian is singular',
    (method) => {
      const cases = degenerate.map((problem) => both(problem, method, { steps: 4 }))
      expect(cases.map(({ own }) => own.length > 1)).toEqual(cases.map(() => true))
      const found = pathsOf(cases.map(scriptOf))
      expect(cases.map(({ own }, at) => apart(own, found[at] ?? []) < 1e-6)).toEqual(cases.map(() => true))
    }
  )

  it('finds a step even where the shift of a singular Hessian is lost in rounding', () => {
    const cases = degenerate.flatMap((problem) =>
      algorithms
        .filter(({ id }) => asksForHessian(id))
        .map((method) => both(problem, method, { steps: 1, settings: { delta: 1e-18 } }))
    )
    expect(pathsOf(cases.map(scriptOf)).map(({ length }) => length)).toEqual(cases.map(({ own }) => own.length))
  })

  it('does not accept a step to −∞, as the program does not', () => {
    const cases = algorithms.map((method) =>
      both({ formula: 'log(x)', variables: ['x'], start: [1] }, method, { steps: 3 })
    )
    const found = pathsOf(cases.map(scriptOf))
    expect(cases.map(({ own }, at) => [own.length, apart(own, found[at] ?? []) < 1e-8])).toEqual(
      found.map(({ length }) => [length, true])
    )
  })

  it('backtracks from any length, and ends where no double is small enough', () => {
    const far: Problem = { formula: 'x^2 + x/2', variables: ['x'], start: [3] }
    const corner: Problem = { formula: 'max(x, -2*x) + x', variables: ['x'], start: [0] }
    const cases = algorithms.flatMap((method) => {
      if (method.id === 'armijo')
        return [
          both(far, method, { steps: 3, settings: { initial: 1e60, shrink: 0.95 } }),
          both(corner, method, { steps: 3, settings: { shrink: 0.95 } })
        ]
      return method.settings.some(({ id }) => id === 'reach')
        ? [both(far, method, { steps: 1, settings: { reach: 1e200 } })]
        : []
    })
    expect(cases).toHaveLength(6)
    const found = pathsOf(cases.map(scriptOf))
    expect(cases.map(({ own }, at) => [own.length, apart(own, found[at] ?? []) < 1e-8])).toEqual(
      found.map(({ length }) => [length, true])
    )
  })

  const simplex = algorithms.find(({ id }) => id === 'nelder-mead') as Method

  it('continues while the best vertex of a simplex does not move, even with a rule for small steps', () => {
    const banana: Problem = { formula: '(1 - x)^2 + 100(y - x^2)^2', variables: ['x', 'y'], start: [-1.2, 1] }
    const made = both(banana, simplex, { steps: 60, stop: { ...never, step: 0.05 } })
    const [found = []] = pathsOf([scriptOf(made)])
    expect(made.own.length).toBeGreaterThan(20)
    expect(made.own.length).toBeLessThan(61)
    expect([found.length, apart(made.own, found) < 1e-11]).toEqual([made.own.length, true])
  })

  it('continues at a point without a derivative with a derivative-free method, as the program does', () => {
    const made = both({ formula: 'sqrt(x)', variables: ['x'], start: [1] }, simplex, { steps: 5 })
    const [found = []] = pathsOf([scriptOf(made)])
    expect(made.own).toHaveLength(6)
    expect(found).toEqual(made.own)
  })

  it('contracts a simplex outside to a point as low as the reflected one', () => {
    // From the corners 1 and 2 it reflects to 0, and contracts to 0.5: f is 2.5 at both.
    const terrace: Problem = {
      formula: 'piecewise(x < 0.6, 2.5, x < 1.8, 2.1 - x/10, 3)',
      variables: ['x'],
      start: [1]
    }
    const made = both(terrace, simplex, { steps: 6 })
    const [found = []] = pathsOf([scriptOf(made)])
    expect(made.own[1]).toEqual([1])
    expect(apart(made.own, found)).toBeLessThan(1e-12)
  })

  it('takes as many steps as the budget of the program allows, whatever a step of the method costs, and says so', () => {
    const stop = { ...never, evaluations: 25 }
    const cases = algorithms.map((method) => both(smooth[0] as Problem, method, { steps: 1000, stop }))
    const found = pathsOf(cases.map(scriptOf))
    expect(Math.max(...cases.map(({ own }) => own.length))).toBeLessThan(25)
    expect(cases.map(({ own }, at) => [own.length, apart(own, found[at] ?? []) < 1e-8])).toEqual(
      found.map(({ length }) => [length, true])
    )
    for (const [at, { own }] of cases.entries())
      expect(scriptOf(cases[at] as (typeof cases)[number])).toContain(
        words.en.python.spent({ steps: own.length - 1, evaluations: 25 })
      )
  })

  it('is null where a line search would draw other noise than the program', () => {
    const [armijo] = algorithms
    if (!armijo) throw new Error('There are no algorithms')
    expect(both(bowl, armijo, { noise: { sigma: 1, seed: 1 } }).script).toBeNull()
  })
})
