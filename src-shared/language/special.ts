/** Values of functions that `Math` lacks, or defines differently. Each propagates NaN. */

/** 1 / (1 + e^−a) without overflow. */
export function sigmoid(a: number): number {
  if (a >= 0) return 1 / (1 + Math.exp(-a))
  const power = Math.exp(a)
  return power / (1 + power)
}

/** log(1 + e^a) without overflow, and with all digits where e^a is small. */
export function softplus(a: number): number {
  return Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)))
}

/** log(e^a + e^b) without overflow. */
export function logAddExp(a: number, b: number): number {
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)))
}

/** To the nearest whole number, halves to the even one. */
export function round(a: number): number {
  const up = Math.round(a)
  return Math.abs(a % 1) === 0.5 && up % 2 !== 0 ? up - 1 : up
}

/** a − b·floor(a/b), exactly; it has the sign of b. */
export function mod(a: number, b: number): number {
  const rest = a % b
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest
}

/** 1 / cosh(a), also where cosh(a) overflows. */
export function sech(a: number): number {
  return Math.abs(a) < 700 ? 1 / Math.cosh(a) : 2 * Math.exp(-Math.abs(a))
}

/** 1 / sinh(a), also where sinh(a) overflows. */
export function csch(a: number): number {
  return Math.abs(a) < 700 ? 1 / Math.sinh(a) : 2 * Math.sign(a) * Math.exp(-Math.abs(a))
}

/** √(a² − 1) for a ≥ 1, accurate near 1 and without overflow. */
const sqrtOfSquareMinusOne = (a: number): number => Math.sqrt(a - 1) * Math.sqrt(a + 1)

/** acos(1/a), without forming 1/a: near 1 its rounding would cost half of the digits. */
export function asec(a: number): number {
  return a < 0 ? Math.PI - asec(-a) : Math.atan(sqrtOfSquareMinusOne(a))
}

/** asin(1/a). */
export function acsc(a: number): number {
  return a < 0 ? -acsc(-a) : Math.atan2(1, sqrtOfSquareMinusOne(a))
}

/**
 * acosh(1/a) = log(1 + t + √(t² + 2t)) with t = 1/a − 1, which is accurate near 1; log(2/a) where a² is negligible
 * relative to 1.
 */
export function asech(a: number): number {
  if (a < 2 ** -30) return Math.LN2 - Math.log(a)
  const t = (1 - a) / a
  return Math.log1p(t + Math.sqrt(t * (t + 2)))
}

/** asinh(1/a), also where 1/a overflows. */
export function acsch(a: number): number {
  return Number.isFinite(1 / a) ? Math.asinh(1 / a) : Math.sign(a) * (Math.LN2 - Math.log(Math.abs(a)))
}

/** atanh(1/a) = log((a + 1)/(a − 1))/2, accurate near ±1 and for large a. */
export function acoth(a: number): number {
  return a < 0 ? -acoth(-a) : Math.log1p(2 / (a - 1)) / 2
}

/** 1 / √(1 − a²), accurate at both ends. */
export function asinSlope(a: number): number {
  return 1 / Math.sqrt((1 - a) * (1 + a))
}

/** 1 / √(a² + 1) without overflow. */
export function asinhSlope(a: number): number {
  return 1 / Math.hypot(a, 1)
}

/** 1 / √(a² − 1) for a > 1, accurate near 1 and without overflow. */
export function acoshSlope(a: number): number {
  return 1 / sqrtOfSquareMinusOne(a)
}

/** 1 / (1 + a²). */
export function atanSlope(a: number): number {
  return 1 / (1 + a * a)
}

/** 1 / (1 − a²), accurate near ±1 and without overflow. */
export function atanhSlope(a: number): number {
  return 1 / (1 - a) / (1 + a)
}

/** e^a / (1 + e^a)², which is even, without overflow. */
export function sigmoidSlope(a: number): number {
  const power = Math.exp(-Math.abs(a))
  return power / (1 + power) ** 2
}

/** e^(−a²). The square of the leading bits of a is exact; the rounding of a² would be amplified by a². */
export function gauss(a: number): number {
  if (Math.abs(a) > 30) return 0
  const leading = Math.fround(a)
  return Math.exp(-leading * leading) * Math.exp((leading - a) * (leading + a))
}

/** 2/√π · e^(−a²). */
export function erfSlope(a: number): number {
  return (2 / Math.sqrt(Math.PI)) * gauss(a)
}

/** −floor(a/b) of the exact quotient: from the remainder, because a/b may round up to a whole number. */
export function modSlope(a: number, b: number): number {
  return Math.round((mod(a, b) - a) / b)
}

/** log a to base b > 0; exact where a is a whole power of b. */
export function logarithm(a: number, b: number): number {
  if (!(b > 0)) return Number.NaN
  if (b === 2) return Math.log2(a)
  if (b === 10) return Math.log10(a)
  const quotient = Math.log(a) / Math.log(b)
  const whole = Math.round(quotient)
  return b ** whole === a && Number.isFinite(whole) ? whole : quotient
}

/** √(a² + b² + …). Unlike Math.hypot, NaN if any argument is NaN, even where another is ∞. */
export function hypot(...sides: number[]): number {
  return sides.some(Number.isNaN) ? Number.NaN : Math.hypot(...sides)
}

/** a / √(a² + b²), and 0 at the origin: the derivative of hypot in a. */
export function unit(a: number, b: number): number {
  const length = hypot(a, b)
  if (length === 0) return 0
  // Where the length overflows or is subnormal, rescale.
  if (length === Number.POSITIVE_INFINITY) return a / 4 / Math.hypot(a / 4, b / 4)
  return length < 1e-290 ? (a * 2 ** 200) / Math.hypot(a * 2 ** 200, b * 2 ** 200) : a / length
}

/** b / (a² + b²), and 0 at the origin: the derivative of atan2(a, b) in a. */
export function atan2Slope(a: number, b: number): number {
  return b === 0 ? 0 : unit(b, a) / hypot(a, b)
}

/** 1 where a < b, 0 where a > b, and 1/2 where they are equal: the derivative of min in a. */
export function less(a: number, b: number): number {
  if (a < b) return 1
  if (a > b) return 0
  return a === b ? 0.5 : Number.NaN
}

/** 1 where a > 0, otherwise 0. */
export function reluSlope(a: number): number {
  if (a > 0) return 1
  return a <= 0 ? 0 : Number.NaN
}

/** b·a^(b−1), and 0 for b = 0 even where a = 0: the derivative of a^b in a. */
export function powerSlope(a: number, b: number): number {
  return scaledPower(b, a, b, 1)
}

/** b·(b−1)·a^(b−2), and 0 for b = 0 and b = 1 even where a = 0. */
export function powerCurvature(a: number, b: number): number {
  return scaledPower(b * (b - 1), a, b, 2)
}

/** factor·a^(b−less), and 0 where either is 0, however large the other is. */
function scaledPower(factor: number, a: number, b: number, less: number): number {
  // b − less may round to a whole number although b is none.
  if (Number.isNaN(a) || (a < 0 && !Number.isInteger(b))) return Number.NaN
  // a + 0 turns −0 into 0.
  const power = (a + 0) ** (b - less)
  if (factor === 0 || power === 0) return 0
  // The power overflows, but not its product with a small factor.
  return Math.abs(power) === Number.POSITIVE_INFINITY && a !== 0 ? (factor * a ** b) / a ** less : factor * power
}

/** a^b·log(a), and its limit 0 at a = 0 < b: the derivative of a^b in b. */
export function powerLogarithm(a: number, b: number): number {
  return a === 0 && b > 0 ? 0 : a ** b * Math.log(a)
}

/**
 * The n-th derivative of sin(a)/a, n = 0, 1, 2 …; near 0 by its Taylor series
 * Σ (−1)^k a^(2k−n) / ((2k+1)·(2k−n)!), elsewhere by a·sₙ + n·sₙ₋₁ = sin⁽ⁿ⁾(a), the n-th derivative of a·sinc(a) = sin(a).
 */
export function sincDerivative(n: number, a: number): number {
  if (Math.abs(a) <= n + 1) return sincSeries(n, a)
  const sines = [Math.sin(a), Math.cos(a), -Math.sin(a), -Math.cos(a)]
  let derivative = Math.sin(a) / a
  for (let order = 1; order <= n; order++) derivative = ((sines[order % 4] ?? 0) - order * derivative) / a
  return derivative
}

function sincSeries(n: number, a: number): number {
  let k = Math.ceil(n / 2)
  let power = n % 2 === 1 ? a : 1
  let sum = 0
  let last = Number.NaN
  while (sum !== last) {
    last = sum
    sum += ((k % 2 === 0 ? 1 : -1) * power) / (2 * k + 1)
    k += 1
    power *= (a * a) / ((2 * k - n) * (2 * k - n - 1))
  }
  return sum
}
