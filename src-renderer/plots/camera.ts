import type { Place, SurfaceData } from '../figure'
import { bilinear, gridCoordinate } from './grid'
import type { Setting } from './heights'
import type { Area, Size } from './layout'
import { boxPlace, cameraPlace } from './projection'
import { heightOf } from './slice'
import { hiddenBy } from './veil'

/** From where a surface is looked at as long as nobody turns it. */

/** Degrees above the ground and around, and the distance from the box's middle. */
export interface Camera {
  readonly alpha: number
  readonly beta: number
  readonly distance: number
}

/** From where the box fills a wide picture, and how near and how far back one may go. */
export const distances = { usual: 182, least: 100, most: 400 }
/** From the usual distance the box is seen whole where a picture is at least so many times as wide as high. */
const wide = 1.24

/** Degrees above the ground, and around: over each corner of the ground, the usual one first. */
const standard = { alpha: 28, betas: [32, -58, 122, -148] }

/**
 * Of the surface's places as much more must be seen from a corner, as a share, for it to be preferred to one before; and for
 * the view to stay there: what is dragged to and fro about one bound does not turn the surface each time.
 */
const [better, stillBetter] = [0.15, 0.05]
/** Places of the surface, each way, of which it is asked whether they are seen. */
const looks = 11

/**
 * The standard view: over that corner from which the starts of the runs are seen and hide nothing, and most of the
 * surface; over the usual one where others are not clearly better, or that of `before` is no longer better. From so far that
 * the box fills `size`.
 */
export function standardCamera(data: SurfaceData, setting: Setting, size: Size, before: Camera | null = null): Camera {
  const distance = Math.min(distances.usual * Math.max(1, (wide * size.height) / size.width), distances.most)
  const views = standard.betas.map((beta) => {
    const camera = { alpha: standard.alpha, beta, distance }
    return { camera, ...seenFrom(data, setting, camera) }
  })
  const lead = ({ beta }: Camera) => (beta === before?.beta ? stillBetter : better)
  const best = views.reduce((best, view) =>
    view.starts > best.starts || (view.starts === best.starts && view.share > best.share + lead(view.camera))
      ? view
      : best
  )
  return best.camera
}

/** How many starts of runs are seen from a camera, and which share of the surface. */
function seenFrom(
  data: SurfaceData,
  setting: Setting,
  camera: Camera
): { readonly starts: number; readonly share: number } {
  const hidden = hiddenBy(setting, cameraPlace(camera))
  const height = heightOf(data, setting)
  const isUpper = upperSide(setting, camera)
  const isSeen = (place: Place) => place.every(Number.isFinite) && isUpper(place) && !hidden(place)
  const starts = data.traces.map(({ x, y, values }) => {
    const [across, up] = [x[0] ?? Number.NaN, y[0] ?? Number.NaN]
    return [across, up, height(across, up, values[0] ?? Number.NaN)]
  })
  const { columns, rows, values } = setting.ground.samples
  const { heights, box } = setting
  const places = Array.from({ length: looks * looks }, (_, index): Place => {
    const [column, row] = [index % looks, Math.floor(index / looks)].map((at) => (at + 0.5) / looks) as [number, number]
    const [i, j] = [Math.round(column * (columns - 1)), Math.round(row * (rows - 1))]
    const value = values[j * columns + i] as number
    const isDrawn = value >= heights.min && value <= heights.max
    return [gridCoordinate(box.x, i, columns), gridCoordinate(box.y, j, rows), isDrawn ? value : Number.NaN]
  }).filter((place) => place.every(Number.isFinite))
  return {
    starts: starts.filter(isSeen).length,
    share: places.filter(isSeen).length / Math.max(places.length, 1)
  }
}

/** Whether a camera is on the upper side of the surface at a place of it: a little way towards it is over the surface. */
function upperSide({ ground, box }: Setting, camera: Camera): (place: Place) => boolean {
  const eye = boxPlace(box, cameraPlace(camera))
  return (place) => {
    const [x = NaN, y = NaN, z = NaN] = place.map((from, axis) => from + 0.02 * ((eye[axis] as number) - from))
    return !(z < bilinear(ground, ground.samples.values, x, y))
  }
}

/**
 * The middle part of a picture's area that shows the box from side to side: all of it but in a narrow picture, where the
 * camera cannot go back any farther, or `distance` is a person's own. Who has gone nearer wants to see less.
 */
export function seenArea(area: Area, distance: number = distances.most): Area {
  const height = Math.min(area.height, (area.width * Math.max(distance, distances.usual)) / (distances.usual * wide))
  return { ...area, top: area.top + (area.height - height) / 2, height }
}
