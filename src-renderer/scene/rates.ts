import { limits } from '@shared/experiment/limits'
import type { Question, RatesReport } from '@shared/protocol'
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { type Ask, createNewest } from '../answers/answer'
import { keyOf } from '../answers/questions'
import { bridge } from '../bridge'

/** What becomes of a run with each learning rate of its slider. */
export interface Rates {
  /** For the run as it is now, whatever its rate; undefined while it is being found. */
  readonly report: Accessor<RatesReport | undefined>
  /** Wants it as long as the caller's owner lives. */
  watch(): void
}

/** Milliseconds of quiet after which it is asked: whoever types or drags is not waiting for it. */
const quietFor = 250

/**
 * Keeps finding them, for those runs that someone watches, while nothing else is under way: once there is, the work is
 * given up and begun anew later.
 */
export function createRates(
  ask: Ask,
  questionOf: (run: number) => Question<'rates'> | null,
  isQuiet: Accessor<boolean>
): readonly Rates[] {
  return Array.from({ length: limits.runs }, (_, run) => {
    const [watchers, setWatchers] = createSignal(0)
    const [found, setFound] = createSignal<{ readonly asked: string; readonly report?: RatesReport }>()
    const question = createMemo(() => (watchers() > 0 ? questionOf(run) : null), undefined, {
      equals: (a, b) => keyOf(a) === keyOf(b)
    })
    const asked = createMemo(() => keyOf(question()))
    const newest = createNewest()
    let underWay = false
    const find = (wanted: Question<'rates'>) => {
      const name = asked()
      underWay = true
      void newest.hear(ask(wanted), (reply) => {
        underWay = false
        if (reply.kind === 'answer') setFound({ asked: name, report: reply.answer })
        // A run that is not sound says so at its own place.
        if (reply.kind === 'problem') setFound({ asked: name })
      })
    }
    createEffect(
      on([question, isQuiet], ([wanted, quiet]) => {
        newest.drop()
        if (underWay) bridge.cancel(`rates-${run}`)
        underWay = false
        if (!wanted || !quiet || found()?.asked === asked()) return
        const timer = setTimeout(() => find(wanted), quietFor)
        onCleanup(() => clearTimeout(timer))
      })
    )
    onCleanup(newest.drop)
    return {
      report: createMemo(() => (found()?.asked === asked() ? found()?.report : undefined)),
      watch() {
        setWatchers((count) => count + 1)
        onCleanup(() => setWatchers((count) => count - 1))
      }
    }
  })
}
