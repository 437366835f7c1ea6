import { resolve } from 'node:path'

/** What the program was started to do. */
export type Launch =
  | { readonly kind: 'window'; readonly file: string | null }
  | { readonly kind: 'render'; readonly words: readonly string[] }

/**
 * Reads the command line. `program` is the folder the runtime was told to run; null in an installed program, which
 * is its own. Switches before the first word, and any where no `render` follows, belong to the runtime.
 */
export function launch(argv: readonly string[], program: string | null, folder: string): Launch {
  const isProgram = (word: string) => !word.startsWith('-') && resolve(folder, word) === program
  const place = program === null ? 0 : argv.findIndex(isProgram)
  const own = place < 0 ? [] : argv.slice(place + 1)
  const first = own.findIndex((word) => !word.startsWith('-'))
  if (own[first] === 'render') return { kind: 'render', words: own.slice(first + 1) }
  const file = own[first]
  return { kind: 'window', file: file === undefined ? null : resolve(folder, file) }
}
