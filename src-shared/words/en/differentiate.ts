/** Texts of the Differentiate tab. */
export const differentiate = {
  at: 'Point a',
  slice: 'Along',
  numbers: 'Values at a',
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
  undefinedNear: 'No difference quotient: at one of these points f is not defined, or its value is too large.',
  heldAt: (values: { held: string }) => `Held fixed: ${values.held}`,
  tooFine: 'f oscillates too fast to be drawn over this range. Choose a narrower one.',
  outside: 'Point a is outside the plot.',
  showPoint: 'Show it',
  values: 'Vertical range',
  second: 'Second derivative f″',
  partialSecond: (values: { name: string }) => `Second partial derivative ${values.name}`,
  showSecond: (values: { name: string }) => `${values.name} (second)`,
  errors: 'Error against h',
  /** What the errors say of the step size a document begins with. */
  usualIsSafe: (values: { h: string; forward: string; central: string }) =>
    `At the default h = ${values.h} rounding error does not dominate yet in any scheme. Errors: forward ${values.forward}, central ${values.central}.`,
  usualTooSmall: (values: { h: string; schemes: string }) =>
    `Here the default h = ${values.h} is so small that rounding error dominates: ${values.schemes}.`,
  lens: 'Microscope',
  lensSays: (values: { times: string; count: string }) =>
    `Magnified ${values.times} times; doubles in view: ${values.count}.`,
  /** After the sentence before. */
  lensStairs: ' Each is a dot; every x is rounded to one of them, hence the staircase.',
  lensEmpty: 'Nothing to magnify: f has no value at a, or h is 0 or too large.',
  bendsEvenly: 'The central difference has no truncation error: f″ is symmetric about a, as for a quadratic.',
  isStraight: 'No scheme has a truncation error: near a, f is a straight line.',
  /** Of a central difference whose two points lie on either side of such a place. */
  across: {
    pole: 'f has a pole between a − h and a + h: the central difference spans it and is not a slope of f.',
    jump: 'f jumps between a − h and a + h: the central difference spans the jump and is not a slope of f.'
  },
  besideOnly:
    'The central difference uses f only on either side of a, so it has a value although f has no derivative at a.',
  pin: 'Keep tangent',
  pinHint: 'Keep the tangent at a when a moves',
  mostPinned: (values: { count: number }) => `At most ${values.count} tangents.`,
  noTangent: 'f has no tangent at a to keep.',
  pinned: 'Kept tangents',
  /** Before the places, each of which can be removed. */
  pinnedAt: (values: { name: string }) => `Tangents at ${values.name} =`,
  unpin: (values: { at: string }) => `Remove the tangent at ${values.at}`,
  unpinAll: 'Remove all',
  shrink: 'h → 0',
  shrinkHint: 'h → 0: the secant becomes the tangent',
  pause: 'h → 0: pause'
}
