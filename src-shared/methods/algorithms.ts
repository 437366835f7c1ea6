import * as setting from './algorithm-settings'
import type { Algorithm, AlgorithmLine } from './method'

/** Lines that several methods have. φ(α) = f(x + αp) is f along the line that is searched. */
const rest: AlgorithmLine = { id: 'rest', tex: '{g} = 0', aside: true }
const downhill: AlgorithmLine = { id: 'downhill', tex: '{p} \\leftarrow -{g}' }
/** Where such a method knows no better. */
const fallback: AlgorithmLine = { ...downhill, aside: true }
const slope: AlgorithmLine = { id: 'slope', tex: '{slope} \\leftarrow {g}^{\\top} {p}' }
const first: AlgorithmLine = {
  id: 'first',
  tex: '{first} \\leftarrow {reach} \\,/\\, \\lVert {p} \\rVert',
  aside: true
}
const guess: AlgorithmLine = {
  id: 'guess',
  tex: '{first} \\leftarrow {alpha_old} \\cdot \\min(10, {slope_old} \\,/\\, {slope})'
}
const enough: AlgorithmLine = { id: 'enough', tex: '{f_next} \\le {f} + {c1} \\cdot {alpha} \\cdot {slope}' }
const flat: AlgorithmLine = { id: 'flat', tex: '\\lvert {slope_next} \\rvert \\le {c2} \\cdot \\lvert {slope} \\rvert' }
const lowest: AlgorithmLine = {
  id: 'lowest',
  tex: '{f_next} \\le {f} + {c1} \\cdot {alpha} \\cdot {slope}',
  aside: true
}
const move: AlgorithmLine = { id: 'move', tex: '{next} \\leftarrow {x} + {alpha} \\, {p}' }
const none: AlgorithmLine = { id: 'none', tex: '{next} = {x}', aside: true }
const wolfe = [enough, flat, lowest, move, none]
const change: readonly AlgorithmLine[] = [
  { id: 's', tex: '{s} \\leftarrow {next} - {x}' },
  { id: 'y', tex: '{y} \\leftarrow {g_next} - {g}' },
  { id: 'skip', tex: '{y}^{\\top} {s} = {curvature}', aside: true }
]
const curvature: readonly AlgorithmLine[] = [
  { id: 'no-hessian', tex: '\\nabla^2 f', aside: true },
  { id: 'hessian', tex: '{B} \\leftarrow \\nabla^2 f' },
  { id: 'indefinite', tex: '{B} \\leftarrow \\nabla^2 f, \\quad {lambda} \\le 0', aside: true },
  { id: 'level', tex: '{tau} \\leftarrow 1', aside: true },
  { id: 'shift', tex: '{tau} \\leftarrow \\max(\\lvert {lambda} \\rvert, {delta} \\cdot {norm}) - {lambda}' },
  { id: 'shifted', tex: '{B_new} \\leftarrow {B} + {tau} \\, I' },
  { id: 'newton', tex: '{p} \\leftarrow -{B}^{-1} {g}' }
]

const lineSymbols = {
  x: 'x',
  next: 'x^{+}',
  g: '\\nabla f',
  p: 'p',
  alpha: '\\alpha',
  f: 'f(x)',
  f_next: 'f(x^{+})',
  slope: "\\varphi'(0)"
}
const guessSymbols = {
  ...lineSymbols,
  slope_next: "\\varphi'(\\alpha)",
  first: '\\alpha_1',
  alpha_old: '\\alpha^{-}',
  slope_old: "\\varphi'^{-}(0)"
}
const changeSymbols = { s: 's', y: 'y', g_next: '\\nabla f^{+}', curvature: 'y^{\\top} s' }
const curvatureSymbols = { B: 'B', B_new: 'B', lambda: '\\lambda_{\\min}', norm: '\\lVert B \\rVert', tau: '\\tau' }

const searchSettings = [setting.reach, setting.wolfeDecrease]

/**
 * The methods with code of their own, in the order they are offered. They have no other convention than the book's:
 * Nocedal, Wright 2006, Numerical Optimization, 2nd ed.
 */
export const algorithms: readonly Algorithm[] = [
  {
    id: 'armijo',
    convention: 'book',
    family: 'search',
    settings: [setting.initial, setting.shrink, setting.decrease],
    lines: [rest, downhill, slope, enough, move, none],
    symbols: lineSymbols,
    source: 'Armijo 1966, Pacific J. Math. 16, 1–3; Nocedal, Wright 2006, algorithm 3.1'
  },
  {
    id: 'wolfe',
    convention: 'book',
    family: 'search',
    settings: [...searchSettings, setting.flatness(0.1)],
    lines: [rest, downhill, slope, first, guess, ...wolfe],
    symbols: guessSymbols,
    source: 'Wolfe 1969, SIAM Review 11, 226–235; Nocedal, Wright 2006, algorithms 3.5, 3.6'
  },
  {
    id: 'conjugate',
    convention: 'book',
    family: 'search',
    settings: [...searchSettings, setting.flatness(0.1)],
    lines: [
      rest,
      {
        id: 'beta',
        tex: '{beta} \\leftarrow \\max\\left(0, \\frac{{g}^{\\top} ({g} - {g_old})}{\\lVert {g_old} \\rVert^2}\\right)'
      },
      { id: 'direction', tex: '{p} \\leftarrow -{g} + {beta} \\, {p_old}' },
      fallback,
      slope,
      first,
      guess,
      ...wolfe
    ],
    symbols: { ...guessSymbols, beta: '\\beta', g_old: '\\nabla f^{-}', p_old: 'p^{-}' },
    source: 'Polak, Ribière 1969, RIRO 3(16), 35–43; Nocedal, Wright 2006, algorithm 5.4, (5.45)'
  },
  {
    id: 'bfgs',
    convention: 'book',
    family: 'curvature',
    settings: [...searchSettings, setting.flatness(0.9)],
    lines: [
      rest,
      { id: 'quasi-newton', tex: '{p} \\leftarrow -{H} \\, {g}' },
      fallback,
      slope,
      first,
      { ...guess, aside: true },
      ...wolfe,
      ...change,
      { id: 'scale', tex: '{H} \\leftarrow \\frac{{y}^{\\top} {s}}{{y}^{\\top} {y}} \\, I', aside: true },
      { id: 'rho', tex: '{rho} \\leftarrow \\frac{1}{{y}^{\\top} {s}}' },
      { id: 'without', tex: '{V} \\leftarrow I - {rho} \\, {y} {s}^{\\top}' },
      { id: 'update', tex: '{H_next} \\leftarrow {V}^{\\top} {H} \\, {V} + {rho} \\, {s} {s}^{\\top}' }
    ],
    symbols: { ...guessSymbols, ...changeSymbols, H: 'H', H_next: 'H^{+}', V: 'V', rho: '\\rho' },
    source: 'Broyden, Fletcher, Goldfarb, Shanno 1970; Nocedal, Wright 2006, algorithm 6.1, (6.17), (6.20)'
  },
  {
    id: 'lbfgs',
    convention: 'book',
    family: 'curvature',
    settings: [setting.pairs, ...searchSettings, setting.flatness(0.9)],
    lines: [
      rest,
      { id: 'explained', tex: '{a} \\leftarrow \\left(\\frac{s_i^{\\top} q_i}{y_i^{\\top} s_i}\\right)_i' },
      { id: 'backward', tex: '{q} \\leftarrow {g} - {Y}^{\\top} {a}' },
      { id: 'gamma', tex: '{gamma} \\leftarrow \\frac{{s}^{\\top} {y}}{{y}^{\\top} {y}}' },
      { id: 'corrected', tex: '{c} \\leftarrow {a} - (y_i^{\\top} r_i \\,/\\, y_i^{\\top} s_i)_i' },
      { id: 'forward', tex: '{p} \\leftarrow -({gamma} \\, {q} + {S}^{\\top} {c})' },
      fallback,
      slope,
      first,
      { ...guess, aside: true },
      ...wolfe,
      ...change,
      { id: 'keep', tex: '{S},\\ {Y}' }
    ],
    symbols: { ...guessSymbols, ...changeSymbols, q: 'q', a: 'a', c: 'c', gamma: '\\gamma', S: 'S', Y: 'Y' },
    source: 'Liu, Nocedal 1989, Math. Program. 45, 503–528; Nocedal, Wright 2006, algorithms 7.4, 7.5, (7.20)'
  },
  {
    id: 'newton',
    convention: 'book',
    family: 'curvature',
    settings: [setting.decrease, setting.shrink, setting.leastCurvature],
    lines: [rest, ...curvature, fallback, slope, enough, move, none],
    symbols: { ...lineSymbols, ...curvatureSymbols },
    source: 'Nocedal, Wright 2006, algorithm 3.2, section 3.4'
  },
  {
    id: 'trust-region',
    convention: 'book',
    family: 'curvature',
    settings: [...setting.trust, setting.leastCurvature],
    lines: [
      rest,
      ...curvature.slice(0, -1),
      { id: 'newton', tex: '{p_newton} \\leftarrow -{B}^{-1} {g}' },
      { id: 'inside', tex: '{p} \\leftarrow {p_newton}, \\quad \\lVert {p} \\rVert \\le {region}' },
      { id: 'cauchy', tex: '{p_cauchy} \\leftarrow -\\frac{\\lVert {g} \\rVert^2}{{g}^{\\top} {B} \\, {g}} \\, {g}' },
      {
        id: 'dogleg',
        tex:
          '{p} \\leftarrow {p_cauchy} + {theta} \\, ({p_newton} - {p_cauchy}), \\quad ' +
          '\\lVert {p} \\rVert = {region}'
      },
      { id: 'edge', tex: '{p} \\leftarrow -{region} \\, {g} \\,/\\, \\lVert {g} \\rVert' },
      { id: 'ratio', tex: '{ratio} \\leftarrow ({f} - {f_next}) \\,/\\, {foretold}' },
      { id: 'shrink', tex: '{region_next} \\leftarrow \\lVert {p} \\rVert \\,/\\, 4' },
      { id: 'grow', tex: '{region_next} \\leftarrow \\min(2 \\cdot {region}, {radius_max})' },
      { id: 'move', tex: '{next} \\leftarrow {x} + {p}' },
      none
    ],
    symbols: {
      ...curvatureSymbols,
      x: 'x',
      next: 'x^{+}',
      g: '\\nabla f',
      p: 'p',
      p_newton: 'p_{N}',
      p_cauchy: 'p_{C}',
      theta: '\\theta',
      region: '\\Delta',
      region_next: '\\Delta^{+}',
      ratio: '\\rho',
      f: 'f(x)',
      f_next: 'f(x + p)',
      foretold: '(m(0) - m(p))'
    },
    source: 'Powell 1970, in: Numerical Methods for Nonlinear Algebraic Equations; Nocedal, Wright 2006, algorithm 4.1'
  },
  {
    id: 'nelder-mead',
    convention: 'book',
    family: 'simplex',
    settings: [setting.size],
    lines: [
      { id: 'simplex', tex: '{X} \\leftarrow \\{x,\\ x + {size} \\, e_i\\}' },
      { id: 'centre', tex: '{c} \\leftarrow \\frac{1}{{n}} (x_1 + \\cdots + x_n)' },
      { id: 'reflect', tex: '{r} \\leftarrow {c} + ({c} - {w})' },
      { id: 'expand', tex: '{e} \\leftarrow {c} + 2 \\, ({c} - {w})' },
      { id: 'take-expanded', tex: '{f_e} < {f_r} < {f_best}' },
      { id: 'take-best', tex: '{f_r} \\le {f_e}, \\quad {f_r} < {f_best}' },
      { id: 'take-reflected', tex: '{f_best} \\le {f_r} < {f_second}' },
      { id: 'contract-outside', tex: '{k} \\leftarrow {c} + \\frac{1}{2} \\, ({c} - {w})' },
      { id: 'contract-inside', tex: '{k} \\leftarrow {c} - \\frac{1}{2} \\, ({c} - {w})' },
      { id: 'take-contracted', tex: '{f_k} < {f_worst}' },
      { id: 'shrink', tex: '{X} \\leftarrow x_1 + \\frac{1}{2} \\, ({X_old} - x_1)' },
      { id: 'best', tex: '{next} \\leftarrow x_1' }
    ],
    symbols: {
      X: 'X',
      X_old: 'X',
      n: 'n',
      c: 'c',
      w: 'w',
      r: 'r',
      e: 'e',
      k: 'k',
      f_r: 'f(r)',
      f_e: 'f(e)',
      f_k: 'f(k)',
      f_best: 'f(x_1)',
      f_second: 'f(x_n)',
      f_worst: 'f(w)',
      next: 'x^{+}'
    },
    source: 'Nelder, Mead 1965, Computer J. 7, 308–313; Lagarias, Reeds, Wright, Wright 1998, SIAM J. Optim. 9, 112–147'
  }
]
