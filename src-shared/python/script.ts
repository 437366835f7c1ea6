import type { ScheduleChoice, StopRules } from '../experiment/experiment'
import { parse } from '../language/parser'
import { type Algorithm, type FixedRate, isFixedRate } from '../methods/method'
import { scheduleNamed } from '../methods/schedules'
import { methodNamed } from '../methods/table'
import type { Words } from '../words/index'
import { algorithmBlocks } from './algorithms'
import { floatText, pythonExpression } from './expression'
import { functionText, gradientLines, hessianLines, parameterLines, valueLines } from './function'
import { arrayLines, filled, wrapped } from './lines'
import { noiseLines } from './noise'
import { ruleClass, settingArguments } from './rule'
import type { PythonRun } from './run'

/**
 * The run as a script for Python 3 with NumPy, in the manner of an introductory book: f, its gradient, a class for the
 * optimiser, a loop. It goes the same way as the program, to rounding. Null where the method, a function that f uses, or
 * what the run asks of the method has no counterpart in Python.
 */
export function pythonScript(job: PythonRun, words: Words): string | null {
  const method = methodNamed(job.run.method, job.run.convention)
  if (!method) return null
  const about = (words.methods.names as Readonly<Record<string, string>>)[method.id] ?? method.id
  const parts = isFixedRate(method) ? ruleParts(job, method, about, words) : algorithmParts(job, method, about)
  if (!parts) return null
  const text = functionText(job, words, parts.isScalar)
  const [value, gradient] = [valueLines(text), gradientLines(text)]
  if (!value || !gradient) return null
  const blocks = [
    [
      `# ${oneLine(words.python.heading({ title: job.title, method: about }))}`,
      `# ${words.python.madeBy}`,
      'import numpy as np'
    ],
    parameterLines(text),
    value,
    gradient,
    parts.hessian ? hessianLines(text) : [],
    ...parts.blocks,
    loopLines(job, words, parts)
  ]
  const script = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n\n')
  return `${/\bmath\./.test(script) ? script.replace('import numpy', 'import math\nimport numpy') : script}\n`
}

/** What of a script is the method's. */
interface Parts {
  readonly blocks: readonly (readonly string[])[]
  /** It asks for second derivatives. */
  readonly hessian: boolean
  /** A point of one variable is a number. */
  readonly isScalar: boolean
  /** What stands before the loop, what sets the learning rate of a step, and what makes the next x of x and g. */
  readonly begin: string
  readonly rate: string | null
  readonly move: string
  /** It may find no way down. */
  readonly mayFail: boolean
  /** It has a gradient each step, and no more: what it spends is counted in steps. */
  readonly isCounted: boolean
  /** It looks at f alone: a step without a move is no sign of the end, and it would go on where f has no slope. */
  readonly isGradientFree: boolean
}

function ruleParts(job: PythonRun, method: FixedRate, about: string, words: Words): Parts | null {
  const { settings, schedule, noise } = job.run
  const rule = ruleClass(method, className(method.id), about)
  const scheduled = scheduleLines(schedule, words)
  if (!rule || !scheduled) return null
  const isScheduled = scheduled.length > 0 && method.settings.some(({ id }) => id === 'lr')
  return {
    blocks: [rule.lines, isScheduled ? scheduled : [], noise.sigma > 0 ? noiseLines(noise, words.python.noise) : []],
    hessian: false,
    isScalar: job.variables.length === 1,
    begin: `optimizer = ${className(method.id)}(${settingArguments(method, settings)})`,
    rate: isScheduled ? `optimizer.lr = ${settings['lr']} * schedule(t)` : null,
    move: `x = optimizer.update(x, g${rule.readsStep ? ', t' : ''})`,
    mayFail: false,
    isCounted: true,
    isGradientFree: false
  }
}

/** A method that asks for as many values as it needs has other noise in them than the loop knows. */
function algorithmParts({ run }: PythonRun, method: Algorithm, about: string): Parts | null {
  const found = algorithmBlocks(method, className(method.id), about)
  if (!found || run.noise.sigma > 0) return null
  return {
    ...found,
    isScalar: false,
    begin: `optimizer = ${className(method.id)}(${settingArguments(method, run.settings)})`,
    rate: null,
    move: 'x = optimizer.update(x, g)',
    mayFail: true,
    isCounted: false
  }
}

/** `gradient_descent` would be a function's name: classes begin with a capital letter. */
const className = (id: string) =>
  id
    .split(/[^a-z0-9]+/i)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** A title may have line breaks, which would end a comment. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

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

function loopLines(job: PythonRun, { python }: Words, parts: Parts): readonly string[] {
  const { start, stop, run } = job
  const { begin, rate, move, isScalar: isOne, mayFail, isGradientFree } = parts
  const first = start.map(floatText)
  const noise = run.noise.sigma > 0 ? ` + noise(t, ${isOne ? '1)[0]' : 'x.size)'}` : ''
  return [
    `# ${python.begin}`,
    ...(isOne ? [`x = np.float64(${first[0]})`] : arrayLines('x = ', first, '')),
    begin,
    'path = [x]',
    ...rangeLines(job, parts.isCounted, python),
    ...(rate ? [`    ${rate}`] : []),
    `    g = gradient(x)${noise}`,
    ...stopLines(stop, parts, python),
    ...(isGradientFree ? [`    # ${python.noSlope}`, '    if not np.all(np.isfinite(g)):', '        break'] : []),
    `    ${move}`,
    ...(mayFail ? [`    # ${python.lineSearch}`, '    if x is None:', '        break'] : []),
    `    # ${python.leftDomain}`,
    '    if not (np.all(np.abs(x) <= 1e100) and np.isfinite(f(x))):',
    '        break',
    '    path.append(x)',
    '',
    'print(len(path) - 1, path[-1], f(path[-1]))'
  ]
}

/** A script that counts no evaluations takes as many steps as the program could pay for. */
function rangeLines(
  { steps, stop, spentAt }: PythonRun,
  isCounted: boolean,
  python: Words['python']
): readonly string[] {
  if (isCounted || spentAt === null || stop.evaluations === null) return [`for t in range(1, ${steps + 1}):`]
  const comment = python.spent({ steps: spentAt, evaluations: stop.evaluations })
  return [...filled(comment, '# '), `for t in range(1, ${spentAt + 1}):`]
}

/** The rules that end a run early, asked at x before it is left, in the program's order. */
function stopLines(
  stop: StopRules,
  { isScalar, isCounted, isGradientFree }: Parts,
  python: Words['python']
): readonly string[] {
  const length = (vector: string) => (isScalar ? `abs(${vector})` : `np.linalg.norm(${vector})`)
  const least = isGradientFree ? '0 < ' : ''
  const rules: readonly (readonly [number | null, string, (limit: number) => string])[] = [
    [stop.target, python.target, (limit) => `f(x) <= ${limit}`],
    [stop.gradient, python.smallGradient, (limit) => `${length('g')} <= ${limit}`],
    [stop.step, python.smallStep, (limit) => `t > 1 and ${least}${length('x - path[-2]')} <= ${limit}`],
    [isCounted ? stop.evaluations : null, python.evaluations, (limit) => `t > ${limit}`]
  ]
  return rules.flatMap(([limit, comment, condition]) =>
    limit === null ? [] : [`    # ${comment}`, `    if ${condition(limit)}:`, '        break']
  )
}
