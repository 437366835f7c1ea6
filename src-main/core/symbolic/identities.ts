import { functions } from '@shared/language/functions'
import { parse } from '@shared/language/parser'
import { tidied } from './read'
import type { Sum } from './terms'

/** A formula over `a`, as a function from a sum to the formula with it in place of `a`. */
function formula(text: string): (of: Sum) => Sum | null {
  const { tree } = parse(text, { names: ['a'] })
  return (of) => tidied(tree, new Map([['a', of]]))
}

/** The functions that are quotients of others, from their rows. */
export const quotients: Readonly<Record<string, (of: Sum) => Sum | null>> = Object.fromEntries(
  functions.flatMap(({ name, quotient }) => (quotient ? [[name, formula(quotient)] as const] : []))
)

/** Those that are a quotient of two functions: tan is sin over cos. */
export const named: readonly { readonly name: string; readonly over: string; readonly under: string }[] =
  functions.flatMap(({ name, quotient }) => {
    const parts = quotient ? /^(\w+)\(a\)\/(\w+)\(a\)$/.exec(quotient) : null
    return parts ? [{ name, over: parts[1] ?? '', under: parts[2] ?? '' }] : []
  })

/** Squares of functions, by the Pythagorean identities. */
export const identities: readonly {
  readonly name: string
  readonly power: number
  readonly is: (of: Sum) => Sum | null
}[] = [
  { name: 'sin', power: 2, is: formula('1 - cos(a)^2') },
  { name: 'cos', power: 2, is: formula('1 - sin(a)^2') },
  { name: 'cos', power: -2, is: formula('1 + tan(a)^2') },
  { name: 'sinh', power: 2, is: formula('cosh(a)^2 - 1') },
  { name: 'cosh', power: 2, is: formula('1 + sinh(a)^2') },
  { name: 'cosh', power: -2, is: formula('1 - tanh(a)^2') }
]
