/**
 * Every number that decides what is said of a break, with an example on either side of it in
 * `test/src-main/core/breaks/thresholds.test.ts`. Relative to what is named, unless a unit is given.
 */

/** What lies nearer than this to a place, relative to the place and the range, is at the place. */
export const samePlace = 2 ** -50
/** A place that only samples tell is found to within this, relative to its size. */
export const placeFoundTo = 2 ** -38
/** Nearer to a place than this, relative to its size, what f does may be rounding. */
export const lostFrom = 2 ** -22

// Samples that approach a place

/** The farthest sample, relative to the size of the place: rounding is told from a limit only by what is farther out. */
export const farthest = 0.37
/** Distance of each sample relative to the one before: no round number, or rounding would be the same at many. */
export const closer = 0.53
/** The nearest sample. Nearer, the place itself is not known well enough. */
export const nearest = 2 ** -42
/** The scale of f is the largest of this many samples. */
export const followed = 16

// Limits

/** f changes between two samples by the trapezoidal rule for f′, up to this part of the change: x⁻² to x⁴ do … */
export const fromIntegral = 0.3
/** … or up to this part of the heights, which does no harm to a limit. */
export const unnoticed = 2 ** -24
/** A limit is known if three extrapolations in a row agree to this part of the heights … */
export const settledTo = 2 ** -19
/** … and rounding moves them by no more than this. */
export const isWellKnown = 2 ** -14
/** Changes whose ratio from sample to sample is larger than this do not shrink: those of a logarithm. */
export const keepsOn = 1 - 2 ** -12
/** Where f oscillates faster than the samples, f′ says at least this many times what f does. */
export const clearlyWavy = 64

// Two sides

/** Limits, and a limit and f, are the same if they differ by no more than this part of them … */
export const sameLimit = 2 ** -40
/** … and slopes, by no more than this part of how steep f is. */
export const sameSlope = 2 ** -30
/** f may be vertical where its slope makes more than this part of f out of the last bits of the point. */
export const steep = 2 ** -8

// Where a guard function passes or touches 0

/** More breaks than this cannot be told apart on a plot, and none is told. */
export const mostBreaks = 500
/** Between two samples a guard function is looked at in so many parts … */
export const parts = 8
/** … and between whole samples, where those of floor x are all 0, at this part. */
export const oddPart = 0.382
/** What passes 0 is larger by about this factor this many times as far away; what jumps is not. */
export const farther = 64
/** A place that a guard function touches is seen best from this far, relative to its size … */
export const touchSeenFrom = 2 ** -12
/** … and taken for the decimal of at most so many digits that is nearest. */
export const mostDigits = 8
/** A guard function keeps away from 0 if, of three values in a row, none is more than this many times another … */
export const flat = 1.2
/** … while neither of the two parts between them is more than this many times the other. */
export const uneven = 4
