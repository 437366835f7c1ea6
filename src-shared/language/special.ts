/** Values of functions that `Math` lacks, or has in another sense. Each passes NaN on. */

/** 1 / (1 + e^−a) without overflow. */
export function sigmoid(a: number): number {
  if (a >= 0) return 1 / (1 + Math.exp(-a))
  const power = Math.exp(a)
  return power / (1 + power)
}

/** log(1 + e^a) without overflow, and without losing e^a when it is small. */
export function softplus(a: number): number {
  return Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)))
}

/** To the nearest whole number, halves to the even one. */
export function round(a: number): number {
  const up = Math.round(a)
  return Math.abs(a % 1) === 0.5 && up % 2 !== 0 ? up - 1 : up
}

/** a − b·floor(a/b), exactly: has the sign of b. */
export function mod(a: number, b: number): number {
  const rest = a % b
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest
}

/** log a to base b; exact where a is a whole power of b. */
export function logarithm(a: number, b: number): number {
  if (b === 2) return Math.log2(a)
  if (b === 10) return Math.log10(a)
  const quotient = Math.log(a) / Math.log(b)
  const whole = Math.round(quotient)
  return b ** whole === a && Number.isFinite(whole) ? whole : quotient
}

/** √(a² + b² + …). Unlike Math.hypot, NaN also beside ∞. */
export function hypot(...sides: number[]): number {
  return sides.some(Number.isNaN) ? Number.NaN : Math.hypot(...sides)
}

/** a / √(a² + b²), and 0 at the origin: the slope of hypot. */
export function unit(a: number, b: number): number {
  const length = hypot(a, b)
  return length === 0 ? 0 : a / length
}

/** 1 where a < b, 0 where a > b, and half each in a tie: the slope of min in a. */
export function less(a: number, b: number): number {
  if (a < b) return 1
  if (a > b) return 0
  return a === b ? 0.5 : Number.NaN
}

/** 1 where a > 0, otherwise 0: the slope of relu. */
export function positive(a: number): number {
  if (a > 0) return 1
  return a <= 0 ? 0 : Number.NaN
}

/** b·a^(b−1), and 0 for b = 0 also where a = 0: the slope of a^b in a. */
export function powerSlope(a: number, b: number): number {
  return b === 0 ? 0 : b * a ** (b - 1)
}

/** a^b·log(a), and its limit 0 at a = 0 < b: the slope of a^b in b. */
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
