import type { Experiment } from '@shared/experiment/experiment'
import { typesetNumber } from '@shared/language/typeset'
import type { PointReport } from '@shared/protocol'
import { For, type JSX } from 'solid-js'
import { Formula } from '../editor/Formula'
import { derivativeHead, functionHead } from '../figures/notation'
import { Fitted } from './Fitted'

/** Significant digits for an audience. */
const digits = 4

/** The derivatives at the point along some variables, `seen` with the point they are at; before them `children`. */
export function PointSlopes(props: {
  seen: Experiment
  report: PointReport
  axes: readonly number[]
  children?: JSX.Element
}) {
  const line = (axis: number) => {
    const { variables, point } = props.seen
    const names = variables.map(({ name }) => name)
    const at = functionHead(point.map((value) => typesetNumber(value, digits))).slice(1)
    const head = names.length === 1 ? `f'${at}` : `${derivativeHead(names, axis)}${at}`
    return `${head} = ${typesetNumber(props.report.gradient[axis] ?? Number.NaN, digits)}`
  }
  return (
    <Fitted>
      {props.children}
      <For each={props.axes}>{(axis) => <Formula tex={line(axis)} />}</For>
    </Fitted>
  )
}
