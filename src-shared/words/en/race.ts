import type { Values } from '../../sentence'

/** Runs beside one another: who is ahead, on which terms, and where the lowest point is. */
export const race = {
  board: 'Standings',
  orderBy: ({ column }: Values) => `Order by ${column}`,
  columns: {
    place: 'Place',
    name: 'Run',
    value: 'f',
    distance: 'distance',
    reached: '∇f to best',
    gradients: '∇f',
    evaluations: 'evals',
    steps: 'steps',
    verdict: 'outcome'
  },
  /** What the columns mean. */
  meanings: {
    value: 'f where the run ended',
    distance:
      'Distance from where the run ended to the lowest point found, the nearest of those where f is equally low',
    reached: 'Gradients computed until f was within 10⁻⁶ of the way from the highest start to the best value',
    gradients: 'All gradients the run computed',
    evaluations: 'All evaluations of f, ∇f (once, also by differences) and Hessians (n times)',
    steps: 'Steps taken'
  },
  target: {
    found: ({ point }: Values) => `Distances are to the lowest point found, ${point}.`,
    nearest: ({ point }: Values) => `Distances are to the nearest of the lowest points found: ${point} and others.`,
    unknown: ({ button }: Values) => `Distances are known after “${button}”.`,
    none: 'Distances are to the lowest point, and none is known.'
  },
  notReached: 'It did not get that near to the best value.',
  withoutGradients: 'It uses no gradients, so it has no place here.',
  tie: ({ place }: Values) => `${place}=`,
  /** One or two words. */
  verdicts: {
    start: 'not moved',
    unjudged: '–',
    minimum: 'converged',
    near: 'near a minimum',
    rest: 'at rest',
    circling: 'circling',
    growing: 'diverging',
    diverged: 'diverged',
    unbounded: 'falls without end',
    'left-domain': 'left the domain',
    edge: 'edge of domain',
    kink: 'kink',
    stuck: 'search ended',
    unmoved: 'no change',
    slow: 'slow',
    descending: 'not converged yet'
  },
  /** Of a run that would leave the domain of f if it went on. */
  leaving: 'leaves the domain later',
  failed: 'error',
  /** In place of a verdict that is being found. */
  judging: '…',
  lossAlong: 'Along',
  lossSettings: 'How the values of f are shown',
  steps: 'steps',
  evaluations: 'evaluations',
  /** How a logarithmic axis comes to hold values of 0 and less. */
  logHint: ({ button }: Values) => `Where f is 0 or less, “${button}” makes it f − minimum.`,
  caption: ({ start, budget, tried, runs }: Values) =>
    `Same start ${start}, ${budget} evaluations each` +
    (Number(tried) > 0 ? `, for each method with a learning rate the best of ${tried} or more: ` : ': ') +
    `${runs}`,
  compare: {
    button: 'Fair comparison',
    text: 'Every run starts from the same start and may compute equally much. For each, dozens of learning rates are tried, and the one with which f stays lowest at the end is taken.',
    /** Behind “how they are judged”. */
    rules: 'How they are judged',
    rulesText:
      'By the highest f in the last tenth of what each may compute, so that luck at the very last step does not count. A learning rate with which f first rises farther above the start than it then falls is not taken. Runs with noise get the same noise.',
    budget: 'Computations each may use',
    budgetText:
      'One computation of f or of ∇f counts 1, one of the Hessian as many as there are variables: these are the evaluations.',
    go: 'Compare',
    again: 'Compare again',
    working: 'Trying learning rates …',
    /** With fewer than two runs. */
    few: 'A comparison needs at least two runs: add another one with “Add” above the runs.',
    /** Title of the figure. */
    figure: 'What each learning rate leads to',
    open: 'Open circles: it diverged, or f first rose too far above the start.',
    changed: 'Something has changed since the last comparison, so the figures no longer say they are one.',
    columns: { run: 'Run', rate: 'Best η', end: 'f at the end' },
    withoutRate: 'no learning rate'
  },
  minimum: {
    button: 'Find the minimum',
    heading: 'The lowest point of f within the ranges',
    working: 'Searching from many starts …',
    found: ({ point }: Values) => `f is lowest at ${point}`,
    /** `bounds`: x = 5, y = −3. */
    edge: ({ bounds }: Values) => `It lies on the edge of the ranges: ${bounds}.`,
    edgeFalls: 'Beyond the edge f falls further.',
    edgeUndefined: 'Beyond the edge f is not defined.',
    edgeSlope: 'On an edge ∇f need not be 0.',
    value: ({ value }: Values) => `f = ${value}`,
    norm: ({ value }: Values) => `‖∇f‖ = ${value}`,
    /** Of the Hessian; of one variable it is f″. `meaning`: one of those below. */
    curvature: ({ values, meaning }: Values) => `Eigenvalues of the Hessian: ${values}. ${meaning}`,
    second: ({ value, meaning }: Values) => `f″ = ${value}. ${meaning}`,
    definite: 'All are positive: it is a minimum.',
    positive: 'It is positive: this is a minimum.',
    semidefinite: 'None is negative but not all are positive: they alone do not decide.',
    zero: 'That alone does not decide.',
    indefinite: 'One is negative: f still falls from here.',
    negative: 'It is negative: f still falls from here.',
    curvatureUnknown: 'The second derivatives are not finite here, as at a corner.',
    corner: 'f has a corner or a kink here, so it has no gradient.',
    agreeing: ({ agreeing, starts }: Values) => `${agreeing} of ${starts} starts ended here.`,
    agreeingAlong: ({ agreeing, starts }: Values) =>
      `${agreeing} of ${starts} starts ended here or at equally low points along it.`,
    caution: 'No search can rule out that f is lower somewhere else within the ranges.',
    lowerOutside: 'Outside of the ranges there are points where f is lower.',
    unboundedOutside:
      'Outside of the ranges f has no minimum: it falls below every bound, as far as that could be followed.',
    stretch: 'f is equally low at other points too, along a line or over an area; this is one of them.',
    asLow: 'Other points equally low (f differs by rounding at most):',
    others: 'Other, higher local minima within the ranges, edges included',
    more: ({ count }: Values) => `and ${count} more`,
    unbounded: 'f has no minimum within the ranges: it falls below every bound, as far as that could be followed.',
    undefinedThere: 'f is not defined at any point that was looked at within the ranges.',
    none: ({ value }: Values) => `No start came to rest anywhere. The lowest f met: ${value}.`,
    again: 'Search again'
  }
}
