import type { Sentence } from '../values'

const all = {
  'formula-empty': () => 'Type a function, for example x^2.',
  'formula-too-long': (v) => `The formula has ${v['length']} characters; ${v['most']} can be read.`,
  'formula-too-deep': (v) => `Brackets, powers and signs are nested too deeply here; ${v['most']} levels can be read.`,
  'formula-unfinished': () => 'The formula ends too early: a number, a variable or a bracket is expected here.',
  'operand-missing': (v) => `A number, a variable or a bracket is expected before “${v['found']}”.`,

  'character-unknown': (v) => `“${v['character']}” has no meaning in a formula.`,
  'refused-factorial': () => 'A factorial is that of a whole number, for example 5!.',
  'refused-percent': () => 'Per cent is written /100; a remainder is a % b or mod(a, b).',
  'refused-floor-division': () => '“//” is not available. Write floor(a/b).',
  'refused-statement': () =>
    '“;” is not available. Arguments are separated by commas, and only one formula can be read.',
  'refused-string': () => 'Quotation marks have no meaning in a formula.',
  'refused-logic': () => 'Conditions are joined with the words and, or, not: x > 0 and x < 1.',
  'refused-arrow': (v) => `“${v['character']}” has no meaning here. Write only the expression; “at least” is >=.`,
  'refused-choice': (v) =>
    `“${v['character']}” needs a condition before it and two values behind: x > 0 ? x : 0, or if(condition, value, otherwise).`,
  'question-mark': () => 'The “?” at the end is no part of the formula. Leave it out.',
  'direction-mark': (v) =>
    `There is an invisible sign (${v['mark']}), which turns the direction of writing. Leave it out.`,
  'word-for-sign': (v) => `“${v['word']}” is written ${v['written']}.`,
  'condition-outside': (v) =>
    `“${v['word']}”: a condition chooses between values, as in if(x < 0, -x, x), or stands in brackets, (x > 0)*x.`,
  'condition-missing': (v) => `“${v['found']}” is a number. A condition is expected here, for example x < 1.`,
  'value-missing': () => 'The value for this condition is missing: if(condition, value, otherwise).',
  'else-missing': () => '“else” is missing: value if condition else other.',
  'else-unexpected': (v) => `“${v['word']}” has no meaning here. Write value if condition else other.`,
  'colon-unexpected': () => '“:” has no meaning here. A function in pieces is written if(x < 0, -x, x).',
  'sum-incomplete': (v) =>
    `${v['function']} needs an index and its bounds: sum(i, 1, 10, x^i), or np.sum(x**2) over a vector.`,
  'sum-bounds': (v) => `“${v['found']}” is not a whole number. The bounds of a sum are whole numbers.`,
  'sum-too-long': (v) => `This sum has ${v['found']} terms; ${v['most']} can be written out.`,
  'series-too-large': () => 'Written out, the sums of this formula are too long.',
  'vector-unclear': (v) =>
    `${v['function']} works on the elements of a vector. Write x for the vector, for example sum(x^2).`,
  'vector-outside': (v) =>
    `“${v['name']}” is a whole vector in this formula. Write ${v['name']}[0] for one element, or put it inside of the sum.`,
  'vector-second': (v) => `“${v['first']}” is the vector already; “${v['second']}” cannot be a second one.`,
  'text-unexpected': (v) => `“${v['word']}” has no meaning here.`,
  'refused-loop': (v) => `“${v['word']}” is not available. A sum is written sum(i, 0, 9, x[i]^2).`,
  'refused-derivative': () => 'Write the function itself; its derivative is shown beside it.',
  'refused-differential': (v) =>
    `Is ${v['word']} a product? Then write d*${v['name']}. The derivative is shown beside the function.`,
  'refused-integral': () => 'Integrals are not available. Write the function itself.',
  'refused-limit': () => 'Limits are not available. Write the expression whose limit is meant.',
  'refused-infinity': () => 'Infinity is not a number that can be computed with. Write a large one, for example 1e6.',
  'python-inside': (v) => `“${v['word']}” can only stand before the formula.`,
  'python-header': () => 'The parameters are written like this: def f(x, y): return …, or lambda x, y: ….',
  'python-default': () => 'A parameter cannot have a default value here.',
  'python-starred': (v) => `“${v['word']}” cannot stand before a parameter here. Write its name only.`,
  'python-return': () => '“return” is missing: the function is one expression, return ….',
  'python-statement': () =>
    'Only one expression can be read: the body of a function may give names to values, name = …, and ends with return ….',
  'names-too-large': () => 'With the values put in for their names, the formula is too long.',
  'function-differentiates': (v) =>
    `“${v['name']}” is the function that differentiates ${v['function']}. Enter the function to be differentiated: what ${v['function']} itself returns, for example x**2.`,
  'function-of-function': (v) =>
    `“${v['name']}” is given a function ${v['function']}. Enter what ${v['function']} itself returns, for example x**2; its tangent and gradient are shown by the program.`,
  'function-of-vector': (v) =>
    `The value of ${v['word']} is not one number. Write a formula that is; one element of softmax is e^x/(e^x + e^y).`,
  'refused-optimum': (v) =>
    `“${v['word']}” is no part of the formula. Write the function itself: “Find the minimum” looks for its lowest point, which for −f is the highest of f.`,
  'refused-update': () =>
    'This is an update rule. Write only the function to be minimised; how it moves is the method chosen for a run.',
  'refused-point': () => 'A point stands only in numbers such as 0.5. A product is written x*y.',
  'refused-matrix-product': () => '“@” is not available. For the sum of products write np.dot(x, x).',
  'refused-transpose': (v) =>
    `^T: vectors are not transposed here. For the sum of products write np.dot(${v['name']}, ${v['name']}), for a power ^t.`,
  'refused-norm': () => 'For the length of a vector write np.linalg.norm(x), for an absolute value |x|.',
  'refused-dots': () => 'Dots cannot be filled in. Write all terms, or a sum: sum(i, 1, 10, x^i).',
  'refused-degree': () => 'Angles are in radians. For degrees write *pi/180.',
  'command-accent': (v) => `Names have no marks on them. Write another letter in place of ${v['command']}{…}.`,
  'command-unknown': (v) => `The TeX command ${v['command']} is not known here.`,
  'superscript-malformed': (v) => `The superscript “${v['text']}” cannot be read. Write the exponent with ^.`,

  'number-malformed': (v) => `“${v['number']}” is not a number. Write numbers like 1234, 0.5 or 1e-4.`,
  'number-comma': (v) => `A comma cannot stand in a number. Write ${v['number']}.`,
  'number-too-large': (v) => `${v['number']} is too large: numbers go up to about 1.8e308.`,
  'number-suffix': (v) =>
    `Is ${v['number']} or ${v['number']}*${v['letter']} meant? Numbers have no letter that says how exact they are.`,
  'numbers-side-by-side': (v) => `Something is missing between ${v['name']} and ${v['number']}, perhaps *.`,
  'number-after-name': (v) =>
    `${v['name']}^${v['number']} or ${v['number']}*${v['name']}? Write the power with ^, the product with *.`,
  'number-after-factor': (v) => `Power or product? Write ^${v['number']} or *${v['number']}.`,

  'name-unknown': (v) =>
    v['suggestion'] === ''
      ? `The name “${v['name']}” is not known. Names are one letter, perhaps with a number (x, θ, a1); a product is a*b.`
      : `The name “${v['name']}” is not known. Is “${v['suggestion']}” meant?`,
  'name-cases': (v) =>
    `${v['first']} and ${v['second']} both occur. They would be one name: write two letters, or one.`,
  'index-doubtful': (v) =>
    `Is ${v['name']}^${v['number']}, the variable ${v['name']}_${v['number']} or a product with ${v['number']} meant? Write ^, _ or *.`,
  'index-malformed': (v) =>
    `In ${v['name']}[…] a whole number is expected: 0, 1, 2 …. For a product use round brackets.`,
  'index-slice': (v) =>
    `Slices such as ${v['name']}[1:] are not available. Write sum(i, 0, 8, …) with ${v['name']}[i] and ${v['name']}[i+1].`,
  'index-too-large': (v) => `An index is at most ${v['most']}.`,
  'index-beyond': (v) => `${v['name']}: the function has ${v['count']} variables; counting begins at 0.`,

  'sigma-applied': (v) => `Is ${v['name']}(…) the sigmoid or a product? Write sigmoid(…) or ${v['name']}*(…).`,
  'gamma-applied': (v) => `The gamma function is not available. A product is written ${v['name']}*(…).`,
  'function-itself': (v) => `“${v['name']}” is the function itself. Write its formula in place of ${v['name']}(…).`,
  'function-alone': (v) => `${v['function']} needs its argument in brackets: ${v['function']}(…).`,
  'function-power': (v) =>
    `Between ${v['function']} and its argument only a positive whole number or −1 can stand. Write ${v['function']}(…)^….`,
  'function-inverse': (v) => `${v['function']}^-1 has no meaning here. For the reciprocal write 1/${v['function']}(…).`,
  'argument-count': (v) =>
    `${v['function']} takes ${v['expected']} ${v['expected'] === '1' ? 'argument' : 'arguments'}, not ${v['found']}.`,

  'brackets-empty': () => 'Something is missing between the brackets.',
  'brace-missing': () => '\\frac is written with two pairs of braces: \\frac{a}{b}.',
  'bracket-unclosed': (v) => `“${v['expected']}” is missing: “${v['bracket']}” is not closed.`,
  'bracket-unopened': (v) => `“${v['bracket']}” closes a bracket that was not opened.`,
  'bracket-mismatched': (v) => `“${v['expected']}” is expected here, not “${v['found']}”.`,
  'bar-unpaired': () => 'This “|” has no partner. An absolute value has two: |x|.',
  'bars-ambiguous': () => 'Does this “|” open or close? Write abs(…).',
  'comma-outside': () => 'A comma can only separate the arguments of a function. The decimal sign is a point.',
  'equals-first': () => 'Write the formula without “=”. Unlike in a spreadsheet, -x^2 is -(x^2), and log is natural.',
  'equals-unexpected': () => '“=” has no meaning here. Only y = … or f(x) = … may stand before the formula.'
} satisfies Record<string, Sentence>

export const formulaProblems: { [code in keyof typeof all]: Sentence } = all
