import type { Sign, SignColumn } from '@shared/protocol'
import type { SignsData } from '../figure'
import { areaOf, fullMargins } from './layout'
import { faded, type Look } from './look'
import type { Mark } from './marks'
import { type Canvas, flatOptions, type Numbering, type Plot } from './plot'
import { columnEdges, courseIn, formText, neededWidth, valueTexts } from './signs-layout'

/** CSS pixels: the height of a row and of that of f, letters, arrows. */
const [row, lastRow, letters, arrow] = [32, 58, 13, 34]
const margins = { ...fullMargins, bottom: 12 }
const none: Numbering = { ticks: () => [], texts: () => ({ texts: [], common: '' }), origin: false }

/** How high a table is with its margins. */
export const signsHeight = ({ table }: SignsData): number =>
  margins.top + margins.bottom + row * (1 + table.derivatives.length) + lastRow

/**
 * The sign table as a picture: rows x, f′, f″ and f, a column for each place and each gap between. The axes are the pixels of
 * its area, from its upper left corner, so that the columns stand below the x of plots of the same width.
 */
export function signsPlot(data: SignsData, canvas: Canvas): Plot {
  const { look, words, size } = canvas
  const { width } = areaOf(size, margins)
  const { table } = data
  const rows = [row, ...table.derivatives.map(() => row), lastRow]
  const height = rows.reduce((sum, each) => sum + each, 0)
  const room = areaOf(size, margins).height
  const tops = rows.map((_, i) => rows.slice(0, i).reduce((sum, each) => sum + each, 0))
  const edges = columnEdges(table.columns, data, { left: 0, right: width }, words.signs)
  // Where there are too many columns for the picture all of it is smaller.
  const scale = Math.min(1, width / neededWidth(table.columns, words.signs))
  const at = (x: number, y: number) => [x, -y]
  const line = (places: readonly number[][], strength = 1): Mark => {
    return { mark: 'path', places, colour: look.zero, halo: null, width: strength, dash: [], opacity: 1 }
  }
  const across = (y: number, strength = 1) => line([at(-margins.left + 4, y), at(width, y)], strength)
  const middle = (k: number) => (tops[k] as number) + (rows[k] as number) / 2
  const text = (x: number, y: number, what: string, colour: string, bold = false): Mark => {
    return { mark: 'label', at: at(x, y), text: what, colour, size: scale * letters, bold }
  }
  const [value, ...derivatives] = data.names
  const heads = [data.variable, ...derivatives.slice(0, table.derivatives.length), value]
  const cells = table.columns.flatMap((column, i): readonly Mark[] => {
    const [left, right] = [edges[i] as number, edges[i + 1] as number]
    const x = (left + right) / 2
    const head = column.kind === 'gap' ? '…' : formText(column.exact, column.at)
    return [
      text(x, middle(0), head, column.kind === 'gap' ? look.soft : look.ink),
      ...column.signs.map((sign, k) => text(x, middle(k + 1), signTexts[sign], signColour(sign, look))),
      ...lastCell(column, { x, y: middle(rows.length - 1), width: right - left }, scale, { look, words })
    ]
  })
  const chosen = data.chosen === null ? null : ([edges[data.chosen], edges[data.chosen + 1]] as const)
  const lines = edges.slice(1, -1).map((x) => line([at(x, 0), at(x, height)]))
  return {
    name: '',
    config: {
      type: 'line',
      data: { datasets: [] },
      options: flatOptions(
        canvas,
        { x: { min: 0, max: width }, y: { min: -room, max: 0 } },
        { x: '', y: '' },
        { margins, grid: false, numbering: { x: none, y: none } }
      )
    },
    below:
      chosen?.[0] === undefined || chosen[1] === undefined
        ? []
        : [{ mark: 'stretch', from: chosen[0], to: chosen[1], colour: faded(look.tangent, 0.12) }],
    above: [
      ...tops.slice(1).map((y, i) => across(y, i === 0 ? 1.6 : 1)),
      ...lines,
      line([at(0, 0), at(0, height)], 1.6),
      ...heads.map((head, k) => text(-margins.left / 2, middle(k), head, look.ink)),
      ...cells
    ],
    handles: [],
    trails: [],
    picking: 'none',
    readout: () => null,
    note: table.tooMany ? words.signs.tooMany : null
  }
}

export const signTexts: Readonly<Record<Sign, string>> = { '+': '+', '-': '−', '0': '0', '/': '/', '?': '?' }

function signColour(sign: Sign, look: Look): string {
  return sign === '+' ? look.rise : sign === '-' ? look.decrease : sign === '0' ? look.ink : look.soft
}

/** What f does: an arrow in a gap, its value at a place. */
function lastCell(
  column: SignColumn,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  scale: number,
  { look, words }: Pick<Canvas, 'look' | 'words'>
): readonly Mark[] {
  if (column.kind === 'place') {
    const texts = valueTexts(column, words.signs)
    return texts.map((text, i): Mark => {
      const shift = (i - (texts.length - 1) / 2) * 18
      const isNamed = column.extremum !== null
      return { mark: 'label', at: [x, -y - shift], text, colour: look.ink, size: scale * letters, bold: isNamed }
    })
  }
  const course = courseIn(column)
  const sign = column.signs[0] as Sign
  if (!course)
    return [{ mark: 'label', at: [x, -y], text: sign, colour: look.soft, size: scale * letters, bold: false }]
  return [
    { mark: 'course', at: [x, -y], ...course, colour: signColour(sign, look), size: Math.min(arrow, 0.8 * width) }
  ]
}
