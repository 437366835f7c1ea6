/** The step panel: what one step read, made and tried, and why it went where it went. */
export const stepPanel = {
  heading: (step: number) => `Step ${step} explained`,
  startHeading: 'Step 0: the start',
  startText: 'The run begins here. One step forward shows the first calculation.',
  ended: 'This run had ended before this step.',
  fell: (values: { by: string }) => `f fell by ${values.by}`,
  rose: (values: { by: string }) => `f rose by ${values.by}`,
  rule: 'Update rule',
  arrows: 'Parts',
  arrowsHint:
    'Shows what this step is made of – −∇f, the pull of memory, the step itself: as arrows on the plots, from where it began, and as a table here',
  /** In the settings of the contour. */
  arrowsOf: 'Arrows of the step',
  arrowChoices: { gradient: '−∇f only', all: 'with its parts' },
  /** With more variables than a plane shows. */
  coordinates: (values: { names: string; count: number }) =>
    `Shown: ${values.names}, which moved most of the ${values.count} variables.`,
  /** Why a method with code of its own went where it went. */
  why: {
    apart: ' ',
    bowl: 'From the way f curves here a bowl was fitted, and the step headed for its bottom.',
    shiftedBowl:
      'Here f curves downwards in some direction, which makes no bowl. Curvature was added to make one, and the step headed for its bottom.',
    quasi:
      'From how the gradient has changed so far the curvature was estimated and a bowl fitted; the step headed for its bottom.',
    noEstimate: 'There is no estimate of the curvature yet, so the step first went along −∇f.',
    noHessian: 'The curvature (second derivatives) is not known here, so the step went along −∇f.',
    notDown: 'The way to the bottom of the bowl did not lead down, so the step went along −∇f.',
    levelByRounding:
      'The slope towards the bottom of the bowl is too small for the numbers of a computer, so the step went along −∇f.',
    conjugate: (values: { beta: string }) => `The step went along −∇f plus ${values.beta} times the direction before.`,
    notConjugate: 'The direction before was of no use, so the step went along −∇f.',
    whole: 'f fell enough, so it went all the way.',
    shortened: (values: { share: string }) => `That was too far: it was shortened to ${values.share} of the way.`,
    shortenedToDomain: (values: { share: string }) =>
      `On the way f is not defined or too high, so it was shortened to ${values.share}.`,
    farther: (values: { times: string }) => `f was still falling there, so it went ${values.times} times as far.`,
    regionShrunk: 'The first place tried did not lower f as expected, so the trust region was made smaller.',
    inside: (values: { radius: string }) =>
      `The bottom lies within the trust region (radius ${values.radius}), so it went there.`,
    dogleg: (values: { radius: string }) =>
      `The bottom lies outside of the trust region (radius ${values.radius}): the way along −∇f bends towards it, up to the edge.`,
    edge: (values: { radius: string }) =>
      `The trust region (radius ${values.radius}) is small, so it went along −∇f up to its edge.`,
    /** Of a simplex; the height of a corner, or that it has none. */
    height: (values: { value: string }) => `f = ${values.value}`,
    noHeight: 'f is not defined',
    firstSimplex: 'The first simplex has one corner at the start and one along each coordinate.',
    reflected: (values: { worst: string; height: string }) =>
      `The worst corner (${values.worst}) was reflected through the middle of the others (${values.height}).`,
    expanded: (values: { height: string }) =>
      `That is lower than every corner, so twice as far was tried (${values.height}): lower still, and the corner moved there.`,
    notExpanded: (values: { height: string }) =>
      `That is lower than every corner, so twice as far was tried (${values.height}): no lower, and the corner stayed where it was reflected to.`,
    takenReflected: 'That is lower than another corner, though not the lowest: the corner moved there.',
    contractedOutside: (values: { height: string }) =>
      `That is lower than the worst corner but than no other, so half as far was tried (${values.height}).`,
    contractedInside: (values: { height: string }) =>
      `That is no lower than the worst corner, so half the way to the middle was tried instead (${values.height}).`,
    takenContracted: 'That was better, and the corner moved there.',
    shrunk: 'That was no better either: all corners moved half way to the best one.'
  },
  allCoordinates: 'Show all',
  fewCoordinates: 'Show fewer',
  decreases: (values: { name: string; size: string }) => `${values.name} went down by ${values.size}.`,
  increases: (values: { name: string; size: string }) => `${values.name} went up by ${values.size}.`,
  stays: (values: { name: string }) => `${values.name} did not move.`,
  positive: (values: { derivative: string }) => `${values.derivative} is positive, so `,
  negative: (values: { derivative: string }) => `${values.derivative} is negative, so `,
  noiseTurned: (values: { derivative: string }) => `Noise turned the sign of ${values.derivative}.`,
  /** All with their signs. */
  shares: (values: { name: string; parts: string; move: string }) =>
    `${values.name}: ${values.parts}, together ${values.move}.`,
  share: {
    inertia: (values: { move: string }) => `memory ${values.move}`,
    push: (values: { move: string }) => `this gradient’s part ${values.move}`,
    decay: (values: { move: string }) => `weight decay ${values.move}`
  },
  /** Between two sentences. */
  apart: ' ',
  againstDown: (values: { name: string }) => `The gradient alone would lower ${values.name}; memory is stronger.`,
  againstUp: (values: { name: string }) => `The gradient alone would raise ${values.name}; memory is stronger.`,
  /** Between the names of coordinates. */
  comma: ', ',
  /** Before a sentence about the rest of the move. */
  besideDecay: 'Apart from weight decay, ',
  aboutRate: (values: { names: string; rate: string }) =>
    `${values.names} moved by about the learning rate ${values.rate}: divided by the size of past gradients, a steep slope takes no longer step than a gentle one.`,
  shareOfRate: (values: { name: string; rate: string; ratio: string; cause: string }) =>
    `${values.name} moved by ${values.ratio} times the learning rate ${values.rate}: ${values.cause}.`,
  effectiveRate: (values: { name: string; rate: string; effective: string; cause: string }) =>
    `For ${values.name} the learning rate ${values.rate} has become ${values.effective}: ${values.cause}.`,
  /** Why the learning rate is not the length of the move. */
  divides: 'the rule divides by the size of past gradients',
  /** The same of a rule that multiplies besides. */
  factors: {
    adagrad: (values: { factor: string }) =>
      `the rule divides by the size of past gradients, and its rate has decayed to ${values.factor} of itself`,
    adadelta: (values: { factor: string }) =>
      `the rule divides by the size of past gradients and multiplies by that of past steps, √(a + ε) = ${values.factor}`,
    nadam: (values: { factor: string }) =>
      `the rule divides by the size of past gradients, and the weights it gives to the gradients add up to ${values.factor}, not to 1`,
    radam: (values: { factor: string }) =>
      `the rule divides by the size of past gradients and multiplies by rₜ = ${values.factor}, which is small while few gradients have been seen`
  },
  /** Degrees. */
  turned: (values: { angle: string; downhill: string }) =>
    `The step points ${values.angle}° away from ${values.downhill}.`,
  uphill: (values: { angle: string; downhill: string }) =>
    `The step points ${values.angle}° away from ${values.downhill}: it sets out uphill.`,
  crossed: 'Where it arrived, f rises in the direction of the step: it went past the bottom along its line.',
  crossedHigher: 'It went past the bottom along its line and arrived higher on the other side.',
  bestStays: 'The lowest corner, which is the point shown, stayed.',
  bestMoved: 'Now another corner is the lowest, and the point shown is there.',
  /** Of the step at which a run broke off. */
  lastSteps: {
    'line-search': 'No step was found that goes on from here, so the point stays and the run ends.',
    'left-domain': 'Where this step leads, f is not defined: the run ends before it.',
    diverged: 'Where this step leads, f or a coordinate is too large to go on: the run ends before it.'
  },
  gradientBy: {
    exact: 'the gradient, from the formula',
    forward: 'the gradient, by forward difference',
    backward: 'the gradient, by backward difference',
    central: 'the gradient, by central difference'
  },
  noisy: 'the gradient, with the noise of this step added',
  rate: (values: { schedule: string }) => `the learning rate of this step (${values.schedule})`,
  /** The table of moves and memory. */
  moves: 'What moved it',
  length: 'length',
  downhill: '−∇f',
  /** With noise: what the rule saw, and what f is really like. */
  downhillSeen: '−∇f with noise',
  downhillExact: '−∇f without noise',
  inertia: 'memory',
  push: 'this gradient’s part',
  decay: 'weight decay',
  move: 'this step',
  memory: 'What it remembers',
  /** Of an algorithm, by the name in its row. */
  remembered: {
    alpha_old: 'length of this step',
    slope_old: 'slope φ′(0) at its start',
    g_old: '∇f where it began',
    p_old: 'its direction',
    H: 'stands for the inverse Hessian',
    S: 'changes of the point, a row each',
    Y: 'changes of the gradient, a row each',
    region: 'radius of the trust region',
    X: 'corners, a row each, the best first'
  },
  /** The table of points where f was tried. */
  trials: 'Points tried',
  slopeAlong: 'slope',
  verdict: 'result',
  outcomes: {
    accepted: 'taken',
    'too-high': 'f too high',
    'too-steep': 'still too steep',
    undefined: 'f not defined',
    rejected: 'not taken',
    'first-corner': 'first corner'
  },
  moreTrials: (values: { count: number }) => `${values.count} more between them`,
  simplex: 'Corners of the simplex',
  corner: 'corner',
  /** With how they are drawn on the contour, and on the curve. */
  onPlane: {
    before: 'before (dashed)',
    after: 'after (full)',
    radius: 'the radius of the trust region: the dashed circle'
  },
  onLine: { before: 'before (pale)', after: 'after', radius: 'half the width of the trust region: the grey stretch' }
}
