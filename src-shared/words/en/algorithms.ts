/** Lines that several methods have. */
const rest = 'The gradient is 0: no way leads down, the point stays.'
const downhill = 'Direction: straight against the gradient.'
const slope = 'Slope of φ(α) = f(x + αp), which is f along this direction, at the start; below 0: f falls.'
const first = 'Length of the very first trial: so far that the point moves by d₀.'
const guess =
  'Length tried first: f would fall as much as in the step before; at most ten times the length of that step.'
const enough =
  'The length taken is the first with which f falls enough: by at least the share c₁ of what the slope promises.'
const move = 'Move by this length along the direction.'
const none =
  'No step was found with which f falls enough: the point stays, and the run ends. Close to a minimum 16 digits allow no more.'
const search = {
  enough: 'First condition: f falls enough, by at least the share c₁ of what the slope promises.',
  flat: 'Second condition: what is left of the slope is at most the share c₂. A length that meets both is taken.',
  lowest:
    'None of the lengths tried meets both conditions: the one with the lowest f is taken, and f falls enough there.',
  move,
  none
}
const change = {
  s: 'How the point has changed.',
  y: 'How the gradient has changed on the way: this tells the curvature along s.',
  skip: 'f does not curve upwards along s: nothing is learnt from this step.'
}
const curvature = {
  'no-hessian': 'The second derivatives are not finite here: this step goes by the gradient alone.',
  hessian: 'Second derivatives at the point, used as they are where f curves upwards in every direction.',
  indefinite: 'Second derivatives at the point: f does not curve upwards in every direction.',
  level: 'f does not curve at all here: the shift is 1.',
  shift: 'Where needed, a shift makes every curvature positive: the least at least the share δ of the largest, ‖B‖.',
  shifted: 'After the shift they describe a bowl.',
  newton: 'Way to the lowest point of the bowl that has this slope and these second derivatives.'
}

/** The methods with code of their own: part of the words of the methods. */
export const algorithms = {
  names: {
    armijo: 'Descent (Armijo)',
    wolfe: 'Descent (Wolfe)',
    conjugate: 'Conjugate gradient',
    bfgs: 'BFGS',
    lbfgs: 'L-BFGS',
    newton: 'Newton',
    'trust-region': 'Trust region',
    'nelder-mead': 'Nelder–Mead'
  },
  meanings: {
    armijo:
      'Moves against the gradient, and shortens each step until f falls enough (backtracking, Armijo’s condition).',
    wolfe:
      'Moves against the gradient, and looks along that line for a place that is low and almost level (strong Wolfe conditions). The zigzag of gradient descent remains.',
    conjugate: 'Bends each direction by the one before, so that a step does not undo what earlier steps gained.',
    bfgs: 'Learns the curvature from how the gradient changes, and aims at the bottom of the bowl (quasi-Newton method).',
    lbfgs: 'BFGS that keeps only the last few steps instead of a whole matrix: made for many variables.',
    newton:
      'Aims at the bottom of the bowl that second derivatives give, and shortens the step until f falls enough. Second derivatives are always exact.',
    'trust-region':
      'As Newton, but only as far as the bowl has been a good picture of f (dogleg). Second derivatives are always exact.',
    'nelder-mead':
      'Moves a simplex – in the plane a triangle – by comparing values of f. It does not use the gradient, and may stop where there is no minimum.'
  },
  settings: {
    initial: { name: 'first length', meaning: 'What each step multiplies the gradient by in its first trial.' },
    shrink: { name: 'shortening', meaning: 'What a length that was too long is multiplied by.' },
    c1: { name: 'sufficient decrease', meaning: 'The share of what the slope promises that f must fall by.' },
    c2: { name: 'flatness', meaning: 'The share of the slope that may be left; small: an almost exact line search.' },
    reach: { name: 'first distance', meaning: 'How far the very first trial moves the point.' },
    memory: { name: 'steps remembered', meaning: 'How many of the last steps tell of the curvature.' },
    delta: {
      name: 'least curvature',
      meaning: 'Where f does not curve upwards, its curvature is shifted to at least this share of the largest.'
    },
    radius: { name: 'first radius', meaning: 'How far the bowl is trusted at first.' },
    radius_max: { name: 'largest radius', meaning: 'A step never goes farther than this.' },
    eta: {
      name: 'acceptance',
      meaning: 'A step is taken if f falls by more than this share of what the bowl foretells.'
    },
    size: { name: 'first edge', meaning: 'How long the edges of the first simplex are, along each coordinate.' }
  },
  lines: {
    armijo: { rest, downhill, slope, enough, move, none },
    wolfe: { rest, downhill, slope, first, guess, ...search },
    conjugate: {
      rest,
      beta: 'How much of the last direction is kept, never less than none (Polak–Ribière+).',
      direction: 'Direction: against the gradient, bent by the last direction.',
      downhill: 'Direction: straight against the gradient, as there is no direction before that helps.',
      slope,
      first,
      guess,
      ...search
    },
    bfgs: {
      rest,
      'quasi-newton': 'Direction: to the bottom of the bowl, as far as it is known. H stands for the inverse Hessian.',
      downhill: 'Direction: straight against the gradient, as nothing is known of the curvature yet.',
      slope,
      first,
      guess,
      ...search,
      ...change,
      scale: 'A first H: the curvature just met, in every direction.',
      rho: 'One over the product of both changes.',
      without: 'Takes out what H has known of the direction s.',
      update: 'New H: what is left of the old one, and what has just been learnt of s. Now H y = s.'
    },
    lbfgs: {
      rest,
      explained:
        'First loop, over the remembered steps from the newest (i) to the oldest: how much of the gradient each explains. qᵢ is what the newer ones left of it.',
      backward: 'What each explains is taken out of the gradient.',
      gamma: 'Inverse curvature of the last step, for all that the remembered steps do not explain.',
      corrected:
        'Second loop, from the oldest to the newest: what each still adds. rᵢ begins as γq, and has what the older ones added.',
      forward: 'Direction: to the bottom of the bowl, as far as it is known.',
      downhill: 'Direction: straight against the gradient, as nothing is known of the curvature yet.',
      slope,
      first,
      guess,
      ...search,
      ...change,
      keep: 'What is remembered: the changes s and y of the last steps, a row each, the oldest first.'
    },
    newton: { rest, ...curvature, downhill, slope, enough, move, none },
    'trust-region': {
      rest,
      ...curvature,
      inside: 'If the bottom of the bowl lies within the radius, that is the step to try.',
      cauchy: 'Lowest point of the bowl straight against the gradient.',
      dogleg:
        'The bottom lies outside the radius: the step to try goes first to that point, then towards the bottom, up to the radius.',
      edge: 'If that point lies outside too, the step to try goes straight against the gradient, up to the radius.',
      ratio: 'How far f really falls, beside what the bowl m(p) = f(x) + ∇fᵀp + ½ pᵀBp foretells: 1 is perfect.',
      shrink: 'If the bowl is a poor picture of f, the radius shrinks.',
      grow: 'If it is a good picture, and the step ended at the edge, the radius grows.',
      move: 'If f falls by enough of what was foretold, the step is taken.',
      none
    },
    'nelder-mead': {
      simplex: 'The first simplex: the start, and one corner along each coordinate.',
      centre: 'Middle of all corners but the worst, w.',
      reflect: 'The worst corner is mirrored at the middle.',
      expand: 'If that is better than all, twice as far is tried.',
      'take-expanded': 'If the far point is better still, it replaces the worst corner.',
      'take-best': 'If not, the mirrored point replaces the worst corner.',
      'take-reflected': 'If the mirrored point would be neither the best nor the worst, it replaces the worst corner.',
      'contract-outside': 'If it is hardly better than the worst, half as far is tried.',
      'contract-inside': 'If it is no better than the worst, half the way back towards that is tried.',
      'take-contracted': 'If this point is better, it replaces the worst corner.',
      shrink: 'If nothing better was found, all corners move half way to the best one.',
      best: 'The point shown is the best corner.'
    }
  }
}
