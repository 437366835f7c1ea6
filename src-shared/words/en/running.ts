/** The card of the runs: their methods, settings, starts, when they end. */
export const running = {
  heading: 'Runs',
  add: 'Add',
  method: 'Method',
  duplicate: 'Duplicate this run',
  remove: 'Remove this run',
  colour: (number: number) => `Run ${number}`,
  settings: 'Settings',
  /** On the folded card: what of these is in use. */
  active: { noise: 'noise', ownStart: (values: { start: string }) => `start ${values.start}` },
  /** On a run's mark. */
  hide: 'Hide it in the plots',
  show: 'Show it in the plots',
  drawn: (values: { run: string }) => `${values.run} is drawn`,
  isHidden: 'This run is hidden in the plots.',
  allHidden: 'All runs are hidden in the plots.',
  showAll: 'Show all',
  usual: (values: { value: string }) => `Back to the usual ${values.value}`,
  ownStart: 'Own start',
  sharedStart: 'Use the shared start',
  /** In place of many fields: the list of variables shows the start of the selected run. */
  startAbove: 'set in the list of variables',
  none: 'No run yet.',
  most: 'Eight runs are the most that can be told apart.',
  roll: 'Another seed',
  rule: {
    algorithm: 'What a step does',
    /** Which lines differ is shown by a bar. */
    differs: (values: { other: string }) => `The marked lines differ; ${values.other}:`,
    sameWay: 'As long as η stays the same, both lead along the same way.',
    usualDiffer: (values: { other: string; settings: string }) => `Usual settings, ${values.other}: ${values.settings}`
  },
  schedule: {
    heading: 'Learning rate over the steps',
    /** What the small chart shows, for screen readers too. */
    chart: (values: { rates: readonly string[]; steps: string }) =>
      `${values.rates.join(' → ')} in ${values.steps} steps`
  },
  noise: {
    heading: 'Noise on the gradient',
    meaning:
      'Adds a random number to each coordinate of the gradient, as batches of data do. The same seed gives the same run.'
  },
  stop: {
    heading: 'Stop early',
    none: 'never',
    meaning: 'A run ends as soon as one of these holds, at the latest after all its steps.',
    gradient: 'gradient ‖∇f‖ at most',
    step: 'step ‖Δx‖ at most',
    target: 'value f at most',
    evaluations: 'evaluations spent',
    /** The same in short, before its bound. */
    letters: { gradient: '‖∇f‖ ≤', step: '‖Δx‖ ≤', target: 'f ≤', evaluations: 'evaluations ≥' }
  },
  crowd: {
    heading: 'Many starts',
    meaning: (values: { name: string }) => `The selected run (${values.name}) from many starts at once, drawn thin.`,
    layout: 'Layout',
    layouts: { none: 'none', ring: 'ring', grid: 'grid', random: 'random' },
    /** Over one variable a ring and a grid are the same. */
    line: 'even',
    square: (values: { count: number }) => `${values.count} in the square`,
    half: 'half the side',
    random: 'Anywhere in the ranges of the variables.',
    asRuns: 'Make them runs',
    asRunsHint: 'They take the place of the selected run.',
    tooMany: 'At most eight runs in all.',
    /** One sentence of where they ended: the parts, joined. */
    ended: (values: { all: number; parts: readonly string[] }) => `Of ${values.all}: ${values.parts.join(', ')}.`,
    end: (values: { count: number; kind: string; point: string }) => `${values.count} → ${values.kind} ${values.point}`,
    kinds: { minimum: 'minimum', maximum: 'maximum', saddle: 'saddle', level: 'level at' },
    moreEnds: (values: { count: number; ends: number }) => `${values.count} → ${values.ends} other places`,
    wandering: (count: number) => `${count} kept moving by noise`,
    moving: (count: number) => `${count} not at rest yet`,
    diverged: (count: number) => `${count} diverged`,
    left: (count: number) => `${count} left where f is defined`,
    undefinedStart: (count: number) => `${count} began where f is not defined`,
    cancelled: (count: number) => `${count} cancelled`
  },
  progress: {
    label: 'Progress of the computation',
    working: (values: { percent: number }) => `Computing … ${values.percent} %`,
    crowd: (values: { percent: number }) => `Computing the many starts … ${values.percent} %`,
    judged: 'Judging …',
    judging: (values: { percent: number }) => `Judging how it went … ${values.percent} %`,
    cancel: 'Stop here'
  }
}
