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
 * A run as a script for Python 3 with NumPy, as in an introductory book: f, its gradient, a class for the optimiser, a
 * loop. Its path agrees with the program's up to rounding. Several runs of one function make one script, which keeps
 * each path by the name of its run. Null if the method, a function in f, or what the runs ask of the methods has no
 * counterpart in Python; of several runs, those are left out and named.
 */
export function pythonScript(jobs: readonly PythonRun[], words: Words): string | null {
  const [first, ...others] = jobs
  if (!first) return null
  const isRace = others.length > 0
  const isScalar = first.variables.length === 1 && jobs.every(isFixedRateRun)
  const all = jobs.map((job) => ({ job, parts: partsOf(job, jobs, isScalar, words) }))
  const written = all.flatMap(({ job, parts }) => (parts ? [{ job, parts }] : []))
  // Only methods that need second derivatives know them.
  const hessian = written.find(({ parts }) => parts.hessian)?.job ?? first
  const text = functionText(hessian, words, isScalar && written.every(({ parts }) => parts.isScalar))
  const [value, gradient] = [valueLines(text), gradientLines(text)]
  if (!value || !gradient || written.length === 0) return null
  const about = isRace ? first.title : words.python.heading({ title: first.title, method: methodName(first, words) })
  const left = all.filter(({ parts }) => !parts).map(({ job }) => `# ${oneLine(job.name)}: ${words.python.none}`)
  const searches = written.some(({ parts }) => parts.mayFail)
  const blocks = [
    [`# ${oneLine(about)}`, `# ${words.python.madeBy}`, ...left, 'import numpy as np'],
    searches ? [`# ${words.python.quiet}`, "np.seterr(all='ignore')"] : [],
    parameterLines(text),
    value,
    gradient,
    written.some(({ parts }) => parts.hessian) ? hessianLines(text) : [],
    ...unique(written.flatMap(({ parts }) => parts.blocks)),
    ...(isRace
      ? raceBlocks(written, words)
      : written.map(({ job, parts }) => [...loopLines(job, words, parts), '', last]))
  ]
  const script = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n\n')
  return `${/\bmath\./.test(script) ? script.replace('import numpy', 'import math\nimport numpy') : script}\n`
}

const last = 'print(len(path) - 1, path[-1], f(path[-1]))'

/** Each run by itself, and a table of where they end. */
function raceBlocks(
  written: readonly { readonly job: PythonRun; readonly parts: Parts }[],
  words: Words
): readonly (readonly string[])[] {
  const runs = written.map(({ job, parts }) => [
    `# ${oneLine(job.name)}`,
    ...loopLines(job, words, parts).slice(1),
    `paths[${JSON.stringify(oneLine(job.name))}] = path`
  ])
  const table = ['for name, path in paths.items():', '    print(name, len(path) - 1, path[-1], f(path[-1]))']
  return [[`# ${words.python.paths}`, 'paths = {}'], ...runs, table]
}

/** Without repetitions of a block. */
const unique = (blocks: readonly (readonly string[])[]) => {
  const texts = blocks.map((block) => block.join('\n'))
  return blocks.filter((_, at) => texts.indexOf(texts[at] ?? '') === at)
}

const isFixedRateRun = ({ run }: PythonRun): boolean => {
  const method = methodNamed(run.method, run.convention)
  return method !== undefined && isFixedRate(method)
}

const methodName = ({ run }: PythonRun, words: Words): string =>
  (words.methods.names as Readonly<Record<string, string>>)[run.method] ?? run.method

/** The names of what belongs to a single run, in a script of several. */
interface OwnNames {
  readonly class: string
  readonly schedule: string
}

/** Two rules of the same name are distinguished by their conventions, several schedules by numbers. */
function ownNames(job: PythonRun, jobs: readonly PythonRun[]): OwnNames {
  const { method, convention, schedule } = job.run
  const hasTwin = jobs.some(({ run }) => run.method === method && run.convention !== convention)
  const schedules = [...new Set(jobs.map(({ run }) => JSON.stringify(run.schedule)))]
  const number = schedules.indexOf(JSON.stringify(schedule)) + 1
  return {
    class: className(method) + (hasTwin ? className(convention) : ''),
    schedule: schedules.length > 1 ? `schedule_${number}` : 'schedule'
  }
}

/** What the run needs of its method; null if that has no counterpart in Python. */
function partsOf(job: PythonRun, jobs: readonly PythonRun[], isScalar: boolean, words: Words): Parts | null {
  const method = methodNamed(job.run.method, job.run.convention)
  if (!method) return null
  const [names, about] = [ownNames(job, jobs), methodName(job, words)]
  return isFixedRate(method)
    ? ruleParts(job, method, { names, about, isScalar, words })
    : algorithmParts(job, method, names, about)
}

/** The parts of a script that depend on the method. */
interface Parts {
  readonly blocks: readonly (readonly string[])[]
  /** It needs second derivatives. */
  readonly hessian: boolean
  /** A point is a number. */
  readonly isScalar: boolean
  /** What stands before the loop, what sets the learning rate of a step, and what computes the next x from x and g. */
  readonly begin: string
  readonly rate: string | null
  readonly move: string
  /** It may find no descent. */
  readonly mayFail: boolean
  /** It computes one gradient a step and nothing else: its evaluations are counted in steps. */
  readonly isCounted: boolean
  /** It uses values of f only: a step that does not move is no sign of convergence. */
  readonly isGradientFree: boolean
}

function ruleParts(
  job: PythonRun,
  method: FixedRate,
  { names, about, isScalar, words }: { names: OwnNames; about: string; isScalar: boolean; words: Words }
): Parts | null {
  const { settings, schedule, noise } = job.run
  const rule = ruleClass(method, names.class, about)
  const scheduled = scheduleLines(schedule, names.schedule, words)
  if (!rule || !scheduled) return null
  const isScheduled = scheduled.length > 0 && method.settings.some(({ id }) => id === 'lr')
  return {
    blocks: [rule.lines, isScheduled ? scheduled : [], noise.sigma > 0 ? noiseLines(words.python.noise) : []],
    hessian: false,
    isScalar,
    begin: `optimizer = ${names.class}(${settingArguments(method, settings)})`,
    rate: isScheduled ? `optimizer.lr = ${settings['lr']} * ${names.schedule}(t)` : null,
    move: `x = optimizer.update(x, g${rule.readsStep ? ', t' : ''})`,
    mayFail: false,
    isCounted: true,
    isGradientFree: false
  }
}

/** A method that evaluates f as often as it needs draws other noise than the loop does. */
function algorithmParts({ run }: PythonRun, method: Algorithm, names: OwnNames, about: string): Parts | null {
  const found = algorithmBlocks(method, names.class, about)
  if (!found || run.noise.sigma > 0) return null
  return {
    ...found,
    isScalar: false,
    begin: `optimizer = ${names.class}(${settingArguments(method, run.settings)})`,
    rate: null,
    move: 'x = optimizer.update(x, g)',
    mayFail: true,
    isCounted: false
  }
}

/** `gradient_descent` would be a function's name: classes are in CapWords. */
const className = (id: string) =>
  id
    .split(/[^a-z0-9]+/i)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** A title may have line breaks, which would end a comment. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Empty for a constant learning rate; null if there is no such schedule, or no Python for it. */
function scheduleLines({ id, settings }: ScheduleChoice, name: string, words: Words): readonly string[] | null {
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
    `def ${name}(${['t', ...given].join(', ')}):`,
    ...wrapped('return ', factor, '    ')
  ]
}

function loopLines(job: PythonRun, { python }: Words, parts: Parts): readonly string[] {
  const { start, stop, run } = job
  const { begin, rate, move, isScalar: isOne, mayFail } = parts
  const first = start.map(floatText)
  const { sigma, seed } = run.noise
  const noise =
    sigma > 0 ? ` + noise(t, ${isOne ? '1' : 'x.size'}, ${sigma}, ${seed % 2 ** 32})${isOne ? '[0]' : ''}` : ''
  return [
    `# ${python.begin}`,
    ...(isOne ? [`x = np.float64(${first[0]})`] : arrayLines('x = ', first, '')),
    begin,
    'path = [x]',
    ...rangeLines(job, parts.isCounted, python),
    ...(rate ? [`    ${rate}`] : []),
    `    g = gradient(x)${noise}`,
    ...stopLines(stop, parts, python),
    `    ${move}`,
    ...(mayFail ? [`    # ${python.lineSearch}`, '    if x is None:', '        break'] : []),
    `    # ${python.leftDomain}`,
    '    if not (np.all(np.abs(x) <= 1e100) and np.isfinite(f(x))):',
    '        break',
    '    path.append(x)'
  ]
}

/** A script that does not count evaluations takes as many steps as the program's budget allows. */
function rangeLines(
  { steps, stop, spentAt }: PythonRun,
  isCounted: boolean,
  python: Words['python']
): readonly string[] {
  if (isCounted || spentAt === null || stop.evaluations === null) return [`for t in range(1, ${steps + 1}):`]
  const comment = python.spent({ steps: spentAt, evaluations: stop.evaluations })
  return [...filled(comment, '# '), `for t in range(1, ${spentAt + 1}):`]
}

/** The rules that end a run early, checked at x before each step, in the program's order. */
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
