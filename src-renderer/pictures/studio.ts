import type { Words } from '@shared/words/index'
import { type CellView, cellOn } from '../plots/cell'
import type { Figure, FlatFigure } from '../plots/figure'
import { contourInstead, type SurfaceFigure, sceneChanged } from '../plots/gl'
import type { Area, Size } from '../plots/layout'
import type { Look } from '../plots/look'
import { sheetOf } from '../plots/sheet'
import { canDrawSurfaces, paintOver, SurfaceStage } from '../plots/stage'
import { type Scene, standardCamera, surfaceScene } from '../plots/surface'
import { legendRuns, paintHeading } from './legend'

export interface PictureOptions extends Size {
  /** Device pixels to a CSS pixel of `width` × `height`: 1 … 4. */
  readonly scale: number
  readonly look: Look
  readonly words: Words['plots']
}

/** Draws figures outside the page, one after the other on the same canvas. */
export interface Studio {
  /** The finished picture, with title and legend, on the theme's ground. Overwritten by the next. */
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
      const heading = { title: figure.title, runs: legendRuns(figure), caption: figure.caption ?? null, note: null }
      const top = paintHeading(context, heading, width, look)
      const area: Area = { left: edge, top, width: width - 2 * edge, height: height - top - edge }
      const flat = figure.plot === 'surface' && !canDrawSurfaces() ? contourInstead(figure) : figure
      const note = flat.plot === 'surface' ? await surfaces.draw(context, flat, area) : paintSheet(context, flat, area)
      if (note) paintHeading(context, { title: '', runs: [], caption: null, note }, width, look)
      return canvas
    },
    close() {
      for (const { view } of cells) view.destroy()
      surfaces.close()
    }
  }

  function paintSheet(pen: CanvasRenderingContext2D, figure: FlatFigure, area: Area): string | null {
    const sheet = sheetOf(figure, area, look, words)
    for (const [index, { area: place, plot }] of sheet.entries()) {
      // Kept from picture to picture, with the contours they have painted.
      cells[index] ??= newCell()
      const { picture, view } = cells[index] as Cell
      view.update(plot, place, look, scale)
      pen.drawImage(picture, area.left + place.left, area.top + place.top, place.width, place.height)
    }
    return sheet[0]?.plot.note ?? null
  }
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
  let lastSize = ''

  const prepare = async (figure: SurfaceFigure, area: Area): Promise<{ stage: SurfaceStage; scene: Scene }> => {
    const size = `${area.width} × ${area.height}`
    const changed = !last || sceneChanged({ figure: last, look, words }, { figure, look, words }) || size !== lastSize
    if (stage && scene && !changed) return { stage, scene }
    stage?.dispose()
    element.style.cssText = `position: fixed; left: -99999px; top: 0; width: ${area.width}px; height: ${area.height}px`
    document.body.append(element)
    const ready = {
      stage: new SurfaceStage(element, area, ratio),
      scene: surfaceScene(figure.data, look, words, { corners: 100, parts: 200, ratio })
    }
    ready.stage.show(ready.scene, figure.data.camera ?? standardCamera(area))
    // The second frame has the axes' numbers, whose letters are drawn during the first.
    for (let frame = 0; frame < 2; frame++) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      ready.stage.chart.getZr().refreshImmediately()
    }
    stage = ready.stage
    scene = ready.scene
    last = figure
    lastSize = size
    return ready
  }
  return {
    /** Returns which values are left out, or null. */
    async draw(context: CanvasRenderingContext2D, figure: SurfaceFigure, area: Area): Promise<string | null> {
      const { stage, scene } = await prepare(figure, area)
      for (const layer of stage.canvases) context.drawImage(layer, area.left, area.top, area.width, area.height)
      context.save()
      context.translate(area.left, area.top)
      paintOver(context, figure.data, scene, stage.sight(area), look, words)
      context.restore()
      return scene.caption === '' ? null : scene.caption
    },
    close() {
      stage?.dispose()
      stage = null
      element.remove()
    }
  }
}
