const times = (steps: number) => (steps === 1 ? '1 step' : `${steps} steps`)

/** How a run ended and what to make of it. Numbers that are not counts come as text, rounded by `words/verdict.ts`. */
export const runs = {
  /** Whole sentences, to be shown below a run. */
  verdict: {
    start: () => 'At the start: no step yet.',
    minimum: (v: { steps: number; point: string }) => `Converged in ${times(v.steps)}: minimum at ${v.point}.`,
    saddle: (v: { point: string }) =>
      `Held up near a saddle point, at ${v.point}: the gradient is almost 0, but f falls to the sides.`,
    maximum: (v: { point: string }) => `At rest at the maximum ${v.point}: the gradient is 0 there too.`,
    level: (v: { step: number }) =>
      `${v.step === 0 ? 'It' : `From step ${v.step} on it`} does not move: f is level here, the gradient is 0.`,
    flat: (v: { taken: number }) =>
      `Ended after ${times(v.taken)} on a plateau: the gradient is almost 0, so the steps are tiny.`,
    rounded: (v: { taken: number }) =>
      `Ended after ${times(v.taken)} without effect: they are so small that in 16 digits f does not change.`,
    zigzag: (v: { taken: number }) => `Ended after ${times(v.taken)}: converging, but oscillating.`,
    bouncing: (v: { taken: number }) => `Ended after ${times(v.taken)}: oscillating without getting closer.`,
    growing: (v: { factor: string }) => `Diverging: ${v.factor} times farther with each step.`,
    'growing-bound': (v: { curvature: string; lr: string; factor: string }) =>
      `Diverging: |1 − ${v.curvature}×${v.lr}| = ${v.factor} > 1. Below 1 it converges.`,
    'growing-down': (v: { factor: string }) =>
      `Ever faster downhill: ${v.factor} times farther with each step. f has no minimum in this direction.`,
    'growing-up': (v: { taken: number }) => `Ended after ${times(v.taken)}: f is higher than at the start.`,
    diverged: (v: { step: number }) => `Diverged at step ${v.step}.`,
    'left-domain': (v: { step: number }) => `Stopped at step ${v.step}: f or its gradient is not defined there.`,
    overflow: (v: { step: number }) => `Stopped at step ${v.step}: f or its gradient is too large to compute there.`,
    descending: (v: { taken: number }) => `Ended after ${times(v.taken)}: not converged yet (f is decreasing).`
  },
  /** A remedy that was really run, and the label of its button. */
  suggestion: (v: { lr: string; steps: number }) => `Learning rate ${v.lr} converges in ${times(v.steps)} (checked).`,
  'suggestion-longer': (v: { lr: string; steps: number }) =>
    `Learning rate ${v.lr} converges, but needs ${times(v.steps)} (checked).`,
  apply: (v: { lr: string }) => `Use ${v.lr}`
}
