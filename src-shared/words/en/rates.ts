import type { Values } from '../../sentence'

/** Below the slider of the learning rate: what becomes of the run with other rates. */
export const rates = {
  /** What becomes of it; the range of rates stands before. */
  fates: {
    settles: 'converges within its steps',
    descends: 'gets lower, but is not there within its steps',
    oscillates: 'moves to and fro and does not settle',
    leaves: 'diverges, or leaves where f is defined',
    other: 'ends in another way, as at a saddle point, or cannot be told'
  },
  stretch: ({ from, to, fate }: Values) => `η from ${from} to ${to}: ${fate}`,
  single: ({ rate, fate }: Values) => `η ${rate}: ${fate}`,
  /** At the mark, and after the stretches. */
  limit: ({ limit }: Values) =>
    `Stability limit: η = ${limit}. Below it the rule settles at the minimum, above it does not.`,
  label: 'What becomes of the run with other learning rates',
  finding: 'What becomes of the run with other learning rates is being found out.'
}
