/** Names of settings, with their meaning. Keys are the ids in `src-shared/methods` and the rows of `experiment/bounds.ts`. */
export const settings = {
  lr: { name: 'learning rate', meaning: 'How far a step goes for a given gradient.' },
  momentum: { name: 'momentum', meaning: 'How much of the velocity is kept in each step: 0 none, 1 all of it.' },
  rho: {
    name: 'mean-square decay',
    meaning:
      'How much of the mean of the squared gradient is kept in each step; the nearer to 1, the longer it remembers.'
  },
  beta1: { name: 'mean decay', meaning: 'How much of the mean of the gradient is kept in each step.' },
  beta2: {
    name: 'mean-square decay',
    meaning: 'How much of the mean of the squared gradient is kept in each step.'
  },
  eps: { name: 'small constant', meaning: 'Keeps the denominator away from 0.' },
  lr_decay: {
    name: 'rate decay',
    meaning: 'How quickly the learning rate falls with the steps; 0: not at all.'
  },
  weight_decay: {
    name: 'weight decay',
    meaning: 'Each step takes this share, times the learning rate, off each coordinate; 0: nothing.'
  },
  momentum_decay: {
    name: 'momentum growth',
    meaning: 'How quickly the momentum grows from half of β₁ to all of it; 0: it stays at half.'
  },
  gamma: { name: 'factor', meaning: 'What the learning rate is multiplied by; 1: it stays the same.' },
  every: { name: 'steps between', meaning: 'The learning rate falls after every so many steps.' },
  decay: { name: 'decay', meaning: 'After 1/δ steps the learning rate is half of what it was at first.' },
  period: { name: 'steps of the fall', meaning: 'After so many steps of the fall the learning rate stays as it is.' },
  final: { name: 'final share', meaning: 'What is left of the learning rate in the end: 0 nothing, 1 all of it.' },
  warmup: { name: 'warm-up steps', meaning: 'In so many steps the learning rate rises to its full value.' },
  initial: { name: 'first length', meaning: 'The factor of the gradient in the first trial of each step.' },
  shrink: { name: 'shrink factor', meaning: 'The factor of a length that was too long.' },
  c1: {
    name: 'sufficient decrease',
    meaning: 'The fraction of the decrease predicted by the slope that is required of f.'
  },
  c2: {
    name: 'curvature condition',
    meaning: 'The fraction of the slope that may remain; small: an almost exact line search.'
  },
  reach: { name: 'first distance', meaning: 'How far the first trial of the run moves the point.' },
  memory: { name: 'steps stored', meaning: 'How many of the last steps are used to estimate the curvature.' },
  delta: {
    name: 'minimum curvature',
    meaning:
      'Where the Hessian is not positive definite, its smallest eigenvalue is shifted to at least this fraction of the largest.'
  },
  radius: { name: 'first radius', meaning: 'How far the quadratic model is trusted at first.' },
  radius_max: { name: 'largest radius', meaning: 'No step is longer than this.' },
  eta: {
    name: 'acceptance',
    meaning: 'A step is accepted if f decreases by more than this fraction of the predicted decrease.'
  },
  size: { name: 'first edge', meaning: 'The length of the edges of the first simplex, along each coordinate axis.' },
  steps: { name: 'number of steps', meaning: 'How many steps each run takes, unless something ends it before.' },
  'noise.sigma': {
    name: 'standard deviation',
    meaning: 'How strong the noise on each coordinate of the gradient is; 0: there is none.'
  },
  'noise.seed': { name: 'seed', meaning: 'The same seed gives the same noise.' },
  'stop.gradient': { name: 'bound on ‖∇f‖', meaning: 'A run ends where the gradient is no longer than this.' },
  'stop.step': { name: 'bound on ‖Δx‖', meaning: 'A run ends after a step that is no longer than this.' },
  'stop.target': { name: 'bound on f', meaning: 'A run ends where f is at most this.' },
  'stop.evaluations': {
    name: 'number of evaluations',
    meaning: 'A run ends when it has spent so many evaluations of f, ∇f and Hessians (which count n times).'
  },
  'crowd.count': { name: 'number of starts', meaning: 'From how many starts the selected run goes.' },
  'crowd.radius': { name: 'distance from the start', meaning: 'How far the starts reach from the start of the run.' },
  'crowd.seed': { name: 'seed', meaning: 'The same seed gives the same starts.' }
}
