import type { ColourMap } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import { niceStep } from '@shared/levels'
import { numeral } from '@shared/numbers/numeral'
import type { Words } from '@shared/words/index'
import type { SurfaceData } from '../figure'
import { axisStep } from './axes'
import { distances } from './camera'
import { brokenMesh, type Corner, clippedLine, clippedMesh, type HeightRange, surfaceLine } from './clip'
import type { Ground } from './grid'
import { drawnHeights, raised, type Scale, type Setting } from './heights'
import { faded, groundStops, type Look } from './look'
import { boxSize, lookedAt } from './projection'
import { sliceNote } from './slice'

/** What echarts-gl draws of a surface: faces, lines on them and on the floor, the walls of the box. */

/** What is drawn by echarts-gl: the box, the surface in it, lines on the surface and on the floor. */
export interface Scene extends Setting {
  readonly option: Record<string, unknown>
  /** Says which values are left out, and what is logarithmic, e.g. “f ≤ 400”; empty if there is nothing to say. */
  readonly caption: string
}

const inside = (range: Interval, value: number) => value >= range.min && value <= range.max

/** `z`: heights, `typed`: the values that were asked for. */
function caption(
  { samples }: Ground,
  z: HeightRange,
  scale: Scale,
  typed: Interval | null,
  words: Words['plots']
): string {
  if (samples.values.every(Number.isNaN)) return words.nowhere
  // A logarithm is cut at round heights, whose values are not round.
  const digits = scale.logarithmic ? 3 : 5
  const low = numeral(typed?.min ?? scale.value(z.min), digits)
  const high = numeral(typed?.max ?? scale.value(z.max), digits)
  const cut =
    z.cutsAbove && z.cutsBelow
      ? words.between({ value: 'f', low, high })
      : z.cutsAbove
        ? words.below({ value: 'f', bound: high })
        : z.cutsBelow
          ? words.above({ value: 'f', bound: low })
          : ''
  return [logarithmNote(scale, words), cut].filter((part) => part !== '').join(words.comma)
}

function logarithmNote({ logarithmic, name, shift }: Scale, words: Words['plots']): string {
  if (!logarithmic) return ''
  return shift > 0 ? words.logShifted({ shift: numeral(shift) }) : words.logHeights({ formula: name })
}

/** Cells of a surface between its grid lines, each way: with more it is a block of ink. */
const mostCells = 24
/** How many times the distance that was typed there may be from one grid line to the next, to have no more of them. */
const coarser = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

/**
 * Where grid lines run: from the range's start in steps of `spacing`, or of a round multiple of it where those would be
 * more than can be seen; about twenty of them where that is unknown or, after zooming in, fewer than four.
 */
export function gridLines(range: Interval, spacing: number | null): readonly number[] {
  const length = range.max - range.min
  const wanted = spacing !== null && spacing <= length / 4 ? spacing : null
  const times = wanted === null ? undefined : coarser.find((each) => length <= mostCells * each * wanted * (1 + 1e-9))
  const step = wanted !== null && times !== undefined ? wanted * times : niceStep(length / 20)
  const first = times === 1 ? range.min : Math.ceil(range.min / step - 1e-9) * step
  const lines: number[] = []
  for (let index = 0; first + index * step <= range.max + 1e-9 * length; index++) {
    lines.push(Math.min(first + index * step, range.max))
  }
  return lines
}

/** The grid lines, and the edges of the ground, where the surface ends. */
function wires(data: SurfaceData, ground: Ground, z: Interval, parts: number): readonly (readonly Corner[])[] {
  const { x, y } = data
  const withEdges = (range: Interval) => {
    const lines = gridLines(range, data.spacing)
    const hair = 1e-6 * (range.max - range.min)
    const isThere = (at: number) => lines.some((line) => Math.abs(line - at) <= hair)
    return [...lines, ...[range.min, range.max].filter((end) => !isThere(end))]
  }
  const along = [
    ...withEdges(y).map((at) => surfaceLine(ground, [x.min, at], [x.max, at], parts)),
    ...withEdges(x).map((at) => surfaceLine(ground, [at, y.min], [at, y.max], parts))
  ]
  return along.flatMap((line) => clippedLine(line, z))
}

/** The level lines of the contour, on the floor of the box. */
function floorLines({ samples, x, y }: SurfaceData, floor: number): readonly (readonly Corner[])[] {
  return samples.lines.flat().flatMap((line) => {
    const corners: Corner[] = []
    for (let index = 0; index < line.length; index += 2) {
      const [across, up] = [line[index] as number, line[index + 1] as number]
      const last = corners.at(-1)
      // The engine has no direction for a stroke without length.
      const isSame = last && Math.hypot((across - last[0]) / (x.max - x.min), (up - last[1]) / (y.max - y.min)) < 1e-5
      if (!isSame && inside(x, across) && inside(y, up)) corners.push([across, up, floor])
    }
    return corners.length > 1 ? [corners] : []
  })
}

/** An axis of echarts-gl: lines on the walls. Its own line, name and numbers are marks, which stay legible in any size. */
function axis(range: Interval, look: Look) {
  return {
    type: 'value',
    name: '',
    min: range.min,
    max: range.max,
    interval: axisStep(range),
    axisLabel: { show: false },
    // Without any line, echarts-gl fails as it turns.
    axisLine: { lineStyle: { color: look.box, opacity: 0 } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: look.box, width: 1 } },
    axisPointer: { show: false }
  }
}

/**
 * How finely the surface is drawn: `corners` of the shaded mesh along each side, `parts` of a grid line; lines are
 * measured in device pixels, `ratio` of them to a CSS pixel.
 */
export interface Detail {
  readonly corners: number
  readonly parts: number
  readonly ratio: number
}

/** The faces of the surface, in the colours of its heights, or of the card behind where there are none but its lines. */
function faces(data: SurfaceData, ground: Ground, z: Interval, look: Look, { corners }: Detail) {
  const isBroken = ground.samples.cuts.edges.length > 0
  const { mesh, columns, rows } = isBroken
    ? brokenMesh(ground, z)
    : { mesh: clippedMesh(ground, z, corners, corners), columns: corners, rows: corners }
  const isShaded = data.style === 'shaded'
  return {
    type: 'surface',
    silent: true,
    shading: isShaded ? 'lambert' : 'color',
    ...(!isShaded && { itemStyle: { color: look.card } }),
    wireframe: { show: false },
    dimensions: ['x', 'y', 'z'],
    data: mesh,
    dataShape: [rows, columns]
  }
}

/** Lines on the surface: what there is of a wireframe, and what shows the shape of a shaded one. `width`: CSS pixels. */
const strokes = {
  wireframe: ({ wire }: Look) => ({ colour: wire, width: 1.1 }),
  shaded: ({ wire }: Look) => ({ colour: faded(wire, 0.45), width: 0.7 }),
  floor: ({ wire }: Look) => ({ colour: faded(wire, 0.6), width: 0.8 })
}

function stroke(places: readonly Corner[], { colour, width }: { colour: string; width: number }, ratio: number) {
  return {
    type: 'line3D',
    silent: true,
    data: places,
    lineStyle: { width: width * ratio, color: colour, opacity: 1 }
  }
}

/** How far below the surface the floor lies, in its heights: so that one sees what is drawn on it. */
const floorGap = 0.3

/**
 * Light on the shaded surface: where it falls straight, colours are those of the contour, and nowhere brighter, which
 * would change their hue. The dark ground has colours that bear more, and need it.
 */
function lightOn(look: Look, map: ColourMap) {
  const [main, ambient] = look.theme === 'dark' && map === 'pale' ? [0.7, 0.8] : [0.32, 0.68]
  return { main: { intensity: main, alpha: 50, beta: 30, shadow: false }, ambient: { intensity: ambient } }
}

/** The surface z = f(x, y) as echarts-gl draws it. */
export function surfaceScene(data: SurfaceData, look: Look, words: Words['plots'], detail: Detail): Scene {
  const { scale, ground } = raised(data)
  const z = drawnHeights(data)
  const box = { x: data.x, y: data.y, z: { min: z.min - floorGap * (z.max - z.min), max: z.max } }
  const lines = wires(data, ground, z, detail.parts)
  const series = [
    faces(data, ground, z, look, detail),
    ...lines.map((line) => stroke(line, strokes[data.style](look), detail.ratio)),
    ...floorLines(data, box.z.min).map((line) => stroke(line, strokes.floor(look), detail.ratio))
  ]
  return {
    scale,
    ground,
    box,
    heights: { min: z.min, max: z.max },
    caption: [sliceNote(data, words) ?? '', caption(ground, z, scale, data.z, words)]
      .filter((part) => part !== '')
      .join(' · '),
    option: {
      animation: false,
      backgroundColor: 'transparent',
      visualMap: {
        show: false,
        type: 'continuous',
        dimension: 2,
        // A little wider: values at the very end would count as outside.
        min: z.min - 0.01 * (z.max - z.min),
        max: z.max + 0.01 * (z.max - z.min),
        seriesIndex: data.style === 'shaded' ? 0 : [],
        inRange: { color: groundStops(look, data.map) }
      },
      xAxis3D: axis(data.x, look),
      yAxis3D: axis(data.y, look),
      zAxis3D: axis(box.z, look),
      grid3D: {
        boxWidth: boxSize.width,
        boxDepth: boxSize.depth,
        boxHeight: boxSize.height,
        axisPointer: { show: false },
        viewControl: {
          animation: false,
          damping: 0,
          autoRotate: false,
          panSensitivity: 0,
          center: [...lookedAt],
          minDistance: distances.least,
          maxDistance: distances.most,
          rotateMouseButton: 'left',
          panMouseButton: 'middle'
        },
        light: lightOn(look, data.map),
        postEffect: { enable: false },
        temporalSuperSampling: { enable: false }
      },
      series
    }
  }
}
