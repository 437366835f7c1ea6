/** Every number that decides what is said of a run. Something on either side of each: `test/src-main/core/verdict/thresholds.test.ts`. */

/** How far a run is followed after its end. */
export const budget = {
  /** So many times as long as it was: who checks a verdict by running on twenty times longer sees what was said. */
  times: 20,
  /** But at least so many steps … */
  least: 2000,
  /** … and at most so many operations: about a tenth of a second, and less than 10⁶ steps. */
  operations: 2e7,
  /** What a step takes beside f and its gradient, by a loop that was made for function and rule, and without one. */
  overhead: { loop: 30, plain: 1000 }
} as const

/** Being this near is being there, relative to the size of the motion: less than can be seen … */
export const settledRelativeToMotion = 1e-4
/** … or relative to the coordinates themselves, where no double lies in between. */
export const settledRelativeToPoint = 1e-12
/** A place without curvature is looked at this far around, relative to the size of the motion. */
export const looksAround = 1e-2
/** To stay is told of a run that did so for this part of the time it was followed. */
export const staysFor = 0.1
/** A line search finds nothing lower where f has no more digits to fall: so many of its last ones. */
export const lastDigits = 64 * Number.EPSILON
/** A run that went farther than so many times the way from its start to its end was thrown off and came back. */
export const thrown = 10
/** A run that was to end where the gradient, or a step, is small has ended well this close to a minimum. */
export const near = 1e-2
/** A place where a difference quotient is 0 is none where the slope is, this far from it, relative to the size of the motion. */
export const visiblyOff = 1e-3
/** Nothing is told of a map whose derivative has a spectral radius this close to 1. */
export const neutral = 1e-6
/** Second derivatives that agree to this, beside the largest of them, are equal: those of a quadratic, everywhere. */
export const sameCurvature = 1e-9
/** A slope this small beside the whole gradient is rounding: that direction takes no part in the motion. */
export const noSlope = 1e-14
/** Points of a cycle come back within this, relative to its size … */
export const sameAgain = 1e-6
/** … so many times … */
export const rounds = 8
/** … after so many steps at most. */
export const longestPeriod = 8
/** It goes round a cycle if it was not farther off on its way into it than so many times its size. */
export const roundCycle = 1.1
/** Circling does not shrink in the time that it is followed: it keeps at least this part of its size. */
export const keepsSize = 0.5
/** A schedule that leaves less than this of the learning rate has brought it to 0. */
export const noRate = 1e-6
/** What is lower than a place by so many times what f falls on the way to it is beyond a jump. */
export const farLower = 4
/** What a remedy may cost to be found: operations of all trials together; and of one of them, in steps … */
export const trialBudget = {
  operations: 1e7,
  /** … at least, … */
  patience: 1000,
  /** … where it may take long, … */
  long: 30_000,
  /** … and where the run only goes on. */
  longest: 100_000,
  /** A trial that rises by more than so many times its way down has exploded first. */
  rise: 100
} as const

/** How far the search for a rate goes: 1, 2, 5 … over ten decades down, over three up. */
export const ladder = {
  smaller: 30,
  larger: 9,
  /** The largest rate anyone would try first. */
  usual: 10,
  /** So many that do not diverge are followed for long. */
  calm: 3,
  /** Of these the first that is lower and settles. */
  momenta: [0.9, 0.8, 0.5, 0] as readonly number[]
} as const
