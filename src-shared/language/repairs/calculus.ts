import { atError, type Fault, type GuessTable, type Repair } from './fault'

/** Limits, derivatives, integrals and optima are not part of the language: the function itself is left. */
export const atCalculus: GuessTable = {
  'refused-differential': (fault) => [atError(fault)(`d*${fault.error.values['name']}`)],
  'refused-derivative': withoutHead,
  'refused-optimum': withoutAim,
  'refused-integral': integrand,
  'refused-infinity': (fault) => [atError(fault)('1e6')],
  'refused-loop': loop
}

/** `d/dx x^2`, `微分 x^2` and `x^2を微分` as x^2; `∂/∂x (x y)` and `∂f/∂x x y` as x y. */
function withoutHead(fault: Fault): readonly Repair[] {
  const { at, tokens, token, operands } = fault
  const equals = tokens.findIndex(({ kind }) => kind === 'equals')
  // A derivative may stand left of the equals sign only if it is known whose it is.
  if (equals > at) return []
  const before = (...texts: readonly string[]) =>
    texts.every((text, back) => tokens[at - texts.length + back]?.text === text)
  if (before('d', '/')) return [fault.leaveOut(at - 2, at + 1)]
  if (before('frac', '{', 'd', '}', '{')) return [fault.leaveOut(at - 5, at + 2)]
  const open = before(')', '/') ? operands.partner(at - 2) : undefined
  if (open) return [fault.replace(open - 1, at + 1, fault.typed(open + 1, at - 2))]
  if (token?.text === '∂') {
    const slash = at + (fault.after?.text === '/' ? 1 : 2)
    const isHead = tokens[slash]?.text === '/' && tokens[slash + 1]?.text === '∂'
    return isHead && tokens.length > slash + 3 ? [fault.leaveOut(at, slash + 3)] : []
  }
  return /[A-Za-z]/.test(token?.text ?? '') ? [] : [fault.leaveOut(at, at + 1)]
}

/** `argmin x^2` and `minimize x^2` as x^2; a maximum of f as a minimum of −f. Not before a single name. */
function withoutAim(fault: Fault): readonly Repair[] {
  const { at, tokens, error } = fault
  if (tokens.length < at + 3) return []
  const isHighest = /max/i.test(String(error.values['word']))
  return [
    isHighest
      ? fault.replace(at, tokens.length, `-(${fault.typed(at + 1, tokens.length)})`)
      : fault.leaveOut(at, at + 1)
  ]
}

/** The integrand, between the sign and `dx`. */
function integrand(fault: Fault): readonly Repair[] {
  const { at, tokens } = fault
  const to = /^d[a-z]$/.test(tokens.at(-1)?.text ?? '') ? tokens.length - 1 : tokens.length
  return to > at + 1 ? [fault.replace(at, tokens.length, fault.typed(at + 1, to))] : []
}

/** `x**2 for x in xs` as x**2, if no other name in it could be an element of xs. */
function loop(fault: Fault): readonly Repair[] {
  const { at, after, tokens, operands } = fault
  const [from, to] = [operands.spanBefore(at, () => false), operands.spanAfter(at, () => false)]
  const names = tokens.slice(from, at).filter(({ kind }) => kind === 'name')
  const isVector = tokens[at + 2]?.text === 'in' && to === at + 4 && names.every(({ text }) => text === after?.text)
  return isVector ? [fault.leaveOut(at, to)] : []
}
