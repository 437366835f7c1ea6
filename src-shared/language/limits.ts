/** Bounds of what is read at all: characters of text, and how deep signs, powers, calls and brackets may nest. */
export const limits = { characters: 20_000, depth: 500 } as const
