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
  digits: 'Digits in colour are significant.',
  closer: (values: { times: string }) => `Here central is about ${values.times} times as accurate as forward.`,
  quotient: 'Difference quotient',
  undefinedHere: 'f is not defined here.',
  infiniteHere: 'f is not defined here, or its value is too large.',
  undefinedNear: 'There is no quotient: at one of these points f is not defined, or its value is too large.',
  heldAt: (values: { held: string }) => `Held fixed: ${values.held}`,
  outside: 'Point a is outside of the picture.',
  showPoint: 'Show it',
  values: 'Vertical range',
  automatic: 'Automatic',
  second: 'Second derivative f″',
  partialSecond: (values: { name: string }) => `Second partial derivative ${values.name}`,
  showSecond: 'f″',
  errors: 'Error against h',
  pin: 'Keep tangent',
  pinHint: 'The tangent at a stays when a moves on',
  mostPinned: 'Eight is the most.',
  pinned: 'Tangents that stay',
  /** Before the places, each of which can be removed. */
  pinnedAt: (values: { name: string }) => `Tangents at ${values.name} =`,
  unpin: (values: { at: string }) => `Remove the tangent at ${values.at}`,
  unpinAll: 'Remove all',
  shrink: 'h → 0',
  shrinkHint: 'Let h go to 0: the secant becomes the tangent',
  pause: 'Pause'
}
