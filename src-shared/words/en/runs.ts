import { countNumeral } from '../../numbers/numeral'

const times = (steps: number) => (steps === 1 ? '1 step' : `${countNumeral(steps)} steps`)
const followed = (steps: number) => `followed until step ${countNumeral(steps)}`
/** The number of steps that the button sets stands in the sentence too. */
const checked = ({ room, enough }: { room: number; enough: boolean }) =>
  enough ? 'checked' : `checked with ${times(room)}`

/** How a run ended and what to make of it. Numbers that are not counts come as text, rounded by `words/verdict.ts`. */
export const runs = {
  /** Whole sentences, to be shown below a run. */
  verdict: {
    start: () => 'At the start: no step yet.',
    unjudged: () => 'How it went was not judged to the end.',
    undecided: (v: { taken: number; point: string; size: string; until: number }) =>
      `Ended after ${times(v.taken)}: what becomes of it cannot be told. Until step ${countNumeral(v.until)} it stays within ${v.size} of ${v.point}.`,
    minimum: (v: { steps: number; point: string }) => `Converged in ${times(v.steps)}: minimum at ${v.point}.`,
    near: (v: { step: number; point: string; size: string; until: number }) =>
      `From step ${countNumeral(v.step)} on within ${v.size} of the minimum ${v.point} (${followed(v.until)}): at a constant rate this rule never quite settles.`,
    inflection: (v: { point: string }) =>
      `Held up at an inflection point, ${v.point}: the gradient is almost 0, but f falls on behind it.`,
    saddle: (v: { point: string }) =>
      `Held up at a saddle point, ${v.point}: the gradient is almost 0, but f is lower right beside it.`,
    maximum: (v: { point: string }) => `At rest at the maximum ${v.point}: the gradient is 0 there too.`,
    level: (v: { step: number }) =>
      `${v.step === 0 ? 'It' : `From step ${countNumeral(v.step)} on it`} does not move: f is level here, the gradient is 0.`,
    shifted: (v: { point: string }) =>
      `At rest at ${v.point}: the difference quotient is 0 there, but the gradient is not, since h is large.`,
    jump: (v: { point: string }) =>
      `At rest at ${v.point}: the gradient is 0, but right beside it f jumps to lower values, so it is no minimum.`,
    'two-points': (v: { point: string; size: string }) =>
      `To and fro between the two points ${v.point} ± ${v.size}: going on gets no closer.`,
    'to-and-fro': (v: { point: string; size: string }) =>
      `To and fro within ±${v.size} of ${v.point} (a cycle of 2 points): going on gets no closer.`,
    cycle: (v: { point: string; size: string; period: number }) =>
      `Round and round within ${v.size} of ${v.point} (a cycle of ${v.period} points): going on gets no closer.`,
    circling: (v: { point: string; size: string; until: number }) =>
      `Does not settle: it stays within ${v.size} of ${v.point} (${followed(v.until)}).`,
    noisy: (v: { point: string; size: string; until: number }) =>
      `Stays within ${v.size} of ${v.point} (${followed(v.until)}): the noise in the gradient keeps it from settling.`,
    growing: (v: { factor: string }) => `Diverging: ${v.factor} times farther with each step.`,
    bound: (v: { growing: string; bound: string; curvature: string }) =>
      `${v.growing} With a learning rate below ${v.bound} it converges (2 ÷ the steepest curvature, ${v.curvature}).`,
    'growing-until': (v: { until: number }) =>
      `Diverging: going on like this it is lost at step ${countNumeral(v.until)}.`,
    rising: () => 'Thrown off: f is higher than at the start, and going on does not bring it back.',
    diverged: (v: { step: number }) => `Diverged at step ${countNumeral(v.step)}.`,
    pole: (v: { point: string }) => `Near ${v.point} f falls without bound: it does not come to rest there.`,
    unbounded: (v: { taken: number }) => `Ended after ${times(v.taken)}: the way it went, f falls without end.`,
    'growing-down': (v: { factor: string }) =>
      `Ever faster downhill: ${v.factor} times farther with each step. This way f falls without end.`,
    'left-domain': (v: { step: number }) =>
      `Stopped at step ${countNumeral(v.step)}: f or its gradient is not defined there.`,
    leaving: (v: { step: number }) =>
      `Going on like this it comes at step ${countNumeral(v.step)} to where f or its gradient is not defined.`,
    overflow: (v: { step: number }) =>
      `Stopped at step ${countNumeral(v.step)}: f or its gradient is too large to compute there.`,
    epsilon: (v: { step: number }) =>
      `Stopped at step ${countNumeral(v.step)}: where the gradient is 0 it is 0/0, since ε is 0. An ε above 0 avoids that.`,
    edge: (v: { point: string }) => `Stopped at the edge of the domain, at ${v.point}: beyond it f is not defined.`,
    kink: (v: { point: string }) =>
      `Held up at a kink, at ${v.point}: f is not smooth here, and the search finds nothing lower.`,
    misled: (v: { taken: number }) =>
      `Ended after ${times(v.taken)}: the noise in the gradient misleads the search, and it finds no point where f is lower.`,
    missed: (v: { taken: number }) => `Ended after ${times(v.taken)}: the search gave up, though f is lower along −∇f.`,
    stuck: (v: { taken: number }) =>
      `Ended after ${times(v.taken)}: the search finds no point where f is lower in 16 digits.`,
    unmoved: (v: { step: number; taken: number }) =>
      v.step === 0
        ? `Ended after ${times(v.taken)} without effect: they are so small that in 16 digits f does not change.`
        : `From step ${countNumeral(v.step)} on without effect: the steps are so small that in 16 digits f does not change.`,
    'rate-gone': (v: { step: number }) =>
      `From step ${countNumeral(v.step)} on it does not move: the schedule has brought the learning rate to 0.`,
    slow: (v: { taken: number; until: number }) =>
      `Ended after ${times(v.taken)}: not converged, and f falls so slowly that it is not there at step ${countNumeral(v.until)} either.`,
    /** It got lower all the time, and later does not. */
    later: (v: { taken: number; point: string; size: string; until: number }) =>
      `Ended after ${times(v.taken)}: not converged yet. Going on, it stays within ${v.size} of ${v.point} and does not settle (${followed(v.until)}).`,
    descending: (v: { taken: number; settles: number | null }) =>
      `Ended after ${times(v.taken)}: not converged yet${v.settles === null ? '' : ` (it comes to rest at step ${countNumeral(v.settles)})`}.`
  },
  /** Of two valleys it is in the higher one. */
  higher: (v: { went: string; point: string }) => `${v.went} A lower minimum is known: ${v.point}.`,
  /** How it went, with the reason why it ended before its steps were over. */
  because: (v: { went: string; reason: string }) => `${v.went} ${v.reason}`,
  reasons: {
    'small-gradient': (v: { bound: string }) => `Stopped because ‖∇f‖ ≤ ${v.bound}.`,
    'small-step': (v: { bound: string }) => `Stopped because the last step was no longer than ${v.bound}.`,
    target: (v: { bound: string }) => `Stopped because f ≤ ${v.bound}.`,
    evaluations: (v: { count: string }) => `Stopped because all ${v.count} evaluations were spent.`,
    'line-search': () => 'Stopped because the search found nothing lower.',
    cancelled: () => 'Cancelled.'
  },
  reached: (v: { taken: number; bound: string }) => `Reached f ≤ ${v.bound} in ${times(v.taken)}.`,
  /** What a remedy changes, as the beginning of the sentences below. */
  changes: {
    lr: (v: { value: string }) => `Learning rate ${v.value}`,
    momentum: (v: { value: string }) => `Momentum ${v.value}`,
    eps: (v: { value: string }) => `ε = ${v.value}`,
    start: (v: { point: string }) => `The start ${v.point}`
  },
  /** The same as they stand on a button. */
  settings: {
    lr: (v: { value: string }) => `learning rate ${v.value}`,
    momentum: (v: { value: string }) => `momentum ${v.value}`,
    eps: (v: { value: string }) => `ε = ${v.value}`
  },
  /** A remedy that was really run, and the label of its button. */
  suggestion: (v: { change: string; steps: number; room: number; enough: boolean }) =>
    `${v.change} gets to a minimum in ${times(v.steps)} (${checked(v)}).`,
  calmer: (v: { change: string; steps: number }) =>
    `${v.change} does not diverge: after ${times(v.steps)} f is lower than at the start (checked).`,
  continued: (v: { steps: number; room: number }) =>
    `With the same settings it gets to a minimum in ${times(v.steps)} (${checked({ ...v, enough: false })}).`,
  apply: {
    value: (v: { value: string }) => `Use ${v.value}`,
    start: () => 'Start there',
    steps: (v: { room: number }) => `Take ${times(v.room)}`,
    'value-longer': (v: { setting: string; room: number }) => `Use ${v.setting} and ${times(v.room)}`,
    'start-longer': (v: { room: number }) => `Start there, ${times(v.room)}`
  }
}
