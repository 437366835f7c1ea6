/** The two ways a rule is written down: in the book, and in the library (PyTorch). */
export const conventions = ['book', 'library'] as const
export type Convention = (typeof conventions)[number]
