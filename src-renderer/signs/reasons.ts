import { numeral } from '@shared/numbers/numeral'
import type { SignColumn, SignPlace } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { SignsData } from '../figure'
import { formText } from '../plots/signs-layout'

type SignWords = Words['signs']

/** A column as it is called: `0 < x < 1`, `x = √3`, `x ≈ 1.434`. A gap that ends with the range ends at its number. */
export function columnName(data: SignsData, column: SignColumn, words: SignWords): string {
  const name = data.variable
  if (column.kind === 'place') {
    return column.exact
      ? words.place({ at: column.exact.text, name })
      : words.approximately({ at: numeral(column.at, 4), name })
  }
  const at = data.table.columns.indexOf(column)
  const end = (index: number, edge: number) => {
    const place = data.table.columns[index]
    return place?.kind === 'place' ? formText(place.exact, place.at) : numeral(edge, 4)
  }
  return words.gap({ from: end(at - 1, column.from), to: end(at + 1, column.to), name })
}

/** What is said of the chosen column, one sentence a line. */
export function columnSentences(data: SignsData, column: SignColumn, words: SignWords): readonly string[] {
  if (column.kind === 'place') return placeSentences(data, column, words)
  const [slope, second] = column.signs
  const names = { slope: data.names[1], second: data.names[2] }
  if (slope === '/') return [words.chosen.undefined]
  const first =
    slope === '+'
      ? words.chosen.rises(names)
      : slope === '-'
        ? words.chosen.falls(names)
        : slope === '0'
          ? words.chosen.level(names)
          : words.chosen.open
  const bent = second === '+' ? words.chosen.up(names) : second === '-' ? words.chosen.down(names) : null
  return bent ? [first, bent] : [first]
}

/** What the table says of a place, as the answer to an exercise; nothing where it says nothing. */
export function placeSentences(data: SignsData, place: SignPlace, words: SignWords): readonly string[] {
  const { reasoning } = words
  const name = columnName(data, place, words)
  if (Number.isNaN(place.value)) return []
  const value = formText(place.exactValue, place.value)
  const found: string[] = []
  if (place.extremum) {
    const isCorner = place.broken !== null
    const told = { maximum: reasoning.maximum, minimum: reasoning.minimum }
    const corners = { maximum: reasoning.cornerMaximum, minimum: reasoning.cornerMinimum }
    found.push((isCorner ? corners : told)[place.extremum]({ place: name, value }))
  } else if (place.signs[0] === '0' && isPassed(data, place)) found.push(reasoning.neither({ place: name }))
  if (place.inflection) {
    found.push(reasoning.inflection({ place: name, point: `(${formText(place.exact, place.at)}, ${value})` }))
  }
  return found
}

/** The slope is of one sign on both sides. */
function isPassed({ table: { columns } }: SignsData, place: SignPlace): boolean {
  const at = columns.indexOf(place)
  const [before, after] = [columns[at - 1]?.signs[0], columns[at + 1]?.signs[0]]
  return before === after && (before === '+' || before === '-')
}
