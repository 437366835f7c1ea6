/** Names of functions in other countries and in other programs. */
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

/** The name here of a function that has this name elsewhere. */
export function namedElsewhere(word: string): string | undefined {
  return elsewhere.get(word.toLowerCase())
}

/** The word nearest to a mistyped one; undefined if none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return near(word, candidates)[0]
}

/** The words near a mistyped one, nearest first: at edit distance 1, or up to 2 from six letters on. */
export function near(word: string, candidates: Iterable<string>): readonly string[] {
  const maxDistance = word.length <= 5 ? 1 : 2
  // Replacing a letter of a very short word makes another word: `det` is not `dot`.
  const replacing = word.length <= 3 ? 2 : 1
  const typed = word.toLowerCase()
  return [...candidates]
    .filter((candidate) => Math.abs(candidate.length - word.length) <= maxDistance)
    .map((candidate) => ({ candidate, distance: editDistance(typed, candidate.toLowerCase(), replacing) }))
    .filter(({ distance }) => distance <= maxDistance)
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate)
}

/**
 * Restricted Damerau–Levenshtein distance (Damerau 1964), row by row: insertions, deletions and transpositions cost 1,
 * substitutions `replacing`.
 */
function editDistance(a: string, b: string, replacing: number): number {
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : replacing
      let cost = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (older[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    older = old
    old = row
  }
  return old[b.length] ?? 0
}
