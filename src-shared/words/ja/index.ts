import type { Words } from '../en/index'
import { derivation } from './derivation'
import { dimensions } from './dimensions'
import { editor } from './editor'
import { choices, examples, mistakes } from './examples'
import { frame } from './frame'
import { functions } from './functions'
import { glossary } from './glossary'
import { help } from './help'
import { lab } from './lab'
import { methods } from './methods'
import { plots } from './plots'
import { problems } from './problems/index'
import { program } from './program'
import { python } from './python'
import { race } from './race'
import { rates } from './rates'
import { runs } from './runs'
import { signs } from './signs'
import { table } from './table'

export const ja: Words = {
  /** The window: panels, tabs, hints. */
  lab,
  frame,
  /** Titles, axes and legends drawn into pictures. */
  plots,
  /** Names of methods, conventions and settings, with their meaning. */
  methods,
  /** How a run ended and what to make of it. */
  runs,
  race,
  rates,
  /** Menus, dialogs, the render command. */
  program,
  /** Built-in examples: title, note, one thing to try. */
  examples,
  /** What the buttons of an example set, and what is wrong with a quotient it compares. */
  choices,
  mistakes,
  /** Headings of the table of steps. */
  table,
  /** Comments in the Python that a run is copied as. */
  python,
  /** More than two variables on plots of two. */
  dimensions,
  /** How a derivative is found: the names of the rules. */
  derivation,
  /** The sign table of f′: its cells, and how it is found. */
  signs,
  /** What each function of the formula language is, in a few words. */
  functions,
  glossary,
  help,
  /** What the formula editor offers, completes and explains. */
  editor,
  /** One sentence per problem code. */
  problems
}
