import type { Values } from '../../sentence'

/** Texts drawn into pictures. */
export const plots = {
  step: 'step',
  stepNumber: ({ step }: Values) => `step ${step}`,
  mostDecrease: '−∇f: steepest descent',
  mostIncrease: '∇f: steepest ascent',
  /** At the end of the selected step, and where it began: only the latter is what the step went by. */
  downhillAtEnd: '−∇f where it ended',
  downhillAtStart: '−∇f where it began',
  /** Of the arrows a step is made of. */
  gradientNotToScale: '−∇f (not to scale)',
  inertia: 'memory',
  thisStep: 'this step',
  /** Of the path that the method of the selected run would take from the place under the pointer. */
  ghost: {
    ends: ({ name, steps, value }: Values) =>
      steps === 1 ? `${name}: after 1 step f = ${value}` : `${name}: after ${steps} steps f = ${value}`,
    diverges: ({ name, step }: Values) => `${name}: diverges at step ${step}`,
    leaves: ({ name, step }: Values) => `${name}: leaves the domain of f at step ${step}`,
    add: 'Shift and click: a run from here'
  },
  secantSlope: ({ slope }: Values) => `secant: slope ${slope}`,
  dragH: 'drag to change h',
  undefinedHere: 'not defined here',
  infiniteHere: 'not defined here, or too large',
  noDerivative: 'no derivative here',
  noLimit: 'no limit here',
  tooManyBreaks: 'breaks not drawn: too many, or too slow to find',
  noGradient: 'no gradient here',
  tooFine: 'f is too fine to be drawn here',
  undefinedGrey: 'grey: f is not defined',
  left: ({ value }: Values) => `left ${value}`,
  right: ({ value }: Values) => `right ${value}`,
  leftAndRight: ({ left, right }: Values) => `left ${left}, right ${right}`,
  /** Of a place where the curve is interrupted, with what f comes to on its left and on its right. */
  breaks: {
    jump: ({ sides }: Values) => `jump: ${sides}`,
    pole: ({ sides }: Values) => `pole: ${sides}`,
    hole: ({ sides }: Values) => `hole: ${sides}`,
    edge: ({ sides }: Values) => `end of the domain: ${sides}`,
    corner: ({ sides }: Values) => `corner, slopes: ${sides}`
  },
  /** Of arrows and contour lines, then of the principal directions. Short: it stands beside the title. */
  notSquare: 'not 1:1, so not perpendicular',
  tooLongForSquare: 'not 1:1: the ranges differ too much in length',
  finerBelow: 'finer where f is low',
  finerAbove: 'finer where f is high',
  /** Of critical points. Short: in a legend there is little room. */
  /** `lowest`: of those within the ranges of the variables. */
  kinds: {
    lowest: 'lowest point found in the ranges',
    minimum: 'minimum',
    maximum: 'maximum',
    saddle: 'saddle',
    level: 'level'
  },
  /** Of a plane through a function of more variables, on which ways of runs are drawn that are not in it. */
  slice: ({ held }: Values) => `slice at ${held}, with the paths projected onto it`,
  principalSlice: 'plane through the last point, with the paths projected onto it',
  constant: 'constant: no contour lines',
  nowhere: 'f is not defined anywhere here',
  logarithmic: ({ value }: Values) => `levels even in log ${value}`,
  equalAreas: 'equal areas between any two levels',
  notSquareAxes: 'not 1:1, so no right angles',
  /** Of the plot of the directional derivative against the direction, and of the arrows whose direction is turned. */
  /** A critical point where f has no gradient. */
  corner: ({ kind }: Values) => `${kind} (corner)`,
  signs: {
    maximum: 'local max.',
    minimum: 'local min.',
    inflection: 'inflection',
    tooMany: 'There are too many places where a sign changes, or may: look at a narrower range.'
  },
  direction: {
    angle: 'direction of u in degrees',
    greatest: ({ gradient, value }: Values) => `${gradient}: greatest, ${value}`,
    least: ({ gradient, value }: Values) => `−${gradient}: least, ${value}`,
    along: 'along the contour line: 0',
    flat: ({ gradient }: Values) => `${gradient} = 0 here`,
    none: 'f has no gradient here, or it is too large'
  },
  /** Of the chart of a difference quotient's error against its step size. */
  errors: {
    step: 'step size h',
    error: 'error',
    schemes: { forward: 'forward', backward: 'backward', central: 'central' },
    roundingLine: ({ power }: Values) => `rounding ∝ ${power}`,
    truncationLine: ({ power }: Values) => `truncation ∝ ${power}`,
    best: ({ h }: Values) => `best ${h}`,
    usual: ({ h }: Values) => `default ${h}`,
    isUsual: ({ h }: Values) => `h = ${h} (default)`,
    /** Where the error is exactly 0. */
    bestExact: ({ h }: Values) => `best ${h}: error 0`,
    none: 'error 0',
    /** Of the step size in use. */
    sideOf: ({ scheme, side }: Values) => `${scheme}: ${side}`,
    sides: { truncation: 'truncation side', rounding: 'rounding side (cancellation)', balance: 'near its best h' },
    /** What most of an error is, beside its number. */
    parts: { truncation: 'truncation', rounding: 'rounding', balance: 'near best' },
    lost: { forward: 'a + h rounds to a', backward: 'a − h rounds to a', central: 'a ± h rounds to a' },
    unknown: 'f has no derivative here, so there is no error to measure.',
    exact: 'No step size makes an error here: every difference quotient is exact.',
    allLost: 'a is so large that a + h rounds to a for every h: each quotient is 0.'
  },
  /** The lines of the microscope. */
  lens: { tangent: 'tangent', secant: 'secant' },
  /** Of the chart of what each learning rate that was tried led to. */
  sweep: {
    rate: 'learning rate η',
    end: 'f at the end',
    aboveLowest: 'f − lowest',
    value: ({ value }: Values) => `f ≤ ${value} in the last tenth`,
    limit: ({ limit }: Values) => `stability limit ${limit}`,
    spot: ({ name, lr }: Values) => `${name} · η = ${lr}`,
    chosen: 'the best',
    lost: 'diverged, or left where f is defined',
    astray: 'not taken: f first rose farther above the start than it fell',
    belowAxis: ({ floor }: Values) => `Values below ${floor} are drawn at the lower end.`
  },
  evaluations: 'evaluations',
  evaluationCount: ({ count }: Values) => (count === 1 ? '1 evaluation' : `${count} evaluations`),
  differenceToLeast: 'f − minimum',
  aboveLeast: 'f − minimum found, since f is negative here.',
  atFloor: ({ floor }: Values) => `f < ${floor} is drawn at the lower end (▼).`,
  onLogAxis: ({ name }: Values) => `${name} (log)`,
  notPositive: 'f ≤ 0, so the axis is linear.',
  below: ({ value, bound }: Values) => `${value} ≤ ${bound}`,
  above: ({ value, bound }: Values) => `${value} ≥ ${bound}`,
  between: ({ value, low, high }: Values) => `${low} ≤ ${value} ≤ ${high}`,
  logHeights: ({ formula }: Values) => `Heights: ${formula}`,
  logShifted: ({ shift }: Values) => `${shift} is added to f so that it has a logarithm`,
  noTangent: 'no tangent plane here',
  noTaylor: 'no approximation of order 2 here',
  comma: ', ',
  noSurface: 'This computer cannot draw in 3-D, so the contour is shown instead.'
}
