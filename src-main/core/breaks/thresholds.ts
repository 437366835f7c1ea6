/**
 * Every number that decides what is said of a break. Something on either side of each:
 * `test/src-main/core/breaks/thresholds.test.ts`. Relative to what is named, unless a unit is.
 */

/** Samples approach a place from at most this many of its sizes: rounding is told from a limit only by what is farther out. */
export const farthest = 0.37
/** Each is so much nearer than the one before: by no round number, or rounding would be the same at many. */
export const closer = 0.53
/** Nearer than this part of its size the place itself is not known well enough. */
export const nearest = 2 ** -42
/** So many samples before one tell of what size heights are. */
export const followed = 16

/** f changes between two samples by the trapezoidal rule for f′, up to this part of the change: x⁻² to x⁴ do … */
export const fromIntegral = 0.3
/** … or up to this part of the heights, which does no harm to a limit. */
export const unnoticed = 2 ** -24
/** Nothing can be seen of changes below this part of the heights. */
export const digitsLost = 2 ** -48
/** Three extrapolations in a row that agree to this part of the heights have settled … */
export const settledTo = 2 ** -19
/** … unless rounding moves them by more than this. */
export const isWellKnown = 2 ** -14
/** Changes that shrink by less from sample to sample are not extrapolated … */
export const shrinksBy = 0.95
/** … and those that keep this part of the one before do not shrink: a logarithm's. */
export const keepsOn = 1 - 2 ** -12
/** A second stretch that can be trusted is only rounding, from this part of the first distance inwards. */
export const deep = 2 ** -22
/** f′ says this many times what f does where f oscillates faster than the samples. */
export const clearlyWavy = 64

/** Where f is not defined from this part of the place's size inwards, it may be for rounding. */
export const undefinedFrom = 2 ** -20
/** Limits, and a limit and f, that differ by no more than this part of them are the same … */
export const sameLimit = 2 ** -40
/** … and slopes by this part of how steep f is. */
export const sameSlope = 2 ** -30
/** Both sides may mean places that are apart by this part of the place. */
export const samePlaceOfSides = 2 ** -38
/** f is vertical where this part of it is what its slope makes of the last bits of the point. */
export const steep = 2 ** -8

/** What lies nearer than this part of the place and of the range is at the place. */
export const samePlace = 2 ** -50
/** Where there are more breaks, they cannot be seen apart, and none is told. */
export const mostBreaks = 500
/** Between two samples a guard function is looked at in so many parts, … */
export const parts = 8
/** … and, as those of floor x are 0 at every whole sample, at this part, which is no round one. */
export const oddPart = 0.382
/** So many times as far away, what passes 0 is so many times as large or so; what jumps is as large as right beside. */
export const farther = 64

/** A place that a guard function touches is lost in rounding from this part of its size inwards, … */
export const touchLost = 2 ** -22
/** … seen well from this far, … */
export const touchSeenFrom = 2 ** -12
/** … found to this, … */
export const touchFoundTo = 2 ** -38
/** … known to this where f itself is asked, … */
export const touchKnownTo = 2 ** -33
/** … and meant to be a decimal of fewer digits, where there is one. */
export const mostDigits = 8
/** Three values of a guard function are about the same, so that it keeps away from 0, if none is so many times another … */
export const flat = 1.2
/** … while none of both parts between them is so many times the other. */
export const uneven = 4
