/** The formula editor: corrections it offers, what it completes and explains. */
export const editor = {
  repairs: {
    label: 'Possible corrections',
    write: (text: string) => `Write ${text}`,
    add: (text: string) => `Add ${text}`,
    leaveOut: (text: string) => `Remove ${text}`,
    key: 'In the formula: Alt+Enter or Ctrl+.'
  },
  powerMeant: (name: string, power: string) => `${name} is one variable. Did you mean ${power}?`,
  variable: 'variable',
  parameter: 'parameter, a constant with a slider',
  letter: 'Greek letter',
  constants: { pi: 'the number π', e: 'Euler’s number' },
  /** What is written like a function but read by rules of its own: its arguments, and what it is. */
  forms: {
    piecewise: { arguments: 'condition, value, …, otherwise', meaning: 'piecewise function' },
    sum: { arguments: 'i, first, last, term', meaning: 'sum over i; sum(x^2) over the elements of x' },
    prod: { arguments: 'i, first, last, factor', meaning: 'product over i; prod(x) of the elements of x' },
    mean: { arguments: 'x', meaning: 'mean of the elements of a vector x' },
    dot: { arguments: 'x, x', meaning: 'sum of the products of the elements' },
    norm: { arguments: 'x', meaning: 'norm (length) of a vector x' }
  },
  /** What TeX commands stand for. */
  tex: {
    frac: 'fraction',
    sqrt: 'square root',
    cdot: 'product',
    times: 'product',
    div: 'quotient',
    left: 'brackets',
    lvert: 'absolute value',
    le: 'at most',
    ge: 'at least',
    lfloor: 'rounded down',
    lceil: 'rounded up',
    sum: 'sum over i',
    begin: 'piecewise function'
  },
  /** What is said of a name under the pointer. */
  range: (values: { min: string; max: string }) => `Range: ${values.min} … ${values.max}`,
  defined: 'Domain',
  aliases: (values: { names: string }) => `Also written ${values.names}`
}
