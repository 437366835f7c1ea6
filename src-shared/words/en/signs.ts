import type { Values } from '../../sentence'

/** Texts of the sign table. */
export const signs = {
  title: 'Sign table',
  show: 'Sign table',
  showHint: 'Where f′ is positive, 0 and negative, and what f does there',
  /** `name`: of the second derivative. */
  second: (values: { name: string }) => `Row ${values.name}`,
  even: 'Even columns',
  evenHint: 'Columns of equal width, not below the x they belong to',
  under: 'Columns stand below their x',
  copy: 'Copy the table as TeX',
  save: 'Save as PNG',
  nowhere: 'f has no values in this range.',
  /** What a cell says to a screen reader. */
  sign: { '+': 'positive', '-': 'negative', '0': '0', '/': 'not defined', '?': 'not told' },
  course: { rises: 'increasing', falls: 'decreasing', level: 'constant', unknown: 'not told', none: 'not defined' },
  bend: { up: 'convex', down: 'concave' },
  /** A column, as it is chosen. */
  gap: ({ from, to, name }: Values) => `${from} < ${name} < ${to}`,
  place: ({ at, name }: Values) => `${name} = ${at}`,
  approximately: ({ at, name }: Values) => `${name} ≈ ${at}`,
  pick: ({ column }: Values) => `Choose the column ${column}`,
  chosen: {
    heading: 'Chosen column',
    rises: ({ slope }: Values) => `${slope} > 0, so f is increasing.`,
    falls: ({ slope }: Values) => `${slope} < 0, so f is decreasing.`,
    level: ({ slope }: Values) => `${slope} = 0 all along, so f is constant.`,
    up: ({ second }: Values) => `${second} > 0: the curve is convex, its tangents lie below it.`,
    down: ({ second }: Values) => `${second} < 0: the curve is concave, its tangents lie above it.`,
    open: 'What f does here is not told: the sign could not be proved.',
    undefined: 'f is not defined here.'
  },
  reasoning: {
    title: 'How the table is found',
    show: 'Reasoning',
    solve: ({ slope }: Values) => `Solve ${slope} = 0`,
    none: 'No solution in this range.',
    everywhere: ({ slope }: Values) => `${slope} is 0 on whole intervals.`,
    numerical: '≈: found numerically, to 4 digits.',
    tooLong: 'The formula is too long to be read; solved numerically.',
    open: '?: could not be decided, and is left open.',
    breaks: ({ slope }: Values) => `${slope} does not exist at`,
    trials: 'Try a sign in each gap',
    answer: 'Answer from how the sign changes',
    maximum: ({ place, value }: Values) => `${place}: from + to −, local maximum ${value}`,
    minimum: ({ place, value }: Values) => `${place}: from − to +, local minimum ${value}`,
    /** Where f jumps or has a corner. */
    cornerMaximum: ({ place, value }: Values) => `${place} (no f′ here): higher than beside it, local maximum ${value}`,
    cornerMinimum: ({ place, value }: Values) => `${place} (no f′ here): lower than beside it, local minimum ${value}`,
    inflection: ({ place, point }: Values) =>
      `${place}: convex and concave change places, point of inflection ${point}`,
    neither: ({ place }: Values) => `${place}: the sign does not change, no extremum`,
    noExtremum: 'There is no extremum in this range.'
  }
}
