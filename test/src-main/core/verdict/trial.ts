import { compile } from '@core/objective'
import type { Plan } from '@core/optimise/plan'
import { reportOf } from '@core/optimise/report'
import { verdictOf as judged } from '@core/verdict/verdict'
import { defaultSettings } from '@shared/methods/setting'
import { conventionsOf, methodNamed } from '@shared/methods/table'
import type { Remedy } from '@shared/protocol'

/** A run to be judged: what is not said is as usual. */
export interface Trial {
  readonly f: string
  readonly start: readonly number[]
  readonly steps: number
  readonly lr?: number
  readonly method?: string
  readonly settings?: Readonly<Record<string, number>>
  readonly gradient?: Plan['gradient']
  readonly schedule?: Plan['schedule']
  readonly noise?: Plan['noise']
  readonly stop?: Partial<NonNullable<Plan['stop']>>
}

/** The run with its verdict, in the book's convention where there is one. */
export function reported({ f, start, lr, steps, method = 'descent', settings = {}, gradient, stop, ...more }: Trial) {
  const convention = conventionsOf(method)[0] ?? 'book'
  const row = methodNamed(method, convention)
  if (!row) throw new Error(`no ${method}`)
  const plan: Plan = {
    method,
    convention,
    settings: { ...defaultSettings(row), ...settings, ...(lr !== undefined && { lr }) },
    start,
    steps,
    gradient: gradient ?? { method: 'exact', h: 1e-4 },
    ...more,
    ...(stop && { stop: { gradient: null, step: null, target: null, evaluations: null, ...stop } })
  }
  const objective = compile(f, ['x', 'y', 'z', 'w'].slice(0, start.length))
  return { plan, objective, verdict: judged(objective, plan), ...reportOf(objective, plan, 100) }
}

export const verdictOf = (trial: Trial) => reported(trial).verdict

/** The plan with a remedy in it, as a click applies it. */
export function remedied(plan: Plan, remedy: Remedy, room: number): Plan {
  const longer = { ...plan, steps: room }
  if (remedy.change === 'steps') return longer
  if (remedy.change === 'start') return { ...longer, start: remedy.start }
  return { ...longer, settings: { ...plan.settings, [remedy.change]: remedy.value } }
}

export const bowl = { f: 'x^2 + y^2', start: [4, 5], steps: 15 }
export const hills = { f: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2', start: [-1, -4.5], steps: 60 }
export const banana = { f: '(1 - x)^2 + 100(y - x^2)^2', start: [-1.2, 1], steps: 200 }
