import type { Problem } from '../problem'

/** A number that can be set: its bounds are data, used by the form, the validation and the file format. */
export interface Bounded {
  readonly id: string
  /** Its name in the table of words, if that is not its id. */
  readonly term?: string
  readonly default: number
  readonly min: number
  readonly max: number
  /** Whether the bound itself is allowed. */
  readonly minIncluded: boolean
  readonly maxIncluded: boolean
  /** Only whole numbers: a count. */
  readonly whole?: true
}

/** One setting of a method or a schedule. */
export interface Setting extends Bounded {
  /** Other names under which a plan may give it: the library says `alpha` for the `rho` of RMSprop. */
  readonly aliases?: readonly string[]
  /** How its slider runs, and over which stretch of the allowed values. */
  readonly slider: { readonly scale: 'linear' | 'log'; readonly min: number; readonly max: number }
  /** TeX of its usual letter: `\eta` for lr. */
  readonly symbol: string
}

/** Bounds that many settings have. */
export const everyNumber = {
  min: Number.NEGATIVE_INFINITY,
  minIncluded: false,
  max: Number.POSITIVE_INFINITY,
  maxIncluded: false
}
export const everyPositive = { ...everyNumber, min: 0 }
export const zeroAndUp = { ...everyPositive, minIncluded: true }
export const zeroToBelowOne = { min: 0, minIncluded: true, max: 1, maxIncluded: false }

/** The settings of a fresh run, or of anything else that has settings. */
export function defaultSettings({
  settings
}: {
  readonly settings: readonly Bounded[]
}): Readonly<Record<string, number>> {
  return Object.fromEntries(settings.map((setting) => [setting.id, setting.default]))
}

/** Whether a setting may have this value: a finite number between its bounds, whole where it is a count. */
export function isWithin(setting: Bounded, value: number): boolean {
  if (!Number.isFinite(value) || (setting.whole && !Number.isInteger(value))) return false
  const aboveMin = setting.minIncluded ? value >= setting.min : value > setting.min
  const belowMax = setting.maxIncluded ? value <= setting.max : value < setting.max
  return aboveMin && belowMax
}

/** Why a setting may not have this number, as data; null if it may. */
export function settingProblem(setting: Bounded, value: number): Problem | null {
  if (isWithin(setting, value)) return null
  const { id, min, max, whole } = setting
  const named = { field: id, setting: setting.term ?? id }
  if (!Number.isFinite(value)) return { code: 'setting-not-finite', values: named }
  const bounds = {
    ...(whole && { whole: 1 }),
    ...(Number.isFinite(min) && { min, minIncluded: Number(setting.minIncluded) }),
    ...(Number.isFinite(max) && { max, maxIncluded: Number(setting.maxIncluded) })
  }
  return { code: 'setting-out-of-bounds', values: { ...named, value, ...bounds } }
}

/** The allowed values as mathematics, the same in every language: `0 < lr`, `0 ≤ beta1 < 1`. */
export function boundsText({ id, min, minIncluded, max, maxIncluded }: Bounded): string {
  const below = Number.isFinite(min) ? `${min} ${minIncluded ? '≤' : '<'} ` : ''
  const above = Number.isFinite(max) ? ` ${maxIncluded ? '≤' : '<'} ${max}` : ''
  return below + id + above
}
