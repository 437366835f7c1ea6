/*
 * The error function after s_erf.c of FDLIBM, whose notice is:
 *   Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 *   Developed at SunPro, a Sun Microsystems, Inc. business.
 *   Permission to use, copy, modify, and distribute this software is freely granted,
 *   provided that this notice is preserved.
 * Rational approximations on five intervals; error below one unit in the last place. Coefficients from the constant up.
 */
const nearZero = {
  p: [0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -0.000023763016656650163],
  q: [
    1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164, -0.000003960228278775368
  ]
}
const nearOne = {
  p: [
    -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
    0.035478304325618236, -0.002166375594868791
  ],
  q: [
    1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
    0.011984499846799107
  ]
}
const middle = {
  p: [
    -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
    -184.60509290671104, -81.2874355063066, -9.814329344169145
  ],
  q: [
    1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
    108.63500554177944, 6.570249770319282, -0.0604244152148581
  ]
}
const far = {
  p: [
    -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
    -1025.0951316110772, -483.5191916086514
  ],
  q: [
    1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
    474.52854120695537, -22.44095244658582
  ]
}
const erfOfOne = 0.8450629115104675

/** The error function 2/√π ∫₀^a e^(−t²) dt. */
export function erf(a: number): number {
  const size = Math.abs(a)
  if (!(size < 6)) return Math.sign(a)
  if (size < 0.84375) return a + a * quotient(nearZero, a * a)
  const magnitude = size < 1.25 ? erfOfOne + quotient(nearOne, size - 1) : 1 - complement(size)
  return a < 0 ? -magnitude : magnitude
}

/**
 * 1 − erf(size) for 1.25 ≤ size < 6. The square of the leading bits of size is exact, so that e^(−size²) keeps its
 * digits.
 */
function complement(size: number): number {
  const { p, q } = size < 1 / 0.35 ? middle : far
  const leading = Math.fround(size)
  const square = -leading * leading - 0.5625
  const rest = (leading - size) * (leading + size) + quotient({ p, q }, 1 / (size * size))
  return (Math.exp(square) * Math.exp(rest)) / size
}

function quotient({ p, q }: { p: readonly number[]; q: readonly number[] }, at: number): number {
  return polynomial(p, at) / polynomial(q, at)
}

function polynomial(coefficients: readonly number[], at: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * at + coefficient, 0)
}
