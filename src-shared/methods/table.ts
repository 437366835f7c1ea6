import { algorithms } from './algorithms'
import type { Convention } from './convention'
import { fixedRateMethods } from './fixed-rate'
import { isFixedRate, type Method } from './method'

/** Every method, one row a convention. Order: as offered. */
export const methods: readonly Method[] = [...fixedRateMethods, ...algorithms]

/** The row of a method in a convention, or undefined if there is none: also for `__proto__` and the like. */
export function methodNamed(id: string, convention: string): Method | undefined {
  return methods.find((method) => method.id === id && method.convention === convention)
}

/** The ids of all methods, each once, in the order they are offered. */
export const methodIds: readonly string[] = [...new Set(methods.map((method) => method.id))]

/** The conventions a method exists in, the book's first. Empty for an unknown method. */
export function conventionsOf(id: string): readonly Convention[] {
  return methods.filter((method) => method.id === id).map((method) => method.convention)
}

/** Of these methods the rules of both conventions lead along the same way, with the same settings, while η stays. */
const sameWay: readonly string[] = ['momentum', 'nesterov']
export const isSameWay = (id: string): boolean => sameWay.includes(id)

/** Whether the conventions of a method have different rules, so that it is worth saying which one is meant. */
export function conventionMatters(id: string): boolean {
  const rules = methods
    .filter((method) => method.id === id)
    .map((row) => JSON.stringify(isFixedRate(row) ? row.rule : row.lines))
  return new Set(rules).size > 1
}
