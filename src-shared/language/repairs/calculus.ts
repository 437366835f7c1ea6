import { atError, type GuessTable, type Place, type Repair } from './place'

/** What is asked for and cannot be had: the function itself is left. */
export const atCalculus: GuessTable = {
  'refused-differential': (place) => [atError(place)(`d*${place.error.values['name']}`)],
  'refused-derivative': withoutHead,
  'refused-optimum': withoutAim,
  'refused-integral': integrand,
  'refused-infinity': (place) => [atError(place)('1e6')],
  'refused-loop': loop
}

/** `d/dx x^2`, `微分 x^2` and `x^2を微分` as x^2; `∂/∂x (x y)` and `∂f/∂x x y` as x y. */
function withoutHead(place: Place): readonly Repair[] {
  const { at, tokens, token, operands } = place
  const equals = tokens.findIndex(({ kind }) => kind === 'equals')
  // Whose derivative is typed is not known.
  if (equals > at) return []
  const before = (...texts: readonly string[]) =>
    texts.every((text, back) => tokens[at - texts.length + back]?.text === text)
  if (before('d', '/')) return [place.leaveOut(at - 2, at + 1)]
  if (before('frac', '{', 'd', '}', '{')) return [place.leaveOut(at - 5, at + 2)]
  const open = before(')', '/') ? operands.partner(at - 2) : undefined
  if (open) return [place.replace(open - 1, at + 1, place.typed(open + 1, at - 2))]
  if (token?.text === '∂') {
    const slash = at + (place.after?.text === '/' ? 1 : 2)
    const isHead = tokens[slash]?.text === '/' && tokens[slash + 1]?.text === '∂'
    return isHead && tokens.length > slash + 3 ? [place.leaveOut(at, slash + 3)] : []
  }
  return /[A-Za-z]/.test(token?.text ?? '') ? [] : [place.leaveOut(at, at + 1)]
}

/** `argmin x^2` and `minimize x^2` as x^2; the highest place is the lowest of −f. A name alone is no function to be read. */
function withoutAim(place: Place): readonly Repair[] {
  const { at, tokens, error } = place
  if (tokens.length < at + 3) return []
  const isHighest = /max/i.test(String(error.values['word']))
  return [
    isHighest
      ? place.replace(at, tokens.length, `-(${place.typed(at + 1, tokens.length)})`)
      : place.leaveOut(at, at + 1)
  ]
}

/** What stands between the sign and `dx`. */
function integrand(place: Place): readonly Repair[] {
  const { at, tokens } = place
  const to = /^d[a-z]$/.test(tokens.at(-1)?.text ?? '') ? tokens.length - 1 : tokens.length
  return to > at + 1 ? [place.replace(at, tokens.length, place.typed(at + 1, to))] : []
}

/** `x**2 for x in xs` as x**2, if nothing else stands in it that could be an element of xs. */
function loop(place: Place): readonly Repair[] {
  const { at, after, tokens, operands } = place
  const [from, to] = [operands.stretchBefore(at, () => false), operands.stretchAfter(at, () => false)]
  const names = tokens.slice(from, at).filter(({ kind }) => kind === 'name')
  const isVector = tokens[at + 2]?.text === 'in' && to === at + 4 && names.every(({ text }) => text === after?.text)
  return isVector ? [place.leaveOut(at, to)] : []
}
