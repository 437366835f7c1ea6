const count = (steps: number) => steps.toLocaleString('en')
const times = (steps: number) => (steps === 1 ? '1 step' : `${count(steps)} steps`)
/** That it has converged shows only where it stays, in some more steps. */
const stays = ({ steps, room }: { steps: number; room: number }) =>
  room > steps ? `checked: it stays there until step ${count(room)}` : 'checked'

/** How a run ended and what to make of it. Numbers that are not counts come as text, rounded by `words/verdict.ts`. */
export const runs = {
  /** Whole sentences, to be shown below a run. */
  verdict: {
    start: () => 'At the start: no step yet.',
    minimum: (v: { steps: number; point: string }) => `Converged in ${times(v.steps)}: minimum at ${v.point}.`,
    inflection: (v: { point: string }) =>
      `Held up near an inflection point, at ${v.point}: the gradient is almost 0, but f falls on behind it.`,
    saddle: (v: { point: string }) =>
      `Held up near a saddle point, at ${v.point}: the gradient is almost 0, but f falls to the sides.`,
    maximum: (v: { point: string }) => `At rest at the maximum ${v.point}: the gradient is 0 there too.`,
    level: (v: { step: number }) =>
      `${v.step === 0 ? 'It' : `From step ${count(v.step)} on it`} does not move: f is level here, the gradient is 0.`,
    flat: (v: { taken: number }) =>
      `Ended after ${times(v.taken)} on a plateau: the gradient is almost 0, so the steps are tiny.`,
    rounded: (v: { taken: number }) =>
      `Ended after ${times(v.taken)} without effect: they are so small that in 16 digits f does not change.`,
    zigzag: (v: { taken: number }) => `Ended after ${times(v.taken)}: converging, but oscillating.`,
    bouncing: (v: { taken: number }) => `Ended after ${times(v.taken)}: oscillating without getting closer.`,
    noisy: (v: { taken: number }) =>
      `Ended after ${times(v.taken)}: wandering around a minimum. The noise in the gradient keeps it from settling.`,
    drifting: (v: { taken: number }) =>
      `Ended after ${times(v.taken)}: drifting to and fro with the noise, since the gradient is no larger than that.`,
    kink: (v: { point: string }) =>
      `Held up at a kink, at ${v.point}: f is not smooth here, and the search finds nothing lower.`,
    misled: (v: { taken: number }) =>
      `Ended after ${times(v.taken)}: the noise in the gradient misleads the search, and it finds no point where f is lower.`,
    pole: (v: { point: string }) => `Near ${v.point} f falls without bound: there is no minimum to converge to.`,
    edge: (v: { point: string }) => `Stopped at the edge of the domain, at ${v.point}: beyond it f is not defined.`,
    shifted: (v: { point: string }) =>
      `At rest at ${v.point}: the difference quotient is 0 there, but the gradient is not, since h is large.`,
    bottomless: (v: { taken: number }) =>
      `Ended after ${times(v.taken)}: f falls without end in this direction. It has no minimum there.`,
    leapt: (v: { step: number; point: string }) =>
      `Step ${count(v.step)} jumped across the pole of f at ${v.point}: beyond it f is higher than at the start.`,
    growing: (v: { factor: string }) => `Diverging: ${v.factor} times farther with each step.`,
    'growing-bound': (v: { curvature: string; lr: string; factor: string }) =>
      `Diverging: |1 − ${v.curvature}×${v.lr}| = ${v.factor} > 1. Below 1 it converges.`,
    'growing-down': (v: { factor: string }) =>
      `Ever faster downhill: ${v.factor} times farther with each step. f has no minimum in this direction.`,
    'growing-up': (v: { taken: number }) => `Ended after ${times(v.taken)}: f is higher than at the start.`,
    diverged: (v: { step: number }) => `Diverged at step ${count(v.step)}.`,
    'left-domain': (v: { step: number }) => `Stopped at step ${count(v.step)}: f or its gradient is not defined there.`,
    overflow: (v: { step: number }) =>
      `Stopped at step ${count(v.step)}: f or its gradient is too large to compute there.`,
    'zero-epsilon': (v: { step: number }) =>
      `Stopped at step ${count(v.step)}: where the gradient is 0 it is 0/0, since ε is 0. An ε above 0 avoids that.`,
    unchanged: (v: { taken: number }) => `Ended after ${times(v.taken)}: f is what it was at the start.`,
    descending: (v: { taken: number }) => `Ended after ${times(v.taken)}: not converged yet (f is decreasing).`
  },
  /** How it went, with the reason why it ended before its steps were over. */
  because: (v: { went: string; reason: string }) => `${v.went} ${v.reason}`,
  reasons: {
    'small-gradient': (v: { bound: string }) => `Stopped since ‖∇f‖ ≤ ${v.bound}.`,
    'small-step': (v: { bound: string }) => `Stopped since the last step was no longer than ${v.bound}.`,
    target: (v: { bound: string }) => `Stopped since f ≤ ${v.bound}.`,
    evaluations: (v: { count: string }) => `Stopped since all ${v.count} evaluations were spent.`,
    'line-search': () => 'Stopped since the search found nothing lower.',
    cancelled: () => 'Cancelled.'
  },
  reached: (v: { taken: number; bound: string }) => `Reached f ≤ ${v.bound} in ${times(v.taken)}.`,
  searched: (v: { taken: number }) =>
    `Ended after ${times(v.taken)}: the search finds no point where f is lower in 16 digits.`,
  /** What a remedy changes, as the beginning of the sentences below. */
  changes: {
    lr: (v: { value: string }) => `Learning rate ${v.value}`,
    momentum: (v: { value: string }) => `Momentum ${v.value}`,
    eps: (v: { value: string }) => `ε = ${v.value}`,
    start: (v: { point: string }) => `The start ${v.point}`
  },
  /** A remedy that was really run, and the label of its button. */
  suggestion: (v: { change: string; steps: number }) => `${v.change} converges in ${times(v.steps)} (checked).`,
  'suggestion-longer': (v: { change: string; steps: number; room: number }) =>
    `${v.change} converges in ${times(v.steps)} (${stays(v)}).`,
  calmer: (v: { change: string; steps: number }) =>
    `${v.change} does not diverge: after ${times(v.steps)} f is lower than at the start (checked).`,
  continued: (v: { steps: number; room: number }) =>
    `With the same settings it converges in ${times(v.steps)} (${stays(v)}).`,
  apply: {
    value: (v: { value: string }) => `Use ${v.value}`,
    start: () => 'Start there',
    steps: (v: { room: number }) => `Take ${times(v.room)}`,
    'value-longer': (v: { value: string; room: number }) => `Use ${v.value}, ${times(v.room)}`,
    'start-longer': (v: { room: number }) => `Start there, ${times(v.room)}`
  }
}
