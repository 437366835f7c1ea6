import type { Interval, View } from '@shared/experiment/experiment'
import type { Problem } from '@shared/problem'
import { type Accessor, createMemo, createSignal } from 'solid-js'
import { type Ask, createAnswer } from '../answer'
import { onCurve, signsData } from '../figures/signs'
import type { Lab } from '../lab'
import type { CurveData, SignsData } from '../plots/figure'
import { signsQuestion } from '../questions'

/** The sign table along one variable, with the column of it that is looked at. */
export interface Signs {
  /** Null where it is not wanted, or not there yet. */
  readonly data: Accessor<SignsData | null>
  readonly problem: Accessor<Problem | undefined>
  /** The table is older than what is wanted. */
  readonly stale: Accessor<boolean>
  /** What the plots of the curve and its derivatives show of it: its places, and the column that is chosen. */
  readonly onCurve: Accessor<Pick<CurveData, 'column' | 'signPlaces'>>
  /** Looks at a column, or at none. */
  readonly choose: (index: number | null) => void
}

/** Asks for the sign table as long as the document wants one. */
export function createSigns(lab: Lab, ask: Ask, along: Accessor<number>, range: Accessor<Interval>): Signs {
  const wish = () => lab.experiment().view.signs
  /** The table does not change while the point moves along it. */
  const line = createMemo(() => lab.experiment().point.map((value, axis) => (axis === along() ? 0 : value)))
  const answered = createAnswer(
    ask,
    createMemo(() => {
      const signs = wish()
      return signs ? signsQuestion(lab.subject(), along(), line(), range(), signs.second) : null
    })
  )
  const table = createMemo(() => {
    const { last } = answered()
    return wish() && last?.question.body.along === along() ? last : undefined
  })
  const [choice, setChoice] = createSignal<{ readonly of: object; readonly index: number } | null>(null)
  /** Of another table it is none. */
  const chosen = () => {
    const [found, wanted] = [table()?.answer, choice()]
    return wanted && found && wanted.of === found ? wanted.index : null
  }
  const data = createMemo(() => {
    const last = table()
    return last ? signsData(lab.experiment(), along(), last.answer, last.question.body.range, chosen()) : null
  })
  return {
    data,
    problem: () => answered().problem,
    stale: () => answered().pending || answered().problem !== undefined,
    onCurve: createMemo(() => onCurve(data())),
    choose: (index) => {
      const found = table()?.answer
      setChoice(found && index !== null ? { of: found, index } : null)
    }
  }
}

/** With a sign table, of f′ alone and below the x it is about, or without one. */
export const signsToggled =
  (isShown: boolean) =>
  (view: View): View => {
    const { signs: _, ...rest } = view
    return isShown ? { ...rest, signs: { second: view.second, even: false } } : rest
  }
