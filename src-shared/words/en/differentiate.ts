/** Texts of the Differentiate tab. */
export const differentiate = {
  at: 'Point a',
  slice: 'Along',
  numbers: 'Numbers at a',
  /** The derivative that is not approximated. */
  exact: (values: { name: string }) => `${values.name}, exact`,
  quotientValue: 'difference',
  error: 'error',
  relativeError: 'relative',
  exactlyEqual: '0 (exact)',
  /** What the highlighting of digits means. */
  digits: 'Digits in colour are significant (last one ±1).',
  closer: (values: { times: string }) => `Here central is about ${values.times} times as accurate as forward.`,
  quotient: 'Difference quotient',
  undefinedHere: 'f is not defined here.',
  infiniteHere: 'f is not defined here, or its value is too large.',
  undefinedNear: 'There is no quotient: at one of these points f is not defined, or its value is too large.',
  heldAt: (values: { held: string }) => `Held fixed: ${values.held}`,
  tooFine: 'f goes up and down too fast to be drawn over this range: look at a narrower one.',
  outside: 'Point a is outside of the picture.',
  showPoint: 'Show it',
  values: 'Vertical range',
  second: 'Second derivative f″',
  partialSecond: (values: { name: string }) => `Second partial derivative ${values.name}`,
  showSecond: (values: { name: string }) => `${values.name} (second)`,
  errors: 'Error against h',
  /** What the errors say of the step size a document begins with. */
  usualIsSafe: (values: { h: string; forward: string; central: string }) =>
    `At the default h = ${values.h} rounding does not harm any scheme yet. Errors: forward ${values.forward}, central ${values.central}.`,
  usualTooSmall: (values: { h: string; schemes: string }) =>
    `Here the default h = ${values.h} is so small that rounding prevails: ${values.schemes}.`,
  lens: 'Microscope',
  lensSays: (values: { times: string; count: string }) =>
    `Magnified ${values.times} times; doubles in sight: ${values.count}.`,
  /** After the sentence before. */
  lensStairs: ' Each is a dot; every x is rounded to one of them, hence the stairs.',
  lensEmpty: 'There is nothing to magnify: f has no value at a, or h is 0 or too large.',
  bendsEvenly: 'Central has no truncation error: f bends equally on both sides of a, as a quadratic does.',
  isStraight: 'No scheme has a truncation error: around a, f is a straight line.',
  /** Of a central quotient whose two places lie on both sides of such a place. */
  across: {
    pole: 'Between a − h and a + h f has a pole: the central quotient goes across it and is no slope of f.',
    jump: 'Between a − h and a + h f jumps: a quotient across the jump is no slope of f.'
  },
  besideOnly: 'Central asks f only beside a, so it has a value; there is no derivative at a.',
  pin: 'Keep tangent',
  pinHint: 'The tangent at a stays when a moves on',
  mostPinned: (values: { count: number }) => `No more than ${values.count} tangents.`,
  noTangent: 'f has no tangent at a that could stay.',
  pinned: 'Tangents that stay',
  /** Before the places, each of which can be removed. */
  pinnedAt: (values: { name: string }) => `Tangents at ${values.name} =`,
  unpin: (values: { at: string }) => `Remove the tangent at ${values.at}`,
  unpinAll: 'Remove all',
  shrink: 'h → 0',
  shrinkHint: 'h → 0: the secant becomes the tangent',
  pause: 'h → 0: pause'
}
