import { limits as ofFormulas } from '../language/limits'

/** The most an experiment may hold. A session file beyond it is refused by name; edits stop at it. */
export const limits = {
  variables: 50,
  parameters: 50,
  runs: 16,
  /** Steps of a run. */
  steps: 1_000_000,
  /** So many steps of a run have dots of their own. */
  dotted: 600,
  /** Evaluations a run may spend. */
  evaluations: 100_000_000,
  /** Small plots of steps. */
  smallPlots: 64,
  /** Starts of a crowd. */
  crowd: 144,
  /** The largest seed. */
  seed: 4_294_967_295,
  /** Tangents that stay. */
  tangents: 8,
  /** Levels of a contour. */
  levels: { least: 3, most: 60 },
  /** Columns or rows of a grid. */
  samples: 5000,
  /** Arrows beside one another. */
  arrows: { least: 4, most: 40 },
  /** How many colours runs take in turn. */
  colours: 8,
  /** Characters (UTF-16 units) of the texts. */
  formula: ofFormulas.characters,
  notes: 100_000,
  title: 200,
  name: 40
} as const
