import { compute } from './compute.mjs'
import { numbers } from './numbers.mjs'
import { plots } from './plots.mjs'

/**
 * A small fault as a tired engineer makes it: `find`, which stands once in `file`, becomes `replacement`.
 * @typedef {object} Fault
 * @property {string} name what goes wrong
 * @property {string} file
 * @property {string} find
 * @property {string} replacement
 * @property {string} matters what a user would meet
 * @property {readonly string[]} tests files of tests, one of which is to notice
 * @property {string} [survives] why no test can notice
 */

/** @type {readonly Fault[]} */
export const faults = [...numbers, ...compute, ...plots]
