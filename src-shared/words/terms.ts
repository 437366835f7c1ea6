import type { Entry } from './en/glossary'
import type { Words } from './en/index'

export type TermId = keyof Words['glossary']

/** All terms in the order in which one learns them, by the tab they belong to, and those of the window. */
export const termGroups = {
  differentiate: [
    'differentiation',
    'derivative',
    'derivativeAt',
    'average',
    'secant',
    'tangent',
    'second',
    'inflection',
    'corner',
    'exact',
    'numerical',
    'quotient',
    'stepSize',
    'forward',
    'backward',
    'central',
    'truncation',
    'rounding',
    'cancellation',
    'proportional',
    'double',
    'epsilon'
  ],
  partial: [
    'partial',
    'partialDerivative',
    'partialAt',
    'gradient',
    'gradientNorm',
    'field',
    'contour',
    'slice',
    'tangentPlane',
    'directional',
    'hessian',
    'eigenvalue',
    'principal',
    'taylor',
    'critical',
    'minimum',
    'minimumValue',
    'maximum',
    'saddle',
    'local'
  ],
  descend: [
    'objective',
    'loss',
    'descent',
    'learningRate',
    'start',
    'step',
    'steps',
    'rule',
    'convention',
    'convergence',
    'divergence',
    'oscillation',
    'plateau',
    'stability',
    'basin',
    'momentum',
    'lineSearch',
    'conjugate',
    'newton',
    'quasiNewton',
    'trustRegion',
    'schedule',
    'noise',
    'seed',
    'principalComponents'
  ],
  window: ['run', 'table', 'standings', 'evaluations', 'fair', 'duplicate', 'export']
} as const satisfies Readonly<Record<string, readonly TermId[]>>

/** TeX of what a term is, where a formula says it. */
export const termFormulas: { readonly [Id in TermId]?: string } = {
  derivative: "f'(x) = \\lim_{h \\to 0} \\frac{f(x+h) - f(x)}{h}",
  derivativeAt: "f'(a) = \\lim_{h \\to 0} \\frac{f(a+h) - f(a)}{h}",
  average: '\\frac{f(b) - f(a)}{b - a}',
  tangent: "y = f(a) + f'(a)\\,(x - a)",
  second: "f''(x) = \\bigl(f'\\bigr)'(x)",
  numerical: "f'(a) \\approx \\frac{f(a+h) - f(a)}{h}",
  quotient: '\\frac{f(a+h) - f(a)}{h}',
  forward: '\\frac{f(a+h) - f(a)}{h}',
  backward: '\\frac{f(a) - f(a-h)}{h}',
  central: '\\frac{f(a+h) - f(a-h)}{2h}',
  truncation: "\\frac{f(a+h) - f(a)}{h} - f'(a) = \\frac{f''(a)}{2}\\,h + \\cdots",
  rounding: '\\propto \\frac{\\varepsilon}{h}',
  proportional: 'y \\propto x \\iff y = c\\,x',
  epsilon: '\\varepsilon = 2^{-52} \\approx 2.2 \\times 10^{-16}',
  partialDerivative: '\\frac{\\partial f}{\\partial x} = \\lim_{h \\to 0} \\frac{f(x+h,\\,y) - f(x,\\,y)}{h}',
  gradient: '\\nabla f = \\left(\\frac{\\partial f}{\\partial x},\\ \\frac{\\partial f}{\\partial y}\\right)',
  gradientNorm:
    '\\lVert \\nabla f \\rVert = \\sqrt{\\left(\\frac{\\partial f}{\\partial x}\\right)^2 + \\left(\\frac{\\partial f}{\\partial y}\\right)^2}',
  contour: 'f(x, y) = c',
  tangentPlane: 'z = f(a, b) + \\frac{\\partial f}{\\partial x}(x - a) + \\frac{\\partial f}{\\partial y}(y - b)',
  directional: '\\nabla f \\cdot u,\\quad \\lVert u \\rVert = 1',
  hessian:
    'H = \\begin{pmatrix} \\frac{\\partial^2 f}{\\partial x^2} & \\frac{\\partial^2 f}{\\partial x\\,\\partial y} \\\\[0.4em] \\frac{\\partial^2 f}{\\partial x\\,\\partial y} & \\frac{\\partial^2 f}{\\partial y^2} \\end{pmatrix}',
  eigenvalue: 'H v = \\lambda v',
  taylor: 'f(a) + \\nabla f \\cdot d + \\tfrac{1}{2}\\, d^{\\mathsf T} H d',
  critical: '\\nabla f = 0',
  descent: 'x_{k+1} = x_k - \\eta\\, \\nabla f(x_k)',
  learningRate: 'x_{k+1} = x_k - \\eta\\, \\nabla f(x_k)',
  convergence: '\\lim_{k \\to \\infty} x_k = x^{*}',
  stability: '\\eta < \\frac{2}{\\lambda_{\\max}}',
  momentum: 'v_{k+1} = \\mu\\, v_k - \\eta\\, \\nabla f(x_k),\\quad x_{k+1} = x_k + v_{k+1}',
  newton: 'x_{k+1} = x_k - H^{-1} \\nabla f(x_k)'
}

/** A piece of a text: words, and if they are a term, which. */
export interface Piece {
  readonly text: string
  readonly term?: TermId
}

/** Latin words end at letters' ends; Japanese has none. */
const isLatin = /^[a-z].*[a-z]$/i
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const finders = new WeakMap<Words['glossary'], { readonly find: RegExp; readonly ids: ReadonlyMap<string, TermId> }>()

function finderOf(glossary: Words['glossary']) {
  let found = finders.get(glossary)
  if (!found) {
    const ids = new Map<string, TermId>()
    for (const [id, { term, forms = [term] }] of Object.entries(glossary) as [TermId, Entry][])
      for (const form of forms) ids.set(form.toLowerCase(), id)
    // Of two that begin alike the longer one.
    const forms = [...ids.keys()].sort((a, b) => b.length - a.length)
    const spelt = forms.map((form) => (isLatin.test(form) ? `\\b${escaped(form)}\\b` : escaped(form)))
    found = { find: new RegExp(spelt.join('|'), 'giu'), ids }
    finders.set(glossary, found)
  }
  return found
}

/** A text cut where terms of the glossary stand, each marked the first time only. The pieces together are the text. */
export function termsIn(text: string, glossary: Words['glossary']): readonly Piece[] {
  const { find, ids } = finderOf(glossary)
  const pieces: Piece[] = []
  const seen = new Set<TermId>()
  let end = 0
  for (const { 0: found, index } of text.matchAll(find)) {
    const term = ids.get(found.toLowerCase())
    if (!term || seen.has(term)) continue
    seen.add(term)
    if (index > end) pieces.push({ text: text.slice(end, index) })
    pieces.push({ text: found, term })
    end = index + found.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end) })
  return pieces
}
