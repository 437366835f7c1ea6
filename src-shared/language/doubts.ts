import type { Repair } from './repairs'
import type { Formula } from './syntax'
import { tokens } from './tokens'

/** Names of one letter and a 2 or 3: `x2` may have been typed for x². */
const doubtful = /^([a-z])([23])$/i

/**
 * The powers that names like those in `x2 + y2` may stand for: the first such name as typed, the power it may be, and
 * the change of the whole text. Null where nothing is in doubt: if there is no such name, or if another name has an
 * index too.
 */
export function powerInstead({ text, names, arguments: head }: Formula): {
  readonly name: string
  readonly power: string
  readonly repair: Repair
} | null {
  if (!names.every((name) => !/\d/.test(name) || (doubtful.test(name) && !head.includes(name)))) return null
  const found = tokens(text).filter(({ kind, text: name }) => kind === 'name' && doubtful.test(name))
  const [first] = found
  if (!first) return null
  const power = (name: string) => name.replace(doubtful, '$1^$2')
  const mended = found.reduceRight(
    (rest, { from, to, text: name }) => rest.slice(0, from) + power(name) + rest.slice(to),
    text
  )
  return { name: first.text, power: power(first.text), repair: { range: { from: 0, to: text.length }, text: mended } }
}
