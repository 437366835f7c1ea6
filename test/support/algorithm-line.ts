import type { Quantity } from '@shared/protocol'

/** Rows of numbers; a vector is a column. */
type Matrix = readonly (readonly number[])[]

/** Thrown at what no number is known for, as `x_1` and `\nabla^2 f`. */
class Unknown extends Error {}

const token =
  /\s+|\\,\/\\,|\\,|\\(?:cdots?|frac|max|min|left|right|lvert|rvert|lVert|rVert|nabla)|\^\{\\top\}|\^\{-1\}|\^2|\{\w+\}|\d+(?:\.\d+)?|[-+(),{}/I]|./gy

/**
 * What one side of a line of an algorithm is worth, read as a mathematician reads it: names stand in braces, neighbours
 * are multiplied, what follows a slash is all of the denominator. Undefined where no number is known for a part of it.
 * Written for the tests alone, apart from what shows it.
 */
export function sideValue(
  tex: string,
  worth: (name: string) => Quantity | undefined,
  dimension: number
): Matrix | undefined {
  try {
    return knownValue(tex, worth, dimension)
  } catch (error) {
    if (error instanceof Unknown) return undefined
    throw error
  }
}

function knownValue(tex: string, worth: (name: string) => Quantity | undefined, dimension: number): Matrix {
  const tokens = [...tex.matchAll(token)]
    .map(([text]) => text.replaceAll('\\,', '').trim())
    .filter((text) => text !== '' && text !== '\\cdot' && text !== '\\left' && text !== '\\right')
  let at = 0
  const take = (wanted: string) => {
    if (tokens[at] !== wanted) throw new Unknown(`${wanted} is missing before ${tokens.slice(at).join(' ')}`)
    at++
  }
  const whole = sum()
  if (at < tokens.length) throw new Unknown(tokens.slice(at).join(' '))
  return whole

  function sum(): Matrix {
    let total = product()
    while (tokens[at] === '+' || tokens[at] === '-') {
      const sign = tokens[at++] === '+' ? 1 : -1
      total = added(total, scaled(product(), sign))
    }
    return total
  }

  function product(): Matrix {
    if (tokens[at] === '-') {
      at++
      return scaled(product(), -1)
    }
    let made = power()
    while (at < tokens.length && !['+', '-', ')', '}', ',', '\\rvert', '\\rVert'].includes(tokens[at] ?? '')) {
      if (tokens[at] === '/') {
        at++
        return scaled(made, 1 / scalar(product()))
      }
      made = multiplied(made, power())
    }
    return made
  }

  function power(): Matrix {
    let made = primary()
    for (;;) {
      if (tokens[at] === '^{\\top}') made = transposed(made)
      else if (tokens[at] === '^{-1}') made = inverse(made)
      else if (tokens[at] === '^2') made = [[scalar(made) ** 2]]
      else return made
      at++
    }
  }

  function primary(): Matrix {
    const text = tokens[at++] ?? ''
    const inner = (end: string) => {
      const made = sum()
      take(end)
      return made
    }
    if (/^[\d.]+$/.test(text)) return [[Number(text)]]
    if (text === 'I')
      return Array.from({ length: dimension }, (_, i) => Array.from({ length: dimension }, (_, j) => Number(i === j)))
    if (text === '(') return inner(')')
    if (text === '\\lvert') return [[Math.abs(scalar(inner('\\rvert')))]]
    if (text === '\\lVert') return [[Math.hypot(...inner('\\rVert').flat())]]
    if (text === '\\max' || text === '\\min') {
      take('(')
      const first = scalar(inner(','))
      const second = scalar(inner(')'))
      return [[text === '\\max' ? Math.max(first, second) : Math.min(first, second)]]
    }
    if (text === '\\frac') {
      const [above, below] = [part(), part()]
      return scaled(above, 1 / scalar(below))
    }
    const quantity = worth(/^\{(\w+)\}$/.exec(text)?.[1] ?? '')
    if (quantity === undefined) throw new Unknown(text)
    return matrixOf(quantity)
  }

  /** Above or below a bar; a single digit in braces looks like a name. */
  function part(): Matrix {
    const digit = /^\{(\d+)\}$/.exec(tokens[at] ?? '')
    if (digit) {
      at++
      return [[Number(digit[1])]]
    }
    take('{')
    const made = sum()
    take('}')
    return made
  }
}

const matrixOf = (quantity: Quantity): Matrix =>
  typeof quantity === 'number' ? [[quantity]] : quantity.map((row) => (typeof row === 'number' ? [row] : row))

const isScalar = (matrix: Matrix) => matrix.length === 1 && matrix[0]?.length === 1

function scalar(matrix: Matrix): number {
  if (!isScalar(matrix)) throw new Error(`A number is wanted, not ${JSON.stringify(matrix)}`)
  return matrix[0]?.[0] ?? Number.NaN
}

const scaled = (matrix: Matrix, factor: number): Matrix => matrix.map((row) => row.map((value) => value * factor))
const transposed = (matrix: Matrix): Matrix =>
  (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j] ?? Number.NaN))

function added(a: Matrix, b: Matrix): Matrix {
  if (a.length !== b.length || a[0]?.length !== b[0]?.length) throw new Error('What is added differs in size')
  return a.map((row, i) => row.map((value, j) => value + (b[i]?.[j] ?? Number.NaN)))
}

function multiplied(a: Matrix, b: Matrix): Matrix {
  if (isScalar(a)) return scaled(b, scalar(a))
  if (isScalar(b)) return scaled(a, scalar(b))
  if (a[0]?.length !== b.length) throw new Error('What is multiplied differs in size')
  const columns = transposed(b)
  return a.map((row) =>
    columns.map((column) => row.reduce((sum, value, k) => sum + value * (column[k] ?? Number.NaN), 0))
  )
}

/** Of two rows and columns, or one. */
function inverse(matrix: Matrix): Matrix {
  if (isScalar(matrix)) return [[1 / scalar(matrix)]]
  const [[a = NaN, b = NaN] = [], [c = NaN, d = NaN] = []] = matrix
  return scaled(
    [
      [d, -b],
      [-c, a]
    ],
    1 / (a * d - b * c)
  )
}
