import type { Interval } from '../interval'
import type { LevelChoice } from '../levels'
import type { Convention } from '../methods/convention'

/** An experiment is a small document of inputs. Everything on the screen is computed from it. */
export interface Experiment {
  /** Shown in the window's title; empty until the user names it. */
  readonly title: string
  readonly notes: string
  /** The built-in example this came from, so that its note and its buttons follow the language; null for none. */
  readonly example: string | null
  /** The function as typed. */
  readonly formula: string
  /** In the order of a point's coordinates. */
  readonly variables: readonly Variable[]
  readonly parameters: readonly Parameter[]
  /** Where the Differentiate and Partial tabs look; as long as `variables`. */
  readonly point: readonly number[]
  readonly gradient: GradientSource
  /** Where runs begin unless they have a start of their own; as long as `variables`. */
  readonly start: readonly number[]
  /** How many steps each run takes: a whole number, 0 … 1,000,000. */
  readonly steps: number
  /** What ends a run before that. */
  readonly stop: StopRules
  readonly runs: readonly Run[]
  /** More starts for the selected run, around its own. */
  readonly crowd: Crowd
  /** What the runs were set by when they were last made comparable; null: never. */
  readonly comparison: Comparison | null
  readonly view: View
}

export interface Variable extends Interval {
  readonly name: string
  /** Stays in the list even when the text no longer mentions it: the user has edited it. */
  readonly pinned: boolean
  /** Its range was moved or zoomed on a plot: it does not follow the runs. */
  readonly held?: true
}

/** A letter that is a constant with a slider. */
export interface Parameter extends Interval {
  readonly name: string
  readonly value: number
}

/** The difference quotients there are. */
export const schemes = ['forward', 'backward', 'central'] as const
export type Scheme = (typeof schemes)[number]

/** The ways to a gradient: from the formula, or by a difference quotient. */
export const gradientMethods = ['exact', ...schemes] as const

/** The step size a document begins with: a good one for every scheme. */
export const usualStep = 1e-4

/** How the gradient of a run is obtained; `h` is the step size of the difference schemes, finite and not 0. */
export interface GradientSource {
  readonly method: (typeof gradientMethods)[number]
  readonly h: number
}

/** One optimiser at work. */
export interface Run {
  /** Unique in the document, stable over edits. */
  readonly id: string
  /** A row of `methods/table.ts`. */
  readonly method: string
  readonly convention: Convention
  readonly settings: Readonly<Record<string, number>>
  readonly schedule: ScheduleChoice
  readonly noise: Noise
  /** Its own start, or null for the shared one. */
  readonly start: readonly number[] | null
  /** 0 … 7: index of the run's colour and dash. */
  readonly colour: number
}

/** How the learning rate of a fixed-rate method changes with the steps: a row of `methods/schedules.ts`. */
export interface ScheduleChoice {
  readonly id: string
  readonly settings: Readonly<Record<string, number>>
}

/** Added to each coordinate of the gradient: normally distributed, of standard deviation σ ≥ 0; the seed is a whole number. */
export interface Noise {
  readonly sigma: number
  readonly seed: number
}

/** Each null: it ends no run. `gradient`: ‖∇f‖ is at most this. `step`: the last move was at most this long. `target`: f is at most this. `evaluations`: so many evaluations of f, ∇f or the Hessian (which counts as n) are spent. */
export interface StopRules {
  readonly gradient: number | null
  readonly step: number | null
  readonly target: number | null
  readonly evaluations: number | null
}

export const crowdLayouts = ['none', 'ring', 'grid', 'random'] as const

/**
 * `count` starts: around the run's own on a circle of the radius or in a square grid as far out as it, or random within
 * the ranges of the variables by the seed.
 */
export interface Crowd {
  readonly layout: (typeof crowdLayouts)[number]
  readonly count: number
  readonly radius: number
  readonly seed: number
}

/** A fair comparison: equal start, equal budget, and for each run the best of its learning rates. Whether it still holds tells `comparison.ts`. */
export interface Comparison {
  readonly formula: string
  /** Values of the parameters, in their order. */
  readonly parameters: readonly number[]
  readonly gradient: GradientSource
  readonly start: readonly number[]
  /** Evaluations each run may spend. */
  readonly budget: number
  /** How many steps the longest of the runs took with that. */
  readonly steps: number
  /** At least so many learning rates were tried for each run that has one; 0 if none has. */
  readonly tried: number
  /** The runs as they were compared, with the best of their rates. */
  readonly runs: readonly Run[]
}

export type Tab = 'differentiate' | 'partial' | 'descend'

/** How it is looked at. Part of the document, so that a reopened experiment looks the same. */
export interface View {
  readonly tab: Tab
  /** Indices of the variables on the horizontal and the vertical axis (equal when there is only one variable). */
  readonly axes: readonly [number, number]
  /** Vertical range of the curve; null: chosen from the values. */
  readonly values: Interval | null
  /** The step size that the Differentiate tab looks at, which no run uses; absent: that of the gradient, as in older files. */
  readonly h?: number
  /** The Differentiate tab shows f″ below f′. */
  readonly second: boolean
  /** The Differentiate tab shows the sign table of f′, `second` with that of f″; `even`: its columns do not stand under their x. */
  readonly signs?: { readonly second: boolean; readonly even: boolean }
  /** Tangents that stay while the point moves on. */
  readonly tangents: readonly PinnedTangent[]
  /** The Descend tab: linked plots, the first steps as a grid of small plots, one small contour a run, or one small chart a variable. */
  readonly arrangement: (typeof arrangements)[number]
  /** The steps that have small plots: `count` of them from `first` on; absent: from the start. */
  readonly stretch?: { readonly first: number; readonly count: number }
  /** The Descend tab over more than two variables: the plane of the two axes, or of the path's two principal components. */
  readonly plane: 'axes' | 'principal'
  /** Which arrows stand at the selected step: −∇f alone, or with what memory and method make of it. */
  readonly arrows: 'gradient' | 'all'
  /** What the leader board is ordered by. */
  readonly board: (typeof boardOrders)[number]
  /** Runs that are not drawn, by their ids; absent: all are. */
  readonly hidden?: readonly string[]
  readonly surface: Surface
  readonly contour: Contour
  /** Colours of heights, on contour and surface alike. */
  readonly map: ColourMap
  /** One unit is equally long on both axes of the contour, so that the gradient is seen perpendicular to it. */
  readonly square: boolean
  readonly field: Field
  /** What the Partial tab explains, and draws at the point. */
  readonly topic: (typeof topics)[number]
  /** The direction of the directional derivative: degrees from the horizontal axis towards the vertical one. */
  readonly direction: number
  readonly loss: 'linear' | 'log'
  /** Along what the loss is drawn. */
  readonly lossAlong: 'steps' | 'evaluations'
  /** What was selected when it was saved; missing in what never was. */
  readonly selected?: SelectedStep | undefined
}

/** A step of a run, by the run's place in the list. */
export interface SelectedStep {
  readonly run: number
  readonly step: number
}

export const arrangements = ['linked', 'steps', 'runs', 'variables'] as const
export const boardOrders = ['value', 'distance', 'gradients'] as const

/** What is to be seen at a point of a plane. */
export const topics = ['slopes', 'direction', 'curvature', 'critical'] as const

/** A tangent along the variable of that name, at this coordinate of it; the others are those of the point. */
export interface PinnedTangent {
  readonly along: string
  readonly at: number
}

/** Sequences of colours for heights: the pale ground of one hue, and maps that are even to the eye. */
export const colourMaps = ['pale', 'viridis', 'cividis', 'grey'] as const
export type ColourMap = (typeof colourMaps)[number]

export interface Contour extends LevelChoice {
  /** The lines carry their values. */
  readonly labels: boolean
}

/** Arrows all over the contour: along −∇f, where descent goes, or along ∇f. */
export const fieldDirections = ['none', 'descent', 'ascent'] as const

export interface Field {
  readonly towards: (typeof fieldDirections)[number]
  /** About how many arrows stand beside one another. */
  readonly density: number
}

/** What is laid over the surface at the point: the planes of the two slices, the tangent plane, the Taylor polynomial of order 2. */
export const overlays = ['slices', 'tangent', 'taylor', 'none'] as const

export interface Surface {
  readonly style: 'shaded' | 'wireframe'
  /** Distance of the grid lines in both variables; null: chosen for the picture. */
  readonly spacing: number | null
  /** Degrees, degrees, and echarts-gl's distance; null: the standard view. */
  readonly camera: { readonly alpha: number; readonly beta: number; readonly distance: number } | null
  readonly overlay: (typeof overlays)[number]
  /** `log`: heights as their logarithm, so that deep valleys and high walls are seen together. */
  readonly scale: 'linear' | 'log'
  /** Heights between which it is drawn; null: chosen from the values. */
  readonly range: Interval | null
}
