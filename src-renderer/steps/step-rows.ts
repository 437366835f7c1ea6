import type { RunReport, RunRows } from '@shared/protocol'
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { type Ask, createAnswer } from '../answers/answer'
import { rowsQuestion } from '../answers/questions'
import { indexAt } from '../figure'
import type { Lab } from '../lab/lab'

type Numbers = Pick<RunRows, 'points' | 'values' | 'norms' | 'gradients' | 'evaluations'>

/** The numbers of each step of the selected run, as far as they are known: undefined where they are still asked for. */
export interface Rows {
  coordinate(step: number, axis: number): number | undefined
  number(step: number, column: Exclude<keyof Numbers, 'points'>): number | undefined
}

/** Rows asked for at once, beginning at a multiple of a quarter of that: scrolling on needs no question. */
const asked = 400

/** Milliseconds without scrolling after which the rows at hand are asked for: a long run is repeated for them. */
const rest = 80

/** Whether the report has every step, so that nothing need be asked for. */
export const isWhole = ({ steps, taken }: RunReport): boolean => steps.length === taken + 1

/** The numbers around row `first`. Of a long run the page has only some: the others are asked for where they are looked at. */
export function createRows(lab: Lab, ask: Ask, report: Accessor<RunReport | undefined>, first: Accessor<number>): Rows {
  const isThin = () => {
    const found = report()
    return found !== undefined && !isWhole(found)
  }
  const wanted = createMemo(() => {
    const quarter = asked / 4
    return Math.max(0, Math.floor(first() / quarter) - 1) * quarter
  })
  const [settled, setSettled] = createSignal(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  createEffect(
    on(wanted, (from) => {
      clearTimeout(timer)
      timer = setTimeout(() => setSettled(from), rest)
    })
  )
  onCleanup(() => clearTimeout(timer))
  const question = createMemo(() =>
    isThin() ? rowsQuestion(lab.subject(), lab.experiment(), lab.run(), settled(), asked) : null
  )
  const answer = createAnswer(ask, question)
  /** Of other runs, or of this one before it was changed, nothing is shown. */
  const rows = createMemo(() => {
    const { last } = answer()
    const now = question()
    const about = ({ from: _, count: __, ...run }: NonNullable<typeof now>['body']) => JSON.stringify(run)
    return last && now && about(last.question.body) === about(now.body) ? last.answer : undefined
  })
  const placed = (step: number): { readonly numbers: Numbers; readonly index: number } | undefined => {
    const found = report()
    const more = rows()
    if (found) {
      const index = indexAt(found, step)
      if (found.steps[index] === step) return { numbers: found, index }
    }
    const index = more ? step - more.from : -1
    return more && index >= 0 && index < more.values.length ? { numbers: more, index } : undefined
  }
  return {
    coordinate: (step, axis) => {
      const found = placed(step)
      return found?.numbers.points[found.index * lab.experiment().variables.length + axis]
    },
    number: (step, column) => {
      const found = placed(step)
      return found?.numbers[column][found.index]
    }
  }
}
