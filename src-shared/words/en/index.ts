import { coreProblems } from './core-problems'
import { documentProblems } from './document-problems'
import { examples } from './examples'
import { fileProblems } from './file-problems'
import { formulaProblems } from './formula-problems'
import { lab } from './lab'
import { methods } from './methods'
import { plots } from './plots'
import { program } from './program'
import { runProblems } from './run-problems'
import { runs } from './runs'

export const en = {
  /** The window: panels, tabs, hints. */
  lab,
  /** Titles, axes and legends drawn into pictures. */
  plots,
  /** Names of methods, conventions and settings, with their meaning. */
  methods,
  /** How a run ended and what to make of it. */
  runs,
  /** Menus, dialogs, the render command. */
  program,
  /** Built-in examples: title, note, one thing to try. */
  examples,
  /** One sentence per problem code. */
  problems: { ...formulaProblems, ...coreProblems, ...runProblems, ...fileProblems, ...documentProblems }
}
