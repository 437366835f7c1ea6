import type { Words } from '@shared/words/index'
import { VisualMapComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { Line3DChart, SurfaceChart } from 'echarts-gl/charts'
import { Grid3DComponent } from 'echarts-gl/components'
import type { SurfaceData } from '../figure'
import { axisMarks } from './axes'
import type { Camera } from './camera'
import { endNamesOver, type Ways } from './end-names'
import type { Size } from './layout'
import { pixelsTaken, withLegibleArrows } from './legible'
import type { Look } from './look'
import type { Mark } from './marks'
import { madeOpaque, type Tree } from './opaque'
import { type Painter, paint, paintReadout } from './paint'
import type { Readout, Told } from './plot'
import { leadOf } from './pointed'
import { eye, projected, type Sight, scenePlace } from './projection'
import { stepPlace, surfaceMarks } from './surface'
import type { Scene } from './surface-scene'
import { hiddenBy, veiled } from './veil'

echarts.use([CanvasRenderer, VisualMapComponent, SurfaceChart, Line3DChart, Grid3DComponent])

let drawable: boolean | null = null

/** Whether this window has WebGL. If not, show the contour with `words.noSurface` in the surface's place. */
export function canDrawSurfaces(): boolean {
  if (drawable === null) {
    const context = document.createElement('canvas').getContext('webgl')
    drawable = context !== null
    context?.getExtension('WEBGL_lose_context')?.loseContext()
  }
  return drawable
}

/** What echarts knows about its camera but does not publish. */
interface Internals {
  getModel(): {
    getComponent(name: 'grid3D'): {
      coordinateSystem: {
        viewGL: {
          readonly scene: Tree
          camera: {
            update(): void
            readonly viewMatrix: { readonly array: Float32Array }
            readonly projectionMatrix: { readonly array: Float32Array }
          }
        }
      }
      get(name: 'viewControl'): Camera
    }
  }
}

/** A surface in an element without anything around it: the owner of an echarts-gl instance. */
export class SurfaceStage {
  readonly #chart: echarts.ECharts
  readonly #element: HTMLElement

  /** `ratio`: device pixels to a CSS pixel. */
  constructor(element: HTMLElement, size: Size, ratio: number) {
    this.#element = element
    this.#chart = echarts.init(element, null, { renderer: 'canvas', devicePixelRatio: ratio, ...size })
  }

  get chart(): echarts.ECharts {
    return this.#chart
  }

  /** Draws the scene seen by `camera`, or as it was last turned if null. */
  show(scene: Scene, camera: Camera | null): void {
    const grid = scene.option['grid3D'] as { readonly viewControl: object }
    const option = camera
      ? { ...scene.option, grid3D: { ...grid, viewControl: { ...grid.viewControl, ...camera } } }
      : scene.option
    this.#chart.setOption(option as Parameters<echarts.ECharts['setOption']>[0], { replaceMerge: ['series'] })
    madeOpaque(this.#grid.coordinateSystem.viewGL.scene)
  }

  get camera(): Camera {
    const { alpha, beta, distance } = this.#grid.get('viewControl')
    return { alpha, beta, distance }
  }

  sight(size: Size): Sight {
    const { camera } = this.#grid.coordinateSystem.viewGL
    camera.update()
    return { view: camera.viewMatrix.array, projection: camera.projectionMatrix.array, size }
  }

  get #grid() {
    return (this.#chart as unknown as Internals).getModel().getComponent('grid3D')
  }

  /** Its canvases, lowest first. */
  get canvases(): readonly HTMLCanvasElement[] {
    return [...this.#element.querySelectorAll('canvas')]
  }

  /** Gives the graphics memory back: without it, sixteen surfaces later the page loses its plots. */
  dispose(): void {
    const canvases = this.canvases
    this.#chart.dispose()
    for (const canvas of canvases) canvas.getContext('webgl')?.getExtension('WEBGL_lose_context')?.loseContext()
  }
}

/** Paints the marks of a surface over it, as the camera sees them. */
export function paintOver(
  context: CanvasRenderingContext2D,
  data: SurfaceData,
  scene: Scene,
  sight: Sight,
  look: Look,
  words: Words['plots']
): void {
  const names = [...data.variables, scene.scale.name] as const
  const painter = surfacePainter(context, scene, sight, look)
  const screen = { area: painter.area, pixel: painter.place }
  const axes = axisMarks(scene.box, names, sight, look, scene.heights)
  const marks = withLegibleArrows(surfaceMarks(data, scene, look, words), axes, screen)
  const hidden = hiddenBy(scene, eye(sight))
  const ways: Ways = {
    traces: data.traces,
    selected: data.selected,
    step: data.step,
    place: (trace, index) => stepPlace(data, scene, trace, index),
    isSeen: (place) => place.every(Number.isFinite) && !hidden(place),
    isRestDrawn: false
  }
  const { marks: ends } = endNamesOver(screen, pixelsTaken([...marks, ...axes], screen), ways, look)
  paint(painter, [...axes, ...veiled(marks, scene, sight), ...ends])
}

/** Paints marks over a surface, nothing of them hidden. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  scene: Scene,
  sight: Sight,
  look: Look
): void {
  paint(surfacePainter(context, scene, sight, look), marks)
}

/** Paints what hovering over a surface says, with a dot at its place; `beside`: what its words do not cover. */
export function paintReading(
  context: CanvasRenderingContext2D,
  { at, lines }: Pick<Readout, 'at' | 'lines'>,
  scene: Scene,
  sight: Sight,
  look: Look,
  beside: Told | null = null
): void {
  const painter = surfacePainter(context, scene, sight, look)
  paint(painter, [{ mark: 'dots', places: [at], colour: look.ink, halo: look.card, radius: 3, opacity: 1 }])
  paintReadout(painter, painter.place(at), lines, { ...look, line: look.zero }, beside && leadOf(beside, painter.place))
}

/** Paints places of the box where the camera sees them. */
function surfacePainter(context: CanvasRenderingContext2D, { box }: Scene, sight: Sight, look: Look): Painter {
  return {
    context,
    area: { left: 0, top: 0, width: sight.size.width, height: sight.size.height },
    place: (place) => projected(sight, scenePlace(box, place)),
    font: look.font,
    unit: { x: Number.NaN, y: Number.NaN }
  }
}
