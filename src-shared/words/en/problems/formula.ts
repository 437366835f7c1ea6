import type { Sentence } from '../../../sentence'

const all = {
  'formula-empty': () => 'Type a function, for example x^2.',
  'formula-too-long': (v) => `The formula has ${v['length']} characters; at most ${v['most']} can be read.`,
  'formula-too-deep': (v) =>
    `Brackets, powers and signs are nested too deeply here; at most ${v['most']} levels can be read.`,
  'formula-unfinished': () => 'The formula ends too early: a number, a variable or a bracket is expected here.',
  'operand-missing': (v) => `A number, a variable or a bracket is expected before “${v['found']}”.`,

  'character-unknown': (v) => `“${v['character']}” cannot be used in a formula.`,
  'refused-factorial': () => 'A factorial takes a non-negative integer, for example 5!.',
  'refused-percent': () => 'A percentage is written /100; a remainder is a % b or mod(a, b).',
  'refused-floor-division': () => '“//” is not supported. Write floor(a/b).',
  'refused-statement': () => '“;” is not supported. Separate arguments by commas; only one formula can be read.',
  'refused-string': () => 'Quotation marks cannot be used in a formula.',
  'refused-logic': () => 'Conditions are joined with the words and, or, not: x > 0 and x < 1.',
  'refused-arrow': (v) => `“${v['character']}” cannot be used here. Write only the expression; “at least” is >=.`,
  'refused-choice': (v) =>
    `“${v['character']}” needs a condition before it and two values after it: x > 0 ? x : 0, or if(condition, value, otherwise).`,
  'question-mark': () => 'The “?” at the end is not part of the formula. Remove it.',
  'direction-mark': (v) =>
    `There is an invisible character (${v['mark']}) that changes the direction of writing. Remove it.`,
  'word-for-sign': (v) => `“${v['word']}” is written ${v['written']}.`,
  'condition-outside': (v) =>
    `“${v['word']}”: a condition chooses between values, as in if(x < 0, -x, x), or is put in brackets, (x > 0)*x.`,
  'condition-missing': (v) => `“${v['found']}” is a number. A condition is expected here, for example x < 1.`,
  'value-missing': () => 'The value for this condition is missing: if(condition, value, otherwise).',
  'else-missing': () => '“else” is missing: value if condition else other.',
  'else-unexpected': (v) => `“${v['word']}” cannot be used here. Write value if condition else other.`,
  'colon-unexpected': () => '“:” cannot be used here. A piecewise function is written if(x < 0, -x, x).',
  'sum-incomplete': (v) =>
    `${v['function']} needs an index and its bounds: sum(i, 1, 10, x^i), or np.sum(x**2) over a vector.`,
  'sum-bounds': (v) => `“${v['found']}” is not an integer. The bounds of a sum must be integers.`,
  'sum-too-long': (v) => `This sum has ${v['found']} terms; at most ${v['most']} can be expanded.`,
  'series-too-large': () => 'With its sums expanded, the formula is too long.',
  'vector-unclear': (v) =>
    `${v['function']} works on the elements of a vector. Write x for the vector, for example sum(x^2).`,
  'vector-outside': (v) =>
    `“${v['name']}” is a whole vector in this formula. Write ${v['name']}[0] for one element, or put it inside the sum.`,
  'vector-second': (v) => `“${v['first']}” is already the vector; “${v['second']}” cannot be a second one.`,
  'text-unexpected': (v) => `“${v['word']}” cannot be used here.`,
  'refused-loop': (v) => `“${v['word']}” is not supported. A sum is written sum(i, 0, 9, x[i]^2).`,
  'refused-derivative': () => 'Write the function itself; its derivative is shown beside it.',
  'refused-differential': (v) =>
    `Is ${v['word']} a product? Then write d*${v['name']}. The derivative is shown beside the function.`,
  'refused-integral': () => 'Integrals are not supported. Write the function itself.',
  'refused-limit': () => 'Limits are not supported. Write the expression whose limit is meant.',
  'refused-infinity': () =>
    'Infinity is not a number that can be computed with. Write a large number, for example 1e6.',
  'python-inside': (v) => `“${v['word']}” can only be used before the formula.`,
  'python-header': () => 'Write the parameters as in def f(x, y): return … or lambda x, y: ….',
  'python-default': () => 'A parameter cannot have a default value here.',
  'python-starred': (v) => `“${v['word']}” cannot be used before a parameter. Write only its name.`,
  'python-return': () => '“return” is missing: the body of the function is one expression, return ….',
  'python-statement': () =>
    'Only one expression can be read: the body of a function may give names to values, name = …, and ends with return ….',
  'names-too-large': () => 'With the values substituted for their names, the formula is too long.',
  'function-differentiates': (v) =>
    `“${v['name']}” is the function that differentiates ${v['function']}. Enter the function to be differentiated: what ${v['function']} itself returns, for example x**2.`,
  'function-of-function': (v) =>
    `“${v['name']}” takes a function ${v['function']} as its argument. Enter what ${v['function']} itself returns, for example x**2; its tangent and gradient are shown by the program.`,
  'function-of-vector': (v) =>
    `The value of ${v['word']} is not a single number. Write a formula whose value is; one element of softmax is e^x/(e^x + e^y).`,
  'refused-optimum': (v) =>
    `“${v['word']}” is not part of the formula. Write the function itself: “Find the minimum” searches for its minimum. The maximum of f is the minimum of −f.`,
  'refused-update': () =>
    'This is an update rule. Write only the function to be minimised; the update rule is that of the method chosen for a run.',
  'refused-point': () => 'A point can be used only in numbers such as 0.5. A product is written x*y.',
  'refused-matrix-product': () => '“@” is not supported. For an inner product write np.dot(x, x).',
  'refused-transpose': (v) =>
    `^T: transposes are not supported. For an inner product write np.dot(${v['name']}, ${v['name']}), for a power ^t.`,
  'refused-norm': () => 'For the length of a vector write np.linalg.norm(x), for an absolute value |x|.',
  'refused-dots': () => '“…” cannot be filled in. Write all terms, or a sum: sum(i, 1, 10, x^i).',
  'refused-degree': () => 'Angles are in radians. For degrees write *pi/180.',
  'command-accent': (v) => `Letters cannot have accents. Write another letter in place of ${v['command']}{…}.`,
  'command-unknown': (v) => `The TeX command ${v['command']} is not supported.`,
  'superscript-malformed': (v) => `The superscript “${v['text']}” cannot be read. Write the exponent with ^.`,

  'number-malformed': (v) => `“${v['number']}” is not a number. Write numbers like 1234, 0.5 or 1e-4.`,
  'number-comma': (v) => `A number cannot contain a comma. Write ${v['number']}.`,
  'number-too-large': (v) => `${v['number']} is too large: numbers go up to about 1.8e308.`,
  'number-suffix': (v) =>
    `Did you mean ${v['number']} or ${v['number']}*${v['letter']}? Numbers take no suffix for their precision.`,
  'numbers-side-by-side': (v) => `An operator is missing between ${v['name']} and ${v['number']}, perhaps *.`,
  'number-after-name': (v) =>
    `${v['name']}^${v['number']} or ${v['number']}*${v['name']}? Write the power with ^, the product with *.`,
  'number-after-factor': (v) => `Power or product? Write ^${v['number']} or *${v['number']}.`,

  'name-unknown': (v) =>
    v['suggestion'] === ''
      ? `The name “${v['name']}” is unknown. A name is one letter, optionally with a number (x, θ, a1); a product is a*b.`
      : `The name “${v['name']}” is unknown. Did you mean “${v['suggestion']}”?`,
  'name-cases': (v) =>
    `${v['first']} and ${v['second']} both occur, but upper and lower case are not distinguished. Write two different letters, or one of them.`,
  'index-doubtful': (v) =>
    `Did you mean ${v['name']}^${v['number']}, the variable ${v['name']}_${v['number']} or a product with ${v['number']}? Write ^, _ or *.`,
  'index-malformed': (v) => `In ${v['name']}[…] an integer is expected: 0, 1, 2 …. For a product use round brackets.`,
  'index-slice': (v) =>
    `Slices such as ${v['name']}[1:] are not supported. Write sum(i, 0, 8, …) with ${v['name']}[i] and ${v['name']}[i+1].`,
  'index-too-large': (v) => `An index is at most ${v['most']}.`,
  'index-beyond': (v) => `${v['name']}: the function has ${v['count']} variables; indices start at 0.`,

  'sigma-applied': (v) => `Is ${v['name']}(…) the sigmoid or a product? Write sigmoid(…) or ${v['name']}*(…).`,
  'gamma-applied': (v) => `The gamma function is not supported. A product is written ${v['name']}*(…).`,
  'function-itself': (v) => `“${v['name']}” is the function itself. Write its formula in place of ${v['name']}(…).`,
  'function-alone': (v) => `${v['function']} needs its argument in brackets: ${v['function']}(…).`,
  'function-power': (v) =>
    `Only a positive integer or −1 is allowed between ${v['function']} and its argument. Write ${v['function']}(…)^….`,
  'function-inverse': (v) => `${v['function']}^-1 cannot be used here. For the reciprocal write 1/${v['function']}(…).`,
  'argument-count': (v) =>
    `${v['function']} takes ${v['expected']} ${v['expected'] === '1' ? 'argument' : 'arguments'}, not ${v['found']}.`,

  'brackets-empty': () => 'The brackets are empty.',
  'brace-missing': () => '\\frac is written with two pairs of braces: \\frac{a}{b}.',
  'bracket-unclosed': (v) => `“${v['expected']}” is missing: “${v['bracket']}” is not closed.`,
  'bracket-unopened': (v) => `“${v['bracket']}” has no matching opening bracket.`,
  'bracket-mismatched': (v) => `“${v['expected']}” is expected here, not “${v['found']}”.`,
  'bar-unpaired': () => 'This “|” has no partner. An absolute value has two: |x|.',
  'bars-ambiguous': () => 'It is not clear whether this “|” opens or closes. Write abs(…).',
  'comma-outside': () => 'A comma can only separate arguments of a function. The decimal sign is a point.',
  'equals-first': () => 'Write the formula without “=”. Unlike in a spreadsheet, -x^2 is -(x^2), and log is natural.',
  'equals-unexpected': () => '“=” cannot be used here. Only y = … or f(x) = … may stand before the formula.'
} satisfies Record<string, Sentence>

export const formulaProblems: { [code in keyof typeof all]: Sentence } = all
