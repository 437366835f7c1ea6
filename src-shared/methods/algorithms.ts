import type { Algorithm } from './method'

/** The methods with code of their own, in the order they are offered. */
export const algorithms: readonly Algorithm[] = []
