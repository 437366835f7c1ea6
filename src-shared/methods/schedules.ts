import type { Setting } from './setting'

/**
 * How the learning rate changes with the steps. `factor` is what it is multiplied by, a formula over t (the step, from 1)
 * and the settings.
 */
export interface Schedule {
  readonly id: string
  readonly settings: readonly Setting[]
  readonly factor: string
  readonly source: string
}

/** Every schedule, in the order offered. */
export const schedules: readonly Schedule[] = [{ id: 'constant', settings: [], factor: '1', source: '' }]
