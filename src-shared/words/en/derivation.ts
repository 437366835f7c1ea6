/** How a derivative is found, line by line. */
export const derivation = {
  /** The name of the rule that made a line of the one before it. */
  rules: {
    begin: 'derivative to find',
    sum: 'sum and difference rule',
    constant: 'constants',
    'constant-factor': 'constant factor',
    variable: 'the variable itself',
    power: 'power rule',
    product: 'product rule',
    quotient: 'quotient rule',
    chain: 'chain rule',
    exponential: 'exponential function',
    'general-power': 'logarithmic differentiation',
    function: 'elementary function',
    'several-arguments': 'chain rule for several arguments',
    pieces: 'each piece separately',
    tidy: 'simplify',
    identity: 'identity',
    'quotient-begin': 'difference quotient',
    expand: 'expand',
    collect: 'collect like terms',
    factor: 'take out common factors',
    reduce: 'reduce the fraction',
    cancel: 'cancel',
    divide: 'divide by the step size',
    limit: 'limit'
  }
}
