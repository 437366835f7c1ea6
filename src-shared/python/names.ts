/** Python keywords and names of the script: a variable of such a name gets an underscore. */
const taken = new Set([
  'lambda',
  'np',
  'math',
  'f',
  'gradient',
  'x',
  'g',
  't',
  'path',
  'schedule',
  'noise',
  'optimizer'
])

/** A parameter's name in the script. */
export const parameterName = (name: string): string => (taken.has(name) ? `${name}_` : name)

/** How a point and its coordinates are written in Python. */
export interface PointNames {
  /** The argument of `f`. */
  readonly point: string
  /** A statement that unpacks the point; null where none is needed. */
  readonly apart: string | null
  /** Each variable within `f`. */
  readonly variables: readonly string[]
  /** Whether a point is a number. */
  readonly isScalar: boolean
}

/**
 * A single variable keeps its name if a point `isScalar`; x0, x1, … are the elements of an array x; other letters are
 * unpacked from the point.
 */
export function pointNames(variables: readonly string[], isScalar: boolean): PointNames {
  const [only = 'x'] = variables
  const own = variables.map((name) => (name === 'lambda' ? 'lambda_' : name))
  if (variables.length === 1 && isScalar) return { point: own[0] ?? only, apart: null, variables: own, isScalar }
  const letter = only.replace(/\d+$/, '')
  if (variables.every((name, index) => name === `${letter}${index}`)) {
    const vector = letter === 'lambda' ? 'lambda_' : letter
    const elements = variables.map((_, index) => `${vector}[${index}]`)
    return { point: vector, apart: null, variables: elements, isScalar: false }
  }
  const apart = own.length === 1 ? `(${own[0]},) = point` : `${own.join(', ')} = point`
  return { point: 'point', apart, variables: own, isScalar: false }
}
