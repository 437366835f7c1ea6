import { typesetNumber } from '@shared/language/typeset'
import type { Form, Sign, SignColumn, SignPlace } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { SignsData } from '../figure'
import { courseIn } from '../plots/signs-layout'

/** A number in closed form, or to 4 digits with a sign that says so. */
export const formTeX = (form: Form | null, value: number): string => form?.tex ?? `\\approx ${typesetNumber(value, 4)}`

/** `x = 0, π/2`, those known as numbers after the others: `x = 0, x ≈ 1.434, 2.5`. */
export function placesTeX(variable: string, places: readonly SignPlace[]): string {
  const name = headTeX(variable)
  const exact = places.flatMap((place) => (place.exact ? [place.exact.tex] : []))
  const others = places.flatMap((place) => (place.exact ? [] : [typesetNumber(place.at, 4)]))
  const list = (sign: string, all: readonly string[]) => (all.length > 0 ? [`${name} ${sign} ${all.join(',\\ ')}`] : [])
  return [...list('=', exact), ...list('\\approx', others)].join(',\\quad ')
}

const signTeX: Readonly<Record<Sign, string>> = { '+': '+', '-': '-', '0': '0', '/': '/', '?': '?' }

/** TeX of what stands before the rows x, f′, f″ and f of a table; plain text has its primes and ∂. */
export const headTeX = (name: string): string =>
  name
    .replace(/∂²f\/∂(.+)²/, '\\frac{\\partial^2 f}{\\partial $1^2}')
    .replace(/∂f\/∂(.+)/, '\\frac{\\partial f}{\\partial $1}')
    .replace('″', "''")
    .replace('′', "'")
    .replace(/[₀-₉]+/g, (digits) => `_{${[...digits].map((digit) => (digit.codePointAt(0) ?? 0) - 0x2080).join('')}}`)

/** The table as an array of TeX, with the words for maximum and minimum in `words`. */
export function tableTeX({ variable, names, table }: SignsData, words: Words['plots']['signs']): string {
  const { columns, derivatives } = table
  const [value, ...slopes] = names
  const cells = (of: (column: SignColumn) => string) => columns.map(of).join(' & ')
  const last = (column: SignColumn): string => {
    if (column.kind === 'gap') {
      const course = courseIn(column)
      if (!course) return column.signs[0] === '/' ? '/' : '?'
      return course.rises === null ? '\\rightarrow' : course.rises ? '\\nearrow' : '\\searrow'
    }
    if (Number.isNaN(column.value)) return '/'
    const name = column.extremum ? words[column.extremum] : column.inflection ? words.inflection : null
    const height = formTeX(column.exactValue, column.value)
    return name ? `\\text{${name} }${height}` : height
  }
  const rows = [
    `${headTeX(variable)} & ${cells((column) => (column.kind === 'gap' ? '\\cdots' : formTeX(column.exact, column.at)))}`,
    ...derivatives.map((_, k) => `${headTeX(slopes[k] ?? '')} & ${cells(({ signs }) => signTeX[signs[k] ?? '?'])}`),
    `${headTeX(value)} & ${cells(last)}`
  ]
  return `\\begin{array}{c|${'c'.repeat(columns.length)}}\n${rows.join(' \\\\ \\hline\n')}\n\\end{array}`
}
