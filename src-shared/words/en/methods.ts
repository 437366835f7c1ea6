import { algorithms } from './algorithms'
import { settings } from './settings'

/** Names of methods, conventions and settings, with their meaning. Keys are the ids in `src-shared/methods`. */
export const methods = {
  names: {
    descent: 'Gradient descent',
    momentum: 'Momentum',
    nesterov: 'Nesterov',
    adagrad: 'AdaGrad',
    rmsprop: 'RMSprop',
    adadelta: 'AdaDelta',
    adam: 'Adam',
    adamw: 'AdamW',
    adamax: 'AdaMax',
    nadam: 'NAdam',
    radam: 'RAdam',
    ...algorithms.names
  },
  /** What sets the method apart, in a sentence. */
  meanings: {
    descent: 'Moves against the gradient, by the learning rate times the gradient.',
    momentum: 'Keeps part of its velocity, like a ball rolling downhill.',
    nesterov: 'Momentum that looks ahead: the gradient counts where the velocity is about to carry the point.',
    adagrad: 'Moves less in each coordinate, the more slope it has met there so far.',
    rmsprop: 'Divides the gradient by its usual size of late, in each coordinate, so that old slopes are forgotten.',
    adadelta: 'Measures its steps by its own earlier steps, so that hardly any learning rate needs to be chosen.',
    adam: 'Keeps a mean of the gradient and of its square, and moves by about the learning rate in each coordinate.',
    adamw: 'Adam that also draws each coordinate towards 0 by a fixed share, apart from the gradient (weight decay).',
    adamax: 'Adam that measures the mean gradient against the largest one of late instead of the mean square.',
    nadam: 'Adam that looks ahead, as Nesterov does for momentum.',
    radam: 'Adam that takes its first steps without dividing by the mean square, until that can be relied on.',
    ...algorithms.meanings
  },
  /** What kind of method it is: headings of the list. */
  families: {
    gradient: 'Gradient alone',
    momentum: 'With momentum',
    adaptive: 'A rate for each coordinate',
    search: 'With line search',
    curvature: 'With curvature',
    simplex: 'Without gradient'
  },
  /** The update rule can be written in two ways. */
  convention: 'Update rule',
  conventions: { book: 'textbook', library: 'PyTorch' },
  /** How the learning rate changes with the steps, and what that is good for. */
  schedules: {
    names: {
      constant: 'Constant',
      step: 'Step decay',
      exponential: 'Exponential decay',
      inverse: '1/t decay',
      cosine: 'Cosine',
      warmup: 'Warm-up + cosine'
    },
    meanings: {
      constant: 'The learning rate stays the same.',
      step: 'It is multiplied by γ after every N steps.',
      exponential: 'It is multiplied by γ after every step.',
      inverse: 'It falls quickly at first, then ever more slowly, in the end as 1/t.',
      cosine: 'It falls along half a wave of the cosine within T steps, and stays there.',
      warmup: 'It rises evenly from small in the first W steps, then falls along the cosine within T steps.'
    }
  },
  settings,
  /** What each line of a rule does, by the name it assigns. */
  lines: {
    descent: { x: 'Move against the gradient.' },
    momentum: {
      v: 'New velocity: what is kept of the old one, and a push against the gradient.',
      buf: 'Gradients gathered so far, older ones weaker.',
      x: 'Move.'
    },
    nesterov: {
      v: 'New velocity: what is kept of the old one, and a push against the gradient.',
      buf: 'Gradients gathered so far, older ones weaker.',
      x: 'Move, as if the velocity had already carried the point on by one more step.'
    },
    adagrad: {
      h: 'Squared gradients summed up so far.',
      rate: 'Learning rate of this step.',
      x: 'Move against the gradient, less where much slope has been met.'
    },
    rmsprop: {
      h: 'Moving mean of the squared gradient.',
      buf: 'Gradients gathered so far, each measured against its usual size, older ones weaker.',
      x: 'Move against the gradient, measured against its usual size of late.'
    },
    adadelta: {
      s: 'Moving mean of the squared gradient.',
      delta: 'The gradient, measured against its usual size and brought to the usual size of the steps.',
      a: 'Moving mean of the squared steps.',
      x: 'Move.'
    },
    adam: {
      m: 'Moving mean of the gradient.',
      v: 'Moving mean of the squared gradient.',
      rate: 'Learning rate of this step; makes up for means that began at 0.',
      d: 'Usual size of the gradient; makes up for a mean that began at 0.',
      x: 'Move by the mean gradient, measured against its usual size.'
    },
    adamw: {
      shrunk: 'First the coordinate shrinks towards 0 by the weight decay.',
      m: 'Moving mean of the gradient.',
      v: 'Moving mean of the squared gradient.',
      rate: 'Learning rate of this step; makes up for a mean that began at 0.',
      d: 'Usual size of the gradient; makes up for a mean that began at 0.',
      x: 'From there, move by the mean gradient, measured against its usual size.'
    },
    adamax: {
      m: 'Moving mean of the gradient.',
      u: 'The largest gradient so far, older ones weaker.',
      rate: 'Learning rate of this step; makes up for a mean that began at 0.',
      x: 'Move by the mean gradient, measured against the largest one.'
    },
    nadam: {
      mu: 'Momentum of this step.',
      mu_next: 'Momentum of the next step.',
      P: 'Product of the momenta so far; makes up for a mean that began at 0.',
      m: 'Moving mean of the gradient.',
      v: 'Moving mean of the squared gradient.',
      d: 'Usual size of the gradient; makes up for a mean that began at 0.',
      rate_g: 'Learning rate for the gradient of this step.',
      rate_m: 'Learning rate for the mean, as the next step will use it.',
      x: 'Move by the gradient and by its mean, both measured against the usual size.'
    },
    radam: {
      m: 'Moving mean of the gradient.',
      v: 'Moving mean of the squared gradient.',
      m_hat: 'The mean, made up for having begun at 0.',
      rho_inf: 'How many gradients the mean square rests on in the end.',
      rho_t: 'How many gradients the mean square rests on by now.',
      r: 'How far the mean square can be relied on: 1 fully, 0 not at all (with 5 gradients or fewer).',
      scale: 'What the mean is multiplied by: 1 as long as the mean square is not used.',
      x: 'Move by the mean gradient.'
    },
    ...algorithms.lines
  },
  /** Names every rule may read. */
  terms: { x: 'coordinate', g: 'gradient', t: 'number of the step' }
}
