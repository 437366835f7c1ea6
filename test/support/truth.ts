import { appendFileSync } from 'node:fs'

/**
 * Checks against an independent oracle, in two lengths: a few cases that never change in `npm test`, many new ones in
 * `npm run truth`, which says with which seed to have the same again.
 */
const isLong = process.env['TRUTH'] === 'long'

/** How many cases to try. */
export const trials = (short: number, long: number): number => (isLong ? long : short)

/** The seed of all random cases. */
export const seed: number = Number(process.env['SEED'] ?? 20_261_201)

/** Uniform numbers from 0 to 1, the same for the same seed. Mulberry32, T. Ettinger's public-domain generator. */
export function uniform(from: number = seed): () => number {
  let state = from >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What the oracle says of one case: the program is right, says nothing definite, or is wrong – and how. */
export type Judgement = 'right' | 'untold' | { readonly wrong: string }

/** How a check went, with every case that went wrong. */
export interface Tally {
  readonly right: number
  readonly untold: number
  /** A line a case: the case as it can be tried again, and what was expected. */
  readonly wrong: readonly string[]
}

/**
 * Judges every case, prints the counts and the cases that went wrong with the seed, and hands the counts to
 * `npm run truth`, which writes them to docs/truth.md.
 * @param check what is checked, as it stands in that table
 * @param oracle what it is checked against
 */
export function tally<Case>(
  { check, oracle }: { check: string; oracle: string },
  cases: Iterable<Case>,
  judge: (one: Case) => Judgement
): Tally {
  const counts = { right: 0, untold: 0 }
  const wrong: string[] = []
  for (const one of cases) {
    const judgement = judge(one)
    if (typeof judgement === 'string') counts[judgement]++
    else wrong.push(judgement.wrong)
  }
  const { right, untold } = counts
  const line = `${check}: ${right} right, ${wrong.length} wrong, ${untold} untold (seed ${seed})`
  console.log([line, ...wrong.map((one) => `  ${one}`)].join('\n'))
  const report = process.env['TRUTH_REPORT']
  if (report) appendFileSync(report, `${JSON.stringify({ check, oracle, right, wrong: wrong.length, untold })}\n`)
  return { ...counts, wrong }
}
