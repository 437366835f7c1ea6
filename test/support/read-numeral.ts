const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** What a reader makes of a number as the program writes it: `−1.5×10⁻⁷`, `10⁸`, `0.25`. */
export function readNumeral(text: string): number {
  const [, sign, mantissa, power] = /^([+−]?)(?:([\d.]+)(?:×|$))?(?:10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(text) ?? []
  if (mantissa === undefined && power === undefined) return Number.NaN
  const exponent = [...(power ?? '⁰')].map((letter) => (letter === '⁻' ? '-' : raised.indexOf(letter))).join('')
  return (sign === '−' ? -1 : 1) * Number(`${mantissa ?? 1}e${exponent}`)
}
