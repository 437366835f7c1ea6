/**
 * Maximum size of what is parsed: characters of text; levels of nesting of signs, powers, calls and brackets; terms of
 * a series; numbers and names of all series of a formula, expanded; and the index of a name.
 */
export const limits = { characters: 20_000, depth: 500, terms: 1000, expanded: 20_000, index: 999_999 } as const
