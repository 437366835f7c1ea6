import type { Syntax } from '../language/syntax'
import type { Words } from '../words/index'
import { floatText, type Naming, pythonExpression, returnLines } from './expression'
import { arrayLines, filled, wrapped } from './lines'
import { type PointNames, parameterName, pointNames } from './names'
import type { PythonRun } from './run'

/** A function of the script, line by line; null if something in it has no counterpart in Python. */
type Lines = readonly string[] | null

/** The function of a run in Python; `names` says how its points are written. */
export interface FunctionText {
  readonly job: PythonRun
  readonly words: Words
  readonly names: PointNames
}

/** In characters: longer formulas of a gradient or of second derivatives are replaced by differences. */
const maxFormulaLength = 6000

/**
 * The step size of central differences in place of a formula: about ε^(1/3), near the optimum for values of ordinary
 * size.
 */
const centralStep = 1e-5

/** `isScalar`: a point of one variable is a number, not an array. */
export const functionText = (job: PythonRun, words: Words, isScalar: boolean): FunctionText => ({
  job,
  words,
  names: pointNames(job.variables, isScalar)
})

function namingOf({ job, names }: FunctionText): Naming {
  const written = new Map([
    ...job.parameters.map(({ name }) => [name, parameterName(name)] as const),
    ...names.variables.map((text, axis) => [job.variables[axis] ?? '', text] as const)
  ])
  return { written: (name) => written.get(name) ?? name, isArray: () => false }
}

export function parameterLines({ job, words }: FunctionText): readonly string[] {
  if (job.parameters.length === 0) return []
  return [
    `# ${words.python.parameters}`,
    ...job.parameters.map(({ name, value }) => `${parameterName(name)} = ${floatText(value)}`)
  ]
}

/** `def f(x):` */
export function valueLines(text: FunctionText): Lines {
  const body = scalarLines(text, text.job.tree)
  return body && defined(text, 'f', text.words.python.function, body)
}

/** `return` of the value of a tree; for a piecewise function one for each piece. */
function scalarLines(text: FunctionText, tree: Syntax): Lines {
  const naming = namingOf(text)
  const returned = (value: Syntax, indent: string) => {
    const written = pythonExpression(value, naming)
    return written === null ? null : wrapped('return ', written, indent)
  }
  return returnLines(tree, naming, returned, '    ')
}

/** A function of a point, with a comment above it. */
const defined = ({ names }: FunctionText, name: string, comment: string, body: readonly string[]) => [
  `# ${comment}`,
  `def ${name}(${names.point}):`,
  ...(names.apart ? [`    ${names.apart}`] : []),
  ...body
]

/** `def gradient(x):` as in the run: from formulas or by its difference scheme. */
export function gradientLines(text: FunctionText): Lines {
  const { job, words, names } = text
  const { method, h } = job.gradient
  if (method !== 'exact') return differenceLines(text, method, h, words.python.differences[method])
  const naming = namingOf(text)
  const slopes = job.derivatives.map((derivative) => derivative && pythonExpression(derivative, naming))
  const known = slopes.filter((slope) => slope !== null)
  if (known.length !== job.variables.length || known.join('').length > maxFormulaLength)
    return differenceLines(text, 'central', centralStep, words.python.insteadOfExact)
  const [only] = job.derivatives
  if (names.isScalar && only) {
    const body = scalarLines(text, only)
    return body && defined(text, 'gradient', words.python.slope, body)
  }
  return defined(text, 'gradient', words.python.exact, arrayLines('return ', known, '    '))
}

/** Each difference quotient in Python, over f at the point, one step up and one step down. */
const quotients = {
  forward: (here: string, up: string) => `(${up} - ${here})/h`,
  backward: (here: string, _: string, down: string) => `(${here} - ${down})/h`,
  central: (_: string, up: string, down: string) => `(${up} - ${down})/(2*h)`
} as const

function differenceLines(
  { names }: FunctionText,
  scheme: keyof typeof quotients,
  h: number,
  comment: string
): readonly string[] {
  const begin = [`# ${comment}`, 'def gradient(x):', `    h = ${floatText(h)}`]
  if (names.isScalar) return [...begin, `    return ${quotients[scheme]('f(x)', 'f(x + h)', 'f(x - h)')}`]
  return [
    ...begin,
    '    slopes = np.zeros(x.size)',
    '    for i in range(x.size):',
    '        step = np.zeros(x.size)',
    '        step[i] = h',
    `        slopes[i] = ${quotients[scheme]('f(x)', 'f(x + step)', 'f(x - step)')}`,
    '    return slopes'
  ]
}

/** `def hessian(x):` from formulas, or by central differences of the gradient if they are too long. */
export function hessianLines(text: FunctionText): readonly string[] {
  const { job, words } = text
  const naming = namingOf(text)
  const rows = job.seconds?.map((row) => row.map((second) => pythonExpression(second, naming))) ?? null
  if (!rows || rows.flat().includes(null) || rows.flat().join('').length > maxFormulaLength)
    return [
      `# ${words.python.insteadOfHessian}`,
      'def hessian(x):',
      `    h = ${floatText(centralStep)}`,
      '    columns = [(gradient(x + step) - gradient(x - step))/(2*h) for step in h*np.eye(x.size)]',
      '    return (np.array(columns) + np.array(columns).T)/2'
    ]
  const lines = rows.flatMap((row) => filled(`[${row.join(', ')}],`, '        '))
  return defined(text, 'hessian', words.python.hessian, ['    return np.array([', ...lines, '    ])'])
}
