import { limits } from '@shared/experiment/limits'
import type { CriticalPoint, GridSamples } from '@shared/protocol'
import type { Cover, Place } from '../figure'
import type { RunLook } from './look'
import type { Marker } from './marker'

/**
 * What is drawn over the axes and curves that chart.js and echarts-gl draw. Marks are data, so that the same path
 * can be drawn on a contour, on a curve, and on a turning surface, and be looked at by a test without a window.
 */
export type Mark =
  /** The colours of the bands between the levels, from the lowest: pixel by pixel, nothing where f is not defined. */
  | { readonly mark: 'bands'; readonly samples: GridSamples; readonly colours: readonly string[] }
  /** Lines of alternating x, y, on which f is equal to a level. */
  | { readonly mark: 'levels'; readonly lines: readonly Float64Array[]; readonly colour: string }
  /** Places that are not finite leave gaps. `halo` is null where the ground is plain. */
  | {
      readonly mark: 'path'
      readonly places: readonly Place[]
      readonly colour: string
      readonly halo: string | null
      readonly width: number
      readonly dash: readonly number[]
      readonly opacity: number
    }
  /** The pixels that a way has covered by a step: it fills them. */
  | { readonly mark: 'cover'; readonly cover: Cover; readonly step: number; readonly colour: string }
  /** A translucent sheet in a surface's box: polygons side by side, painted as one. */
  | {
      readonly mark: 'sheet'
      readonly cells: readonly (readonly Place[])[]
      readonly colour: string
      readonly opacity: number
    }
  /** In the shape of a marker, or discs. `apart`: CSS pixels; a dot nearer to one before it is left out. */
  | {
      readonly mark: 'dots'
      readonly places: readonly Place[]
      readonly colour: string
      readonly halo: string
      readonly radius: number
      readonly opacity: number
      readonly marker?: Marker
      readonly apart?: number
    }
  /** Open dots: rings of `width` CSS pixels around the ground's colour. */
  | {
      readonly mark: 'circles'
      readonly places: readonly Place[]
      readonly colour: string
      readonly ground: string
      readonly radius: number
      readonly width: number
    }
  | {
      readonly mark: 'ring'
      readonly at: Place
      readonly colour: string
      readonly halo: string
      readonly radius: number
    }
  /** A dot that can be taken hold of; larger while the pointer is over it. */
  | { readonly mark: 'grip'; readonly at: Place; readonly colour: string; readonly halo: string; readonly grown?: true }
  /** Points from `from` to `towards`; `pixels` long, or as far as `towards` if null. `hollow`: its head is an outline. */
  | {
      readonly mark: 'arrow'
      readonly from: Place
      readonly towards: Place
      readonly pixels: number | null
      readonly colour: string
      readonly halo: string | null
      readonly width: number
      readonly label: string
      readonly hollow?: boolean
    }
  /** A line through `at` with the slope of the axes' units, `reach` CSS pixels to both sides (null: across the plot). */
  | {
      readonly mark: 'slope'
      readonly at: Place
      readonly slope: number
      readonly reach: number | null
      readonly colour: string
      readonly width: number
      readonly dash: readonly number[]
      readonly opacity: number
    }
  /** Lines across the plot through `x`, through `y`. */
  | {
      readonly mark: 'guide'
      readonly x: number | null
      readonly y: number | null
      readonly colour: string
      readonly width: number
      readonly dash: readonly number[]
    }
  /** A tint over the whole height of the plot between two places of the horizontal axis. */
  | { readonly mark: 'stretch'; readonly from: number; readonly to: number; readonly colour: string }
  /** A place where the gradient is 0, in a shape of its own for each kind: ▼, △, ✕ and ○; the lowest of all: ★. */
  | {
      readonly mark: 'sign'
      readonly at: Place
      readonly kind: CriticalPoint['kind'] | 'lowest'
      readonly colour: string
      readonly halo: string
    }
  /** Written upright along the line from `at`, its middle, towards `along`; the halo interrupts the line. */
  | {
      readonly mark: 'inscription'
      readonly at: Place
      readonly along: Place
      readonly text: string
      readonly colour: string
      readonly halo: string
      readonly size: number
    }
  /** What the lines of a plot are: above its area, a piece of each with its name. `ink`: of the names. */
  | {
      readonly mark: 'key'
      readonly lines: readonly {
        readonly text: string
        readonly colour: string
        readonly dash: readonly number[]
        readonly width: number
      }[]
      readonly ink: string
      readonly size: number
    }
  /** Written with its middle at a place, wherever that is. */
  | {
      readonly mark: 'label'
      readonly at: Place
      readonly text: string
      readonly colour: string
      readonly size: number
      readonly bold: boolean
    }
  /** How a curve goes, as an arrow of `size` CSS pixels: up or down (null: level), straight or bent up or down. */
  | {
      readonly mark: 'course'
      readonly at: Place
      readonly rises: boolean | null
      readonly bend: 'up' | 'down' | null
      readonly colour: string
      readonly size: number
    }
  /**
   * Kept inside the plot. `dx`, `dy`: CSS pixels right and down from `at` to the left end of its base line. `font`: absent,
   * that of all texts.
   */
  | {
      readonly mark: 'text'
      readonly at: Place
      readonly dx: number
      readonly dy: number
      readonly text: string
      readonly colour: string
      readonly halo: string
      readonly size: number
      readonly font?: string
    }

/** Steps have dots of their own where these are at least so many CSS pixels apart: closer ones would hide the line. */
const dotsApart = 7
/** In CSS pixels: of a step, and of that where the run stands. */
const radii = { step: 3.2, now: 4 }

/** The line of a run's way. */
export function line(places: readonly Place[], run: RunLook, opacity: number): Mark {
  return { mark: 'path', places, colour: run.colour, halo: run.halo, width: 2, dash: run.dash, opacity }
}

/**
 * The dots of a run's steps up to where it stands, as far as they are apart; of a long run, not all of whose steps are
 * here, only the last. `last`: its number.
 */
export function dots(places: readonly Place[], { colour, halo, marker }: RunLook, last: number): readonly Mark[] {
  const common = { mark: 'dots', colour, halo, marker, opacity: 1 } as const
  const now: Mark = { ...common, places: places.slice(-1), radius: radii.now }
  if (last >= limits.dotted) return [now]
  return [{ ...common, places, radius: radii.step, apart: dotsApart }, now]
}
