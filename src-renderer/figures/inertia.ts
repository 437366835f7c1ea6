import { parse } from '@shared/language/parser'
import { valueAt } from '@shared/language/value'
import { type FixedRate, symbolsOf } from '@shared/methods/method'
import type { StepReport } from '@shared/protocol'

/** For one coordinate: what every name of the rule was worth when its last line was done. */
export function worthAtEnd({ lines }: StepReport, axis: number): ReadonlyMap<string, number> {
  const worth = new Map<string, number>()
  for (const { target, operands, result } of lines) {
    for (const [name, values] of Object.entries(operands)) worth.set(name, values[axis] ?? Number.NaN)
    worth.set(target, result[axis] ?? Number.NaN)
  }
  return worth
}

/**
 * For one coordinate: by what the rule multiplied a move besides learning rate and division; null where by nothing, or
 * where its formula reads what the rule has not told.
 */
export function factorOf(method: FixedRate, { lines }: StepReport, axis: number): number | null {
  if (method.factor === undefined) return null
  const first = new Map<string, number>()
  const note = (name: string, values: readonly number[]) => {
    if (!first.has(name)) first.set(name, values[axis] ?? Number.NaN)
  }
  for (const { target, operands, result } of lines) {
    for (const [name, values] of Object.entries(operands)) note(name, values)
    note(target, result)
  }
  const worth = valueAt(parse(method.factor, { names: Object.keys(symbolsOf(method)) }).tree, first)
  return worth === 1 || Number.isNaN(worth) ? null : worth
}

/** A share of a move that is smaller is none. */
const rounding = 1e-12

/**
 * The part of a step that the memory alone made, per coordinate; the rest is the share of this step's gradient. Null for
 * a method without inertia.
 */
export function inertiaOf(method: FixedRate, report: StepReport): readonly number[] | null {
  if (method.inertia === undefined) return null
  const { tree } = parse(method.inertia, { names: Object.keys(symbolsOf(method)) })
  return report.before.point.map((start, axis) => {
    const part = valueAt(tree, worthAtEnd(report, axis))
    // The gradient's share is taken out again: of nothing remembered, rounding may be left.
    const isRounding = Math.abs(part) <= rounding * Math.abs((report.after.point[axis] ?? Number.NaN) - start)
    return isRounding ? 0 : part
  })
}
