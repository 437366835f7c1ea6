import type { Problem } from '../problem'
import { isGreek } from './glyphs'
import { refusedSign } from './refusals'
import type { Sign } from './token'
import { word } from './word'

/** What each TeX command stands for. */
const commands: Readonly<Record<string, Sign>> = {
  ...each('cdot times ast', { kind: 'operator', text: '*' }),
  ...each('div', { kind: 'operator', text: '/' }),
  ...each('le leq leqq leqslant', { kind: 'relation', text: '<=' }),
  ...each('ge geq geqq geqslant', { kind: 'relation', text: '>=' }),
  ...each('ne neq', { kind: 'relation', text: '≠' }),
  ...each('lt', { kind: 'relation', text: '<' }),
  ...each('gt', { kind: 'relation', text: '>' }),
  ...each('bmod', { kind: 'function', text: 'mod' }),
  ...each('Sigma', { kind: 'function', text: 'sum' }),
  ...each('Pi', { kind: 'function', text: 'prod' }),
  ...each('frac dfrac tfrac', { kind: 'fraction', text: 'frac' }),
  ...each('sqrt', { kind: 'root', text: '2' }),
  ...each('lfloor', { kind: 'open', text: '⌊' }),
  ...each('rfloor', { kind: 'close', text: '⌋' }),
  ...each('lceil', { kind: 'open', text: '⌈' }),
  ...each('rceil', { kind: 'close', text: '⌉' }),
  ...each('lbrace', { kind: 'open', text: '{' }),
  ...each('rbrace', { kind: 'close', text: '}' }),
  ...each('lvert', { kind: 'open', text: '|' }),
  ...each('rvert', { kind: 'close', text: '|' }),
  ...each('vert mid', { kind: 'bar', text: '|' }),
  ...each('mathrm mathbf mathit mathsf boldsymbol bm bf rm', { kind: 'space', text: ' ' }),
  ...each('left right limits nolimits displaystyle textstyle quad qquad thinspace', { kind: 'space', text: ' ' }),
  ...each('big bigl bigr Big Bigl Bigr bigg biggl biggr Bigg Biggl Biggr', { kind: 'space', text: ' ' })
}

function each(names: string, scanned: Sign) {
  return Object.fromEntries(names.split(' ').map((name) => [name, scanned]))
}

/** Commands that are refused like the signs they stand for. */
const commandSigns: Readonly<Record<string, string>> = {
  ...signs('int iint oint', '∫'),
  ...signs('partial nabla', '∂'),
  ...signs('infty', '∞'),
  ...signs('dots cdots ldots dotsb', '…'),
  ...signs('to mapsto rightarrow Rightarrow', '→'),
  ...signs('gets leftarrow', '←'),
  ...signs('prime', '′'),
  ...signs('lVert rVert Vert', '‖')
}

/** Accents on a letter, which would make another name of it. */
const accents = 'hat widehat bar overline vec tilde widetilde dot ddot underline'.split(' ')

function signs(names: string, sign: string) {
  return Object.fromEntries(names.split(' ').map((name) => [name, sign]))
}

/** What a TeX command stands for, with its index if it has one: `\beta_1`. */
export function command(name: string, index: string): Sign {
  const sign = Object.hasOwn(commandSigns, name) ? commandSigns[name] : undefined
  if (sign) return { ...refusedSign(sign), values: { character: `\\${name}` } }
  if (accents.includes(name)) return refused(name, 'command-accent')
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (known && !index) return known
  const letter = name.replace(/^var(?=[a-z])/, '')
  const named = word(letter + index)
  if (named.kind !== 'name' || isGreek(letter)) return named
  return refused(name, 'command-unknown')
}

function refused(name: string, code: Problem['code']): Sign {
  return { kind: 'unknown', text: `\\${name}`, code, values: { command: `\\${name}` } }
}
