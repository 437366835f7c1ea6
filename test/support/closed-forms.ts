const golden = (1 + Math.sqrt(5)) / 2

/** Value and arguments, for every function at least two that can be vouched for without a table. */
export const closedForms: Readonly<Record<string, readonly (readonly [expected: number, ...of: number[]])[]>> = {
  sin: [
    [0, 0],
    [1, Math.PI / 2],
    [Math.sqrt(3) / 2, Math.PI / 3]
  ],
  cos: [
    [1, 0],
    [-1, Math.PI],
    [Math.SQRT1_2, Math.PI / 4]
  ],
  tan: [
    [0, 0],
    [Math.sqrt(3), Math.PI / 3]
  ],
  sec: [
    [1, 0],
    [2 / Math.sqrt(3), Math.PI / 6]
  ],
  csc: [
    [1, Math.PI / 2],
    [Math.SQRT2, Math.PI / 4]
  ],
  cot: [
    [Math.sqrt(3), Math.PI / 6],
    [1, Math.PI / 4]
  ],
  asin: [
    [Math.PI / 6, 0.5],
    [-Math.PI / 2, -1]
  ],
  acos: [
    [Math.PI / 3, 0.5],
    [Math.PI, -1]
  ],
  atan: [
    [Math.PI / 4, 1],
    [-Math.PI / 3, -Math.sqrt(3)]
  ],
  asec: [
    [0, 1],
    [Math.PI / 3, 2],
    [(2 * Math.PI) / 3, -2],
    [Math.PI, -1]
  ],
  acsc: [
    [Math.PI / 2, 1],
    [Math.PI / 6, 2],
    [-Math.PI / 4, -Math.SQRT2]
  ],
  acot: [
    [Math.PI / 4, 1],
    [-Math.PI / 6, -Math.sqrt(3)]
  ],
  atan2: [
    [Math.PI / 2, 3, 0],
    [Math.PI, 0, -2],
    [(-3 * Math.PI) / 4, -1, -1]
  ],
  sinc: [
    [1, 0],
    [2 / Math.PI, Math.PI / 2]
  ],
  sinh: [
    [0, 0],
    [3 / 4, Math.LN2]
  ],
  cosh: [
    [1, 0],
    [5 / 4, Math.LN2]
  ],
  tanh: [
    [3 / 5, Math.LN2],
    [-1, -100]
  ],
  sech: [
    [1, 0],
    [4 / 5, Math.LN2]
  ],
  csch: [
    [4 / 3, Math.LN2],
    [-4 / 3, -Math.LN2]
  ],
  coth: [
    [5 / 3, Math.LN2],
    [-1, -100]
  ],
  asinh: [
    [Math.log(golden), 0.5],
    [-Math.LN2, -0.75]
  ],
  acosh: [
    [0, 1],
    [Math.LN2, 1.25]
  ],
  atanh: [
    [Math.LN2, 0.6],
    [Math.log(3) / 2, 0.5]
  ],
  asech: [
    [0, 1],
    [Math.LN2, 0.8]
  ],
  acsch: [
    [Math.log(golden), 2],
    [-Math.LN2, -4 / 3]
  ],
  acoth: [
    [Math.log(3) / 2, 2],
    [-Math.log(2) / 2, -3]
  ],
  exp: [
    [1, 0],
    [Math.E, 1]
  ],
  expm1: [
    [0, 0],
    [1e-20, 1e-20],
    [Math.E - 1, 1]
  ],
  log: [
    [0, 1],
    [1, Math.E],
    [-Math.LN2, 0.5]
  ],
  logbase: [
    [3, 8, 2],
    [-2, 1 / 9, 3],
    [0.5, 7, 49]
  ],
  log2: [
    [10, 1024],
    [-1, 0.5]
  ],
  log10: [
    [3, 1000],
    [-5, 1e-5]
  ],
  log1p: [
    [0, 0],
    [1e-20, 1e-20],
    [Math.LN2, 1]
  ],
  sqrt: [
    [1.5, 2.25],
    [0, 0]
  ],
  cbrt: [
    [3, 27],
    [-2, -8]
  ],
  hypot: [
    [5, 3, 4],
    [13e200, -5e200, 12e200]
  ],
  sigmoid: [
    [0.5, 0],
    [3 / 4, Math.log(3)]
  ],
  softplus: [
    [Math.LN2, 0],
    [1000, 1000],
    [Math.log(3), Math.LN2]
  ],
  logaddexp: [
    [Math.LN2 + 700, 700, 700],
    [Math.log(5), Math.LN2, Math.log(3)],
    [1000, 1000, -1000]
  ],
  erf: [
    [0, 0],
    [1, 100],
    [0.8427007929497149, 1]
  ],
  gauss: [
    [1, 0],
    [1 / Math.E, -1],
    [0.5, Math.sqrt(Math.LN2)]
  ],
  abs: [
    [2, -2],
    [3, 3]
  ],
  sign: [
    [-1, -1e-300],
    [0, 0],
    [1, 7]
  ],
  relu: [
    [0, -2],
    [3, 3]
  ],
  min: [
    [-2, -2, 3],
    [1, 5, 1]
  ],
  max: [
    [3, -2, 3],
    [5, 5, 1]
  ],
  floor: [
    [-3, -2.5],
    [2, 2]
  ],
  ceil: [
    [-2, -2.5],
    [3, 2.5]
  ],
  round: [
    [2, 2.5],
    [4, 3.5]
  ],
  mod: [
    [2, -7, 3],
    [-1, 7, -2],
    [0.25, 5.25, 1]
  ]
}
