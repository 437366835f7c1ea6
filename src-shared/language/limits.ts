/**
 * Bounds of what is read at all: characters of text; how deep signs, powers, calls and brackets may nest; terms of a
 * series, and numbers and names in all series of a formula, written out; and the index of a name.
 */
export const limits = { characters: 20_000, depth: 500, terms: 1000, writtenOut: 20_000, index: 999_999 } as const
