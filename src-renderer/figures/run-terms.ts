import type { Run } from '@shared/experiment/experiment'
import { scheduleNamed } from '@shared/methods/schedules'
import type { Setting } from '@shared/methods/setting'
import { methodNamed } from '@shared/methods/table'
import { numeral } from '@shared/numbers/numeral'
import type { Words } from '@shared/words/index'
import { plainSymbol } from './names'

/** A setting with its value as names and captions say it: `η = 0.08`. */
export const settingText = ({ id, symbol }: Setting, settings: Run['settings'], digits?: number): string =>
  `${plainSymbol(symbol)} = ${numeral(settings[id] ?? Number.NaN, digits)}`

/** `Cosine (T = 100, r = 0)`; empty where the learning rate stays. */
export function scheduleText({ schedule: { id, settings } }: Run, words: Words, digits?: number): string {
  const row = scheduleNamed(id)
  if (!row || row.settings.length === 0) return ''
  const names: Readonly<Record<string, string>> = words.methods.schedules.names
  return `${names[id] ?? id} (${row.settings.map((setting) => settingText(setting, settings, digits)).join(', ')})`
}

/** `σ = 0.1 (seed 7)`; empty without noise. */
export const noiseText = ({ noise }: Run, words: Words, digits?: number): string =>
  noise.sigma > 0
    ? `σ = ${numeral(noise.sigma, digits)} (${words.methods.settings['noise.seed'].name} ${noise.seed})`
    : ''

/** What a run is set to besides its learning rate, as far as that is not the usual: settings, schedule, noise. */
export function unusualTerms(run: Run, words: Words): readonly string[] {
  const settings = methodNamed(run.method, run.convention)?.settings ?? []
  const changed = settings.filter(({ id, default: usual }) => id !== 'lr' && run.settings[id] !== usual)
  const terms = [...changed.map((setting) => settingText(setting, run.settings)), scheduleText(run, words)]
  return [...terms, noiseText(run, words)].filter((term) => term !== '')
}
