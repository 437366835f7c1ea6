/** A term of the field or of the window: how it is written at the head of its entry, and what it is, in one sentence. */
export interface Entry {
  readonly term: string
  readonly text: string
  /** How it stands in sentences and headings, if not as `term`; none: it is only found here. */
  readonly forms?: readonly string[]
}

/** Every term the window shows, each with one sentence. Its formula, the same in every language: `../terms.ts`. */
const entries = {
  differentiation: { term: 'differentiation', text: 'Finding how fast a function changes: its derivative.', forms: [] },
  derivative: {
    term: 'derivative f′',
    text: 'The function that gives the slope of f at every x.',
    forms: ['derivative f′']
  },
  derivativeAt: {
    term: 'derivative at a point',
    text: 'The number f′(a), which is the slope of the tangent at a.',
    forms: []
  },
  average: {
    term: 'average rate of change',
    text: 'How much f grows between two points, divided by how far they lie apart: the slope of the secant.'
  },
  secant: { term: 'secant', text: 'The straight line through two points of a curve.', forms: ['secant', 'secants'] },
  tangent: {
    term: 'tangent',
    text: 'The straight line that touches a curve at a point and has its slope there.',
    forms: ['tangent', 'tangents']
  },
  numerical: {
    term: 'numerical differentiation',
    text: 'Computing a difference quotient with a small h in place of the limit.'
  },
  quotient: {
    term: 'difference quotient',
    text: 'A difference of two values of f, divided by the difference of their places; close to the derivative where h is small.',
    forms: ['difference quotient', 'difference quotients', 'Quotient']
  },
  stepSize: {
    term: 'step size h',
    text: 'How far apart the places are whose values a difference quotient compares.',
    forms: ['step size h']
  },
  exact: {
    term: 'from the formula (analytic)',
    text: 'The derivative found by the rules of differentiation, without any step size.',
    forms: ['from the formula']
  },
  forward: {
    term: 'forward difference',
    text: 'The difference quotient of a and a + h, whose error shrinks like h.',
    forms: ['forward difference']
  },
  backward: {
    term: 'backward difference',
    text: 'The difference quotient of a − h and a, whose error shrinks like h.',
    forms: ['backward difference']
  },
  central: {
    term: 'central difference',
    text: 'The difference quotient of a − h and a + h, whose error shrinks like h².',
    forms: ['central difference']
  },
  truncation: {
    term: 'truncation error',
    text: 'What a difference quotient is off because h is not 0: it grows with h.',
    forms: ['truncation error', 'truncation']
  },
  rounding: {
    term: 'rounding error',
    text: 'What a result is off because numbers have about 16 digits: in a difference quotient it grows as h shrinks.',
    forms: ['rounding error', 'rounding errors']
  },
  cancellation: {
    term: 'cancellation',
    text: 'Loss of digits when two nearly equal numbers are subtracted, for their leading digits vanish.',
    forms: ['cancellation']
  },
  proportional: {
    term: '∝',
    text: 'Proportional to: twice the right side is twice the left side, as with an error ∝ ε/h.',
    forms: ['∝ ε/h', '∝']
  },
  double: {
    term: 'double precision',
    text: 'The usual form in which computers keep real numbers, called doubles: 64 bits each, about 16 digits.',
    forms: ['double precision', 'doubles']
  },
  epsilon: {
    term: 'machine epsilon ε',
    text: 'The distance from 1 to the next number that a computer can write with 53 binary digits.',
    forms: ['machine epsilon']
  },
  second: {
    term: 'second derivative f″',
    text: 'The derivative of the derivative: where it is positive the curve bends upwards.',
    forms: ['second derivative', 'second derivatives']
  },
  corner: {
    term: 'corner',
    text: 'A place where the slopes from the left and from the right differ, so that there is no derivative.',
    forms: ['corner', 'kink']
  },
  partial: {
    term: 'partial differentiation',
    text: 'Differentiating along one variable while all others are held.',
    forms: []
  },
  partialDerivative: {
    term: 'partial derivative (function)',
    text: 'The function that gives the slope along one variable at every point.',
    forms: ['partial derivative', 'partial derivatives']
  },
  partialAt: {
    term: 'partial derivative (value)',
    text: 'Its value at one point: the slope of the slice through it.',
    forms: []
  },
  gradient: {
    term: 'gradient ∇f',
    text: 'The vector of all partial derivatives, which points where f grows the fastest.',
    forms: ['gradient']
  },
  gradientNorm: {
    term: 'norm of the gradient ‖∇f‖',
    text: 'The length of the gradient: the slope in its own direction, the steepest there is.',
    forms: ['norm of the gradient']
  },
  field: { term: 'gradient field', text: 'The gradient drawn as an arrow at many points at once.', forms: [] },
  contour: {
    term: 'contour line',
    text: 'A line of points at which f is the same; the gradient is perpendicular to it.',
    forms: ['contour line', 'contour lines']
  },
  slice: {
    term: 'slice',
    text: 'The curve that is cut out of a surface when all variables but one are held.',
    forms: ['slice', 'slices']
  },
  tangentPlane: {
    term: 'tangent plane',
    text: 'The plane that touches a surface at a point and has its slopes there.',
    forms: ['tangent plane', 'tangent planes']
  },
  directional: {
    term: 'directional derivative',
    text: 'The slope of f at a point in the direction of a vector u of length 1.',
    forms: ['directional derivative']
  },
  hessian: {
    term: 'Hessian matrix',
    text: 'The matrix of all second derivatives, which tells how f bends in every direction.',
    forms: ['Hessian matrix', 'Hessian']
  },
  eigenvalue: {
    term: 'eigenvalue',
    text: 'The factor by which a matrix stretches a vector that it does not turn; of the Hessian, how strongly f bends in that direction.',
    forms: ['eigenvalue', 'eigenvalues']
  },
  principal: {
    term: 'principal direction',
    text: 'A direction in which f bends the most or the least: an eigenvector of the Hessian.',
    forms: ['principal direction']
  },
  taylor: {
    term: 'approximation of order 2',
    text: 'The quadratic with the same value, slopes and second derivatives at the point: the Taylor polynomial of degree 2.',
    forms: ['approximation of order 2']
  },
  critical: {
    term: 'critical point',
    text: 'A point where the gradient is 0: a minimum, a maximum, a saddle point or a level place.',
    forms: ['critical point', 'critical points']
  },
  minimum: {
    term: 'local minimum (place)',
    text: 'A point around which f is nowhere lower.',
    forms: ['minimum', 'local minimum']
  },
  minimumValue: { term: 'local minimum (value)', text: 'The value of f at such a point.', forms: [] },
  maximum: { term: 'local maximum', text: 'A point around which f is nowhere higher.', forms: ['maximum'] },
  saddle: {
    term: 'saddle point',
    text: 'A critical point from which f rises in one direction and falls in another.',
    forms: ['saddle point', 'saddle']
  },
  inflection: {
    term: 'inflection point',
    text: 'A point where a curve changes from bending one way to bending the other way.',
    forms: ['inflection point']
  },
  local: {
    term: 'local optimum',
    text: 'The best point of its surroundings, though f may be lower farther away.',
    forms: ['local optimum']
  },
  objective: { term: 'objective function', text: 'The function f that is to be made as small as possible.' },
  loss: {
    term: 'loss function',
    text: 'In machine learning the objective: how far a model is off from the data.',
    forms: ['loss function']
  },
  descent: {
    term: 'gradient descent (steepest descent)',
    text: 'Going against the gradient, step by step, by the learning rate times its length.',
    forms: ['gradient descent']
  },
  learningRate: {
    term: 'learning rate η',
    text: 'The number by which the gradient is multiplied in every step: too small is slow, too large diverges.',
    forms: ['learning rate']
  },
  start: { term: 'start', text: 'The point from which a run sets out.', forms: [] },
  step: { term: 'step', text: 'One application of the update rule; step 0 is the start.', forms: [] },
  steps: { term: 'number of steps', text: 'How many times the rule is applied at most.', forms: [] },
  rule: {
    term: 'update rule',
    text: 'The formula that makes the next point out of the present one and its gradient.',
    forms: ['update rule']
  },
  convention: {
    term: 'textbook / PyTorch',
    text: 'Two ways to write the rule of one method, which differ in where a constant stands and may give other numbers.',
    forms: []
  },
  momentum: {
    term: 'momentum',
    text: 'Going on with a part of the step before, like a ball that rolls.',
    forms: ['momentum']
  },
  lineSearch: {
    term: 'line search',
    text: 'Trying several lengths along one direction until f has fallen enough.',
    forms: ['line search']
  },
  conjugate: {
    term: 'conjugate gradient method',
    text: 'A method whose directions do not undo one another: on a quadratic of n variables it is there after n steps.'
  },
  newton: {
    term: 'Newton’s method',
    text: 'Going to where the quadratic approximation has its critical point, by gradient and Hessian.',
    forms: []
  },
  quasiNewton: {
    term: 'quasi-Newton method',
    text: 'Newton’s method with a Hessian that is estimated from the gradients met, as in BFGS.'
  },
  trustRegion: {
    term: 'trust-region method',
    text: 'Going to the lowest point of an approximation within a radius in which it is trusted.'
  },
  schedule: {
    term: 'learning-rate schedule',
    text: 'How the learning rate changes from step to step.',
    forms: ['schedule']
  },
  noise: {
    term: 'noise',
    text: 'Random numbers added to the gradient, as when it is estimated from a part of the data.',
    forms: ['noise']
  },
  seed: {
    term: 'seed',
    text: 'The number from which random numbers are made: with the same one they are the same again.',
    forms: ['seed']
  },
  convergence: {
    term: 'convergence',
    text: 'Coming as near to one point as one likes, and staying there.',
    forms: ['converged', 'converges', 'converge', 'convergence']
  },
  divergence: {
    term: 'divergence',
    text: 'Going farther and farther away, or f growing beyond all bounds.',
    forms: ['diverged', 'diverging', 'diverges', 'divergence']
  },
  oscillation: {
    term: 'oscillation',
    text: 'Moving to and fro across a valley without coming to rest.',
    forms: ['to and fro', 'oscillation', 'oscillates']
  },
  plateau: {
    term: 'plateau',
    text: 'A stretch where f is almost level, so that the gradient is small and steps are short.',
    forms: ['plateau']
  },
  stability: {
    term: 'stability limit',
    text: 'The learning rate above which a rule cannot settle at a minimum; for gradient descent 2 divided by the steepest curvature.',
    forms: ['stability limit']
  },
  basin: {
    term: 'basin of attraction',
    text: 'All starts from which a method comes to the same minimum.',
    forms: ['basin']
  },
  evaluations: {
    term: 'evaluations',
    text: 'How often f, its gradient or its Hessian was computed, the last of these counted once for each variable.',
    forms: ['evaluations']
  },
  fair: {
    term: 'fair comparison',
    text: 'All runs from the same start with the same number of evaluations, each with the learning rate that is best for it.',
    forms: []
  },
  principalComponents: {
    term: 'principal components',
    text: 'The directions in which a path of many variables extends the most, so that a plane shows most of it.',
    forms: ['principal components']
  },
  run: { term: 'run', text: 'One method with its settings, on its way from a start.', forms: [] },
  table: { term: 'table of steps', text: 'Point, f and norm of the gradient at every step.', forms: [] },
  standings: {
    term: 'standings',
    text: 'The runs in the order of what they reached and what it cost them.',
    forms: []
  },
  duplicate: { term: 'duplicate', text: 'Adds a run that is set like this one.', forms: [] },
  export: {
    term: 'export',
    text: 'Saves figures as PNG or GIF, steps as CSV and runs as Python.',
    forms: []
  }
} satisfies Readonly<Record<string, Entry>>

export const glossary: { readonly [Id in keyof typeof entries]: Entry } = entries
