import { en } from './en/index'
import { ja } from './ja/index'

export type Language = 'ja' | 'en'

/** Every sentence the user can read, by topic. English defines the keys; the type system checks that Japanese has them all. */
export type Words = typeof en

export const words: Readonly<Record<Language, Words>> = { ja, en }
