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

export const en = {
  /** The window: panels, tabs, hints. */
  lab,
  /** The frame around them: parts of the window and how they are moved. */
  frame,
  /** Titles, axes and legends drawn into pictures. */
  plots,
  /** Names of methods, conventions and settings, with their meaning. */
  methods,
  /** How a run ended and what to make of it. */
  runs,
  /** Runs beside one another: standings, fair comparison, the lowest point. */
  race,
  /** What becomes of a run with other learning rates. */
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
  /** Every term, with one sentence. */
  glossary,
  /** The help: gestures, keys, terms. */
  help,
  /** What the formula editor offers, completes and explains. */
  editor,
  /** One sentence per problem code. */
  problems
}

/** Every sentence the user can read, by topic. English defines the keys; the type system checks that Japanese has them all. */
export type Words = typeof en
