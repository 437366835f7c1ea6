import { en, type Words } from './en/index'
import { ja } from './ja/index'

export type { Words }

export type Language = 'ja' | 'en'

export const words: Readonly<Record<Language, Words>> = { ja, en }
