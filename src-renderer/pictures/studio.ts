import { ProblemError } from '@shared/problem'
import type { Words } from '@shared/words/index'
import type { Figure } from '../figure'
import { laidOut } from '../figures/picture-size'
import { type Camera, seenArea, standardCamera } from '../plots/camera'
import { type CellView, cellOn } from '../plots/cell'
import { contourInstead, type SurfaceFigure, sceneChanged } from '../plots/gl'
import type { Area, Size } from '../plots/layout'
import type { Look } from '../plots/look'
import { hasRoom, sheetOf } from '../plots/sheet'
import { canDrawSurfaces, paintOver, SurfaceStage } from '../plots/stage'
import { type Scene, surfaceScene } from '../plots/surface-scene'
import { headingOf, type LaidHeading, legendRuns, paintHeading } from './heading'

export interface PictureOptions extends Size {
  /** Device pixels to a CSS pixel of `width` × `height`: 1 … 4. */
  readonly scale: number
  /** How many pixels of the size that was asked for are one of `width` × `height`. */
  readonly magnified: number
  readonly look: Look
  readonly words: Words['plots']
}

/** Draws figures outside the page, one after the other on the same canvas. */
export interface Studio {
  /**
   * The finished picture, with title and legend, on the theme's ground. Overwritten by the next. Rejects with a
   * ProblemError if it has no room for all of the figure.
   */
  draw(figure: Figure): Promise<HTMLCanvasElement>
  /** Gives the graphics memory back. */
  close(): void
}

/** A studio for pictures of this size. Close it after use. `readBack`: the pixels of every picture will be read. */
export function openStudio(options: PictureOptions, readBack = false): Studio {
  const { width, height, scale, look, words } = options
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: readBack })
  if (!context) throw new Error(`No canvas of ${canvas.width} × ${canvas.height} pixels`)
  const surfaces = openSurfaceStudio(options)
  const cells: Cell[] = []
  const edge = 8

  return {
    async draw(figure) {
      context.setTransform(scale, 0, 0, scale, 0, 0)
      context.fillStyle = look.card
      context.fillRect(0, 0, width, height)
      const flat = figure.plot === 'surface' && !canDrawSurfaces() ? contourInstead(figure) : figure
      const instead = flat === figure ? [] : [words.noSurface]
      const page = pageOf(figure, { flat, instead })
      paintHeading(context, page.heading, look)
      if (flat.plot === 'surface') await surfaces.draw(context, flat, page.area)
      else paintSheet(context, sheetOf(flat, page.area, look, words), page.area)
      return canvas
    },
    close() {
      for (const { view } of cells) view.destroy()
      surfaces.close()
    }
  }

  /** Where heading and figure stand. What is to be noted of a figure is known once it is laid out, and takes room itself. */
  function pageOf(
    figure: Figure,
    { flat, instead }: { readonly flat: Figure; readonly instead: readonly string[] }
  ): Page {
    const { title, caption = null, aside } = figure
    const runs = legendRuns(figure)
    const laid = (note: string | null, on: Size = options): Page => {
      const heading = headingOf(context as CanvasRenderingContext2D, { title, note, runs, caption }, on.width, look)
      const { height: top } = heading
      return { heading, area: { left: edge, top, width: on.width - 2 * edge, height: on.height - top - edge } }
    }
    const own =
      flat.plot === 'surface'
        ? surfaces.noteOf(flat)
        : (sheetOf(flat, laid(null).area, look, words)[0]?.plot.note ?? null)
    const note = [...instead, ...(aside ? [aside] : []), ...(own === null ? [] : [own])].join(' · ') || null
    const page = laid(note)
    if (hasRoom(flat, page.area)) return page
    const asked = { width: width * options.magnified, height: height * options.magnified }
    const least = leastPicture((size) => hasRoom(flat, laid(note, laidOut({ ...size, scale: 1 })).area), asked)
    throw new ProblemError('picture-too-small', {
      width: Math.round(asked.width),
      height: Math.round(asked.height),
      leastWidth: Math.round(least.width),
      leastHeight: Math.round(least.height)
    })
  }

  function paintSheet(pen: CanvasRenderingContext2D, sheet: ReturnType<typeof sheetOf>, area: Area): void {
    for (const [index, { area: place, plot }] of sheet.entries()) {
      // Kept from picture to picture, with the contours they have painted.
      cells[index] ??= newCell()
      const { picture, view } = cells[index] as Cell
      view.update(plot, place, look, scale)
      pen.drawImage(picture, area.left + place.left, area.top + place.top, place.width, place.height)
    }
  }
}

/** A picture divided into its heading and the area of the figure. */
interface Page {
  readonly heading: LaidHeading
  readonly area: Area
}

/** The least size that has room, in steps of ten pixels; made higher rather than wider. */
function leastPicture(hasRoom: (size: Size) => boolean, { width, height }: Size): Size {
  const most = Math.max(4000, width)
  const highest = Math.max(most, 2 * height)
  const after = (length: number) => 10 * Math.floor(length / 10 + 1)
  for (let wide = width; wide <= most; wide = after(wide)) {
    // Each look lays the heading out.
    if (!hasRoom({ width: wide, height: highest })) continue
    for (let high = height; high <= highest; high = after(high)) {
      if (hasRoom({ width: wide, height: high })) return { width: wide, height: high }
    }
  }
  return { width: most, height: most }
}

interface Cell {
  readonly picture: HTMLCanvasElement
  readonly view: CellView
}

function newCell(): Cell {
  const picture = document.createElement('canvas')
  return { picture, view: cellOn(picture) }
}

/** The part of a studio that draws surfaces: the mesh is kept while only steps change. */
function openSurfaceStudio({ scale, look, words }: PictureOptions) {
  const element = document.createElement('div')
  // Thin lines are smooth only if drawn at twice their size.
  const ratio = Math.max(scale, 2)
  let stage: SurfaceStage | null = null
  let scene: Scene | null = null
  let last: SurfaceFigure | null = null
  let drawn = ''
  /** From picture to picture the surface is not turned around. */
  let standard: Camera | null = null

  /** The scene of a figure, kept while only what is painted over it changes. */
  const sceneOf = (figure: SurfaceFigure): Scene => {
    const isSame = last && !sceneChanged({ figure: last, look, words }, { figure, look, words })
    if (scene && isSame) return scene
    scene = surfaceScene(figure.data, look, words, { corners: 100, parts: 200, ratio })
    last = figure
    drawn = ''
    return scene
  }
  const stageOf = async (figure: SurfaceFigure, { width, height }: Size): Promise<SurfaceStage> => {
    const shown = sceneOf(figure)
    const size = `${width} × ${height}`
    if (stage && drawn === size) return stage
    stage?.dispose()
    element.style.cssText = `position: fixed; left: -99999px; top: 0; width: ${width}px; height: ${height}px`
    document.body.append(element)
    const ready = new SurfaceStage(element, { width, height }, ratio)
    standard = standardCamera(figure.data, shown, { width, height }, standard)
    ready.show(shown, figure.data.camera ?? standard)
    // The second frame has the axes' numbers, whose letters are drawn during the first.
    for (let frame = 0; frame < 2; frame++) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      ready.chart.getZr().refreshImmediately()
    }
    stage = ready
    drawn = size
    return ready
  }
  return {
    /** Which values are left out, or null. */
    noteOf: (figure: SurfaceFigure): string | null => sceneOf(figure).caption || null,
    async draw(context: CanvasRenderingContext2D, figure: SurfaceFigure, whole: Area): Promise<void> {
      const area = seenArea(whole, figure.data.camera?.distance)
      const stage = await stageOf(figure, area)
      for (const layer of stage.canvases) context.drawImage(layer, area.left, area.top, area.width, area.height)
      context.save()
      context.translate(area.left, area.top)
      paintOver(context, figure.data, sceneOf(figure), stage.sight(area), look, words)
      context.restore()
    },
    close() {
      stage?.dispose()
      stage = null
      element.remove()
    }
  }
}
