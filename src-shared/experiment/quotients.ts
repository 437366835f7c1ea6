/** A way in which the difference quotient is written down, and what comes out. */
export interface Quotient {
  readonly tex: string
  readonly value: number
  /** What is wrong with it, worded in `mistakes`; null: nothing. */
  readonly mistake: 'bracket-and-place' | 'place' | null
}

type Calculation = (f: (x: number) => number, a: number, h: number) => number

/** The often copied quotient, the same with its bracket mended, and the right one. */
const ways: readonly (Omit<Quotient, 'value'> & { readonly of: Calculation })[] = [
  {
    tex: 'f(a+h)-\\frac{f(h)}{h}',
    of: (f, a, h) => f(a + h) - f(h) / h,
    mistake: 'bracket-and-place'
  },
  {
    tex: '\\frac{f(a+h)-f(h)}{h}',
    of: (f, a, h) => (f(a + h) - f(h)) / h,
    mistake: 'place'
  },
  {
    tex: '\\frac{f(a+h)-f(a)}{h}',
    of: (f, a, h) => (f(a + h) - f(a)) / h,
    mistake: null
  }
]

/** What each way of writing it gives for f at a with the step size h. */
export function quotients(f: (x: number) => number, a: number, h: number): readonly Quotient[] {
  return ways.map(({ tex, of, mistake }) => ({ tex, value: of(f, a, h), mistake }))
}
