import { en, type Words } from './en/index'
import { ja } from './ja/index'

export type { Words }

const all = { ja, en } satisfies Readonly<Record<string, Words>>

export type Language = keyof typeof all

export const words: Readonly<Record<Language, Words>> = all

/** The languages the program speaks. */
export const languages = Object.keys(all) as readonly Language[]
