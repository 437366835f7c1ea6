/** Names that functions have in the schools of other countries, and in other programs. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['tg', 'tan'],
  ['ctg', 'cot'],
  ['cotg', 'cot'],
  ['arctg', 'atan'],
  ['arcctg', 'acot'],
  ['sen', 'sin'],
  ['sh', 'sinh'],
  ['ch', 'cosh'],
  ['th', 'tanh'],
  ['root', 'sqrt']
])

/** What a function that goes by this name elsewhere is called here. */
export function namedElsewhere(word: string): string | undefined {
  return elsewhere.get(word.toLowerCase())
}

/** The word nearest to a mistyped one, or undefined if none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return near(word, candidates)[0]
}

/** The words near a mistyped one, nearest first: one slip in short words, two from six letters on. */
export function near(word: string, candidates: Iterable<string>): readonly string[] {
  const least = word.length <= 5 ? 1 : 2
  // With another letter a very short word is another word: `det` is not `dot`.
  const replacing = word.length <= 3 ? 2 : 1
  const typed = word.toLowerCase()
  return [...candidates]
    .filter((candidate) => Math.abs(candidate.length - word.length) <= least)
    .map((candidate) => ({ candidate, slips: distance(typed, candidate.toLowerCase(), replacing) }))
    .filter(({ slips }) => slips <= least)
    .sort((a, b) => a.slips - b.slips)
    .map(({ candidate }) => candidate)
}

/**
 * How many letters were left out, put in, replaced or swapped with their neighbour: the restricted edit distance of
 * Damerau (1964), row by row; a letter replaced may count more.
 */
function distance(a: string, b: string, replacing: number): number {
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : replacing
      let least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (older[j - 2] ?? 0) + 1)
      row.push(least)
    }
    older = old
    old = row
  }
  return old[b.length] ?? 0
}
