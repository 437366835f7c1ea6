import type { GradientSource, Run, ScheduleChoice, StopRules } from '../experiment/experiment'
import { parse } from '../language/parser'
import type { Syntax } from '../language/syntax'
import { isFixedRate } from '../methods/method'
import { scheduleNamed } from '../methods/schedules'
import { methodNamed } from '../methods/table'
import type { Words } from '../words/index'
import { floatText, type Naming, pythonExpression } from './expression'
import { arrayLines, wrapped } from './lines'
import { parameterName, pointNames } from './names'
import { noiseLines } from './noise'
import { ruleClass, settingArguments } from './rule'

/** A run of an optimiser with all that it depends on. */
export interface PythonRun {
  readonly title: string
  readonly tree: Syntax
  readonly variables: readonly string[]
  readonly parameters: readonly { readonly name: string; readonly value: number }[]
  /** ∂f/∂(each variable) as it is read; null where it is too long. */
  readonly derivatives: readonly (Syntax | null)[]
  readonly gradient: GradientSource
  readonly steps: number
  readonly stop: StopRules
  readonly run: Run
  /** The start it really has. */
  readonly start: readonly number[]
}

/** Longer than this, the formula of a gradient is not written out: characters. */
const longestGradient = 6000

/** The step size of central differences in place of a formula: near the best for functions and points of ordinary size. */
const usualDifference = 1e-5

/**
 * The run as a script for Python 3 with NumPy, in the manner of an introductory book: f, its gradient, a class for the
 * optimiser, a loop. It goes the same way as the program, to rounding. Null where the method, or a function that f uses,
 * has no counterpart in Python.
 */
export function pythonScript(job: PythonRun, words: Words): string | null {
  const method = methodNamed(job.run.method, job.run.convention)
  if (!method || !isFixedRate(method)) return null
  const names = (words.methods.names as Readonly<Record<string, string>>)[method.id] ?? method.id
  const rule = ruleClass(method, className(method.id), names)
  const value = functionLines(job, words)
  const gradient = gradientLines(job, words)
  const schedule = scheduleLines(job.run.schedule, words)
  if (!rule || !value || !gradient || !schedule) return null
  const isScheduled = schedule.length > 0 && method.settings.some(({ id }) => id === 'lr')
  const isNoisy = job.run.noise.sigma > 0
  const text = [
    [`# ${oneLine(words.python.heading({ title: job.title, method: names }))}`, `# ${words.python.madeBy}`],
    ['import numpy as np'],
    parameterLines(job, words),
    value,
    gradient,
    rule.lines,
    isScheduled ? schedule : [],
    isNoisy ? noiseLines(job.run.noise, words.python.noise) : [],
    loopLines(job, words, {
      begin: `optimizer = ${className(method.id)}(${settingArguments(method, job.run.settings)})`,
      rate: isScheduled ? `optimizer.lr = ${job.run.settings['lr']} * schedule(t)` : null,
      move: `x = optimizer.update(x, g${rule.readsStep ? ', t' : ''})`
    })
  ]
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n\n')
  return `${/\bmath\./.test(text) ? text.replace('import numpy as np', 'import math\n\nimport numpy as np') : text}\n`
}

/** `gradient_descent` would be a function's name: classes begin with a capital letter. */
const className = (id: string) =>
  id
    .split(/[^a-z0-9]+/i)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** A title may have line breaks, which would end a comment. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function namingOf({ variables, parameters }: PythonRun): Naming {
  const written = new Map([
    ...parameters.map(({ name }) => [name, parameterName(name)] as const),
    ...pointNames(variables).variables.map((text, axis) => [variables[axis] ?? '', text] as const)
  ])
  return { written: (name) => written.get(name) ?? name, isArray: () => false }
}

function parameterLines({ parameters }: PythonRun, words: Words): readonly string[] {
  if (parameters.length === 0) return []
  return [
    `# ${words.python.parameters}`,
    ...parameters.map(({ name, value }) => `${parameterName(name)} = ${floatText(value)}`)
  ]
}

function functionLines(job: PythonRun, words: Words): readonly string[] | null {
  const { point, apart } = pointNames(job.variables)
  const value = pythonExpression(job.tree, namingOf(job))
  if (value === null) return null
  return [
    `# ${words.python.function}`,
    `def f(${point}):`,
    ...(apart ? [`    ${apart}`] : []),
    ...wrapped('return ', value, '    ')
  ]
}

function gradientLines(job: PythonRun, words: Words): readonly string[] | null {
  const { method, h } = job.gradient
  if (method !== 'exact') return differenceLines(job, method, h, words.python.differences[method])
  const naming = namingOf(job)
  const slopes = job.derivatives.map((derivative) => derivative && pythonExpression(derivative, naming))
  const length = slopes.reduce((sum, slope) => sum + (slope?.length ?? Number.POSITIVE_INFINITY), 0)
  if (slopes.length !== job.variables.length || length > longestGradient)
    return differenceLines(job, 'central', usualDifference, words.python.insteadOfExact)
  const { point, apart } = pointNames(job.variables)
  const texts = slopes.map((slope) => slope ?? '')
  const isOne = texts.length === 1
  return [
    `# ${isOne ? words.python.slope : words.python.exact}`,
    `def gradient(${point}):`,
    ...(apart ? [`    ${apart}`] : []),
    ...(isOne ? wrapped('return ', texts[0] ?? '', '    ') : arrayLines('return ', texts, '    '))
  ]
}

/** Each scheme as Python, over f at the place itself, one step up and one step down. */
const quotients = {
  forward: (here: string, up: string) => `(${up} - ${here})/h`,
  backward: (here: string, _: string, down: string) => `(${here} - ${down})/h`,
  central: (_: string, up: string, down: string) => `(${up} - ${down})/(2*h)`
} as const

function differenceLines(
  { variables }: PythonRun,
  scheme: keyof typeof quotients,
  h: number,
  comment: string
): readonly string[] {
  if (variables.length === 1)
    return [
      `# ${comment}`,
      'def gradient(x):',
      `    h = ${floatText(h)}`,
      `    return ${quotients[scheme]('f(x)', 'f(x + h)', 'f(x - h)')}`
    ]
  return [
    `# ${comment}`,
    'def gradient(x):',
    `    h = ${floatText(h)}`,
    '    slopes = np.zeros(x.size)',
    '    for i in range(x.size):',
    '        step = np.zeros(x.size)',
    '        step[i] = h',
    `        slopes[i] = ${quotients[scheme]('f(x)', 'f(x + step)', 'f(x - step)')}`,
    '    return slopes'
  ]
}

/** Empty for a constant learning rate; null where there is no such schedule, or no Python for it. */
function scheduleLines({ id, settings }: ScheduleChoice, words: Words): readonly string[] | null {
  if (id === 'constant') return []
  const schedule = scheduleNamed(id)
  if (!schedule) return null
  const names = schedule.settings.map((setting) => setting.id)
  const { tree } = parse(schedule.factor, { names: ['t', ...names] })
  const factor = pythonExpression(tree, { written: (name) => name, isArray: () => false })
  if (factor === null) return null
  const given = schedule.settings.map((setting) => `${setting.id}=${settings[setting.id]}`)
  return [
    `# ${words.python.schedule}`,
    `def schedule(${['t', ...given].join(', ')}):`,
    ...wrapped('return ', factor, '    ')
  ]
}

/** `begin`: what stands before the loop; `rate`: what sets the learning rate of a step; `move`: what makes the next x of x and g. */
function loopLines(
  { start, steps, stop, run }: PythonRun,
  { python }: Words,
  { begin, rate, move }: { readonly begin: string; readonly rate: string | null; readonly move: string }
): readonly string[] {
  const first = start.map(floatText)
  const isOne = start.length === 1
  const noise = run.noise.sigma > 0 ? ` + noise(t, ${isOne ? '1)[0]' : 'x.size)'}` : ''
  return [
    `# ${python.begin}`,
    ...(isOne ? [`x = np.float64(${first[0]})`] : arrayLines('x = ', first, '')),
    begin,
    'path = [x]',
    `for t in range(1, ${steps + 1}):`,
    ...(rate ? [`    ${rate}`] : []),
    `    g = gradient(x)${noise}`,
    ...stopLines(stop, isOne, python),
    `    ${move}`,
    `    # ${python.leftDomain}`,
    '    if not (np.all(np.abs(x) <= 1e100) and np.isfinite(f(x))):',
    '        break',
    '    path.append(x)',
    '',
    'print(len(path) - 1, path[-1], f(path[-1]))'
  ]
}

/** The rules that end a run early, asked at x before it is left, in the program's order. */
function stopLines(stop: StopRules, isOne: boolean, python: Words['python']): readonly string[] {
  const length = (vector: string) => (isOne ? `abs(${vector})` : `np.linalg.norm(${vector})`)
  const rules: readonly (readonly [number | null, string, (limit: number) => string])[] = [
    [stop.target, python.target, (limit) => `f(x) <= ${limit}`],
    [stop.gradient, python.smallGradient, (limit) => `${length('g')} <= ${limit}`],
    [stop.step, python.smallStep, (limit) => `t > 1 and ${length('x - path[-2]')} <= ${limit}`],
    [stop.evaluations, python.evaluations, (limit) => `t > ${limit}`]
  ]
  return rules.flatMap(([limit, comment, condition]) =>
    limit === null ? [] : [`    # ${comment}`, `    if ${condition(limit)}:`, '        break']
  )
}
