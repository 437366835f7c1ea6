import type { Sentence } from '../../../sentence'

const all = {
  'program-fault': () => 'Something went wrong inside the program. Your experiment is unharmed.',
  'request-malformed': (v) => `The page asked for “${v['request']}” in a form the program does not know.`,
  'request-refused': () => 'Only the program’s own page may ask for this.',
  'page-crashed': () => 'The page stopped and was loaded again. Your work is as it was a moment before.',
  'draft-refused': () =>
    'Unsaved work cannot be kept for the case of a crash: the disk is full or cannot be written to. Save often.',
  'draft-broken': () => 'What was kept of the unsaved work is damaged and cannot be opened.',
  'draft-gone': () => 'This work is not there any more.',

  'worker-hung': () => 'A computation stopped responding. It was ended, and the program is ready again.',
  'worker-crashed': () => 'A computation ended unexpectedly, perhaps for lack of memory. The program is ready again.',

  'render-no-target': () => 'Name at least one session file or example:ID to render.',
  'render-no-folder': () => 'Say where the pictures go: --out DIR.',
  'render-option-unknown': (v) => `There is no option “${v['option']}”.`,
  'render-option-twice': (v) => `“${v['option']}” is given twice.`,
  'render-option-without-value': (v) => `“${v['option']}” needs a value.`,
  'render-number-bad': (v) => `“${v['option']}” must be a number from ${v['min']} to ${v['max']}, not “${v['value']}”.`,
  'render-whole-number-bad': (v) =>
    `“${v['option']}” must be an integer from ${v['min']} to ${v['max']}, not “${v['value']}”.`,
  'render-too-many-pixels': (v) => `A picture may be at most ${v['most']} pixels wide or high.`,
  'render-example-unknown': (v) => `There is no example “${v['id']}”. Examples: ${v['known']}.`,
  'render-timeout': (v) => `Not drawn within ${v['seconds']} seconds.`,
  'render-crashed': () => 'The page that draws stopped unexpectedly.',
  'render-nothing': () => 'Nothing to draw.',
  'picture-too-small': (v) =>
    `${v['width']} × ${v['height']} pixels have no room for all of this picture: it takes at least ${v['leastWidth']} × ${v['leastHeight']}.`
} satisfies Record<string, Sentence>

export const programProblems: { [code in keyof typeof all]: Sentence } = all
