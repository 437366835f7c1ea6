import type { Sentence } from '../../../sentence'

/** What a field must be; `kind` in the values of `document-kind`. */
const kinds: Record<string, string> = {
  text: 'text',
  number: 'a number',
  whole: 'an integer',
  truth: 'true or false',
  list: 'a list',
  pair: 'a list of two numbers',
  object: 'an object { … }'
}

const all = {
  'document-not-json': () => 'This is not a session file: its text is not JSON.',
  'document-not-ours': () => 'This file was not written by Gradient Lab: “program” is not “gradient-lab”.',
  'document-version': () => 'The version of this file is unknown: “version” must be an integer, at least 1.',
  'document-newer': (v) =>
    `This file has version ${v['version']}; this program reads versions up to ${v['known']}. Open it with a newer Gradient Lab.`,
  'document-missing': (v) => `This file has no “${v['path']}”: it is damaged, or a file of another kind.`,
  'document-kind': (v) => `In this file, “${v['path']}” must be ${kinds[`${v['kind']}`]}.`,
  'document-choice': (v) => `In this file, “${v['path']}” must be one of: ${v['choices']}.`,
  'document-range': (v) => `In this file, “${v['path']}” is out of range: ${v['range']}.`,
  'document-long': (v) => `In this file, “${v['path']}” is too long: at most ${v['most']}.`,
  'document-empty': (v) => `In this file, “${v['path']}” is empty.`,
  'document-length': (v) => `In this file, “${v['path']}” needs one number per variable: ${v['length']}.`,
  'document-axes': (v) =>
    `In this file, “${v['path']}” must give two different variables by their index, counted from 0.`,
  'document-name': (v) => `“${v['name']}” cannot be the name of a variable or parameter (“${v['path']}”).`,
  'document-twice': (v) => `“${v['name']}” is used twice (“${v['path']}”).`,
  'document-method': (v) => `There is no method “${v['method']}” in this convention (“${v['path']}”).`,
  'document-setting': (v) => `“${v['path']}” is not a setting of this method.`,
  'names-too-many': (v) => `The formula has ${v['found']} variables and parameters; at most ${v['most']} are allowed.`
} satisfies Record<string, Sentence>

export const documentProblems: { [code in keyof typeof all]: Sentence } = all
