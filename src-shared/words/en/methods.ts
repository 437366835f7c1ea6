/** Names of methods, conventions and settings, with their meaning. Keys are the ids in `src-shared/methods`. */
export const methods = {
  names: {
    descent: 'Gradient descent',
    momentum: 'Momentum',
    adagrad: 'AdaGrad',
    adam: 'Adam'
  },
  /** What sets the method apart, in a sentence. */
  meanings: {
    descent: 'Moves against the gradient, by the learning rate times the gradient.',
    momentum: 'Keeps part of its velocity, like a ball rolling downhill.',
    adagrad: 'Moves less in each coordinate, the more slope it has met there so far.',
    adam: 'Keeps a mean of the gradient and of its square, and moves by about the learning rate in each coordinate.'
  },
  /** The update rule can be written in two ways. */
  convention: 'Update rule',
  conventions: { book: 'textbook', library: 'PyTorch' },
  settings: {
    lr: { name: 'learning rate', meaning: 'How far a step goes for a given gradient.' },
    momentum: { name: 'momentum', meaning: 'How much of the velocity is kept in each step: 0 none, 1 all of it.' },
    beta1: { name: 'decay of the mean', meaning: 'How much of the mean of the gradient is kept in each step.' },
    beta2: {
      name: 'decay of the mean square',
      meaning: 'How much of the mean of the squared gradient is kept in each step.'
    },
    eps: { name: 'small constant', meaning: 'Keeps the denominator away from 0.' },
    lr_decay: {
      name: 'learning rate decay',
      meaning: 'How quickly the learning rate falls with the steps; 0: not at all.'
    }
  },
  /** What each line of a rule does, by the name it assigns. */
  lines: {
    descent: { x: 'Move against the gradient.' },
    momentum: {
      v: 'New velocity: what is kept of the old one, and a push against the gradient.',
      buf: 'Gradients gathered so far, older ones weaker.',
      x: 'Move.'
    },
    adagrad: {
      h: 'Squared gradients summed up so far.',
      rate: 'Learning rate of this step.',
      x: 'Move against the gradient, less where much slope has been met.'
    },
    adam: {
      m: 'Moving mean of the gradient.',
      v: 'Moving mean of the squared gradient.',
      rate: 'Learning rate of this step; makes up for means that began at 0.',
      x: 'Move by the mean gradient, measured against its usual size.'
    }
  },
  /** Names every rule may read. */
  terms: { x: 'coordinate', g: 'gradient', t: 'number of the step' }
}
