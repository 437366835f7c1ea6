import type { Words } from '@shared/words/index'
import type { PlaneData } from '../figure'
import { bilinear } from './grid'
import type { Setting } from './heights'

/** A plane through a function of more variables, and the ways of runs that are not in it. */

/** Where a plane of more variables lies, if ways are drawn on it; null without any. */
export function sliceNote({ slice, traces }: PlaneData, words: Words['plots']): string | null {
  if (!slice || traces.length === 0) return null
  return slice.held === '' ? words.principalSlice : words.slice(slice)
}

/**
 * How high a point of a run is drawn: at f of it; over a slice, which it is mostly not in, where the slice is. Only so its
 * way does not leave the surface at every step to come back to it.
 */
export const heightOf =
  ({ slice }: Pick<PlaneData, 'slice'>, { scale, ground }: Setting) =>
  (x: number, y: number, value: number): number =>
    slice ? bilinear(ground, ground.samples.values, x, y) : scale.height(value)
