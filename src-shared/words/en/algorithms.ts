/** Lines that several methods have. */
const rest = 'The gradient is 0: no direction leads down, so the point stays.'
const downhill = 'Search direction: steepest descent, −∇f.'
const slope = 'Slope at α = 0 of φ(α) = f(x + αp), which is f along this direction; negative: f decreases.'
const first = 'Length tried first: it moves the point by d₀.'
const guess =
  'Length tried first: to first order, f would decrease as much as in the previous step; at most 10 times the previous length.'
const enough = 'Length accepted: the first with a sufficient decrease of f, at least c₁ times what the slope predicts.'
const move = 'Move by this length along the search direction.'
const none =
  'No step with a sufficient decrease of f was found: the point stays and the run ends. Close to a minimum this is the limit of 16 digits.'
const search = {
  enough: 'Condition 1: sufficient decrease of f, at least c₁ times what the slope predicts.',
  flat: 'Condition 2: the slope is, in size, at most c₂ times what it was. A length that satisfies both is accepted.',
  lowest:
    'No length tried satisfies both conditions: of those with sufficient decrease, the one with the lowest f is accepted.',
  move,
  none
}
const change = {
  s: 'Change of the point.',
  y: 'Change of the gradient over this step: it gives the curvature along s.',
  skip: 'The curvature along s is not positive: this step is not used.'
}
const curvature = {
  'no-hessian': 'The second derivatives are not finite here: this step uses the gradient alone.',
  hessian:
    'Hessian matrix at the point; where it is positive definite (f curves upwards in every direction), it is used as it is.',
  indefinite: 'Hessian matrix at the point: not positive definite.',
  level: 'The Hessian is 0 here: the shift is 1.',
  shift: 'If needed, a shift makes every eigenvalue positive: the smallest at least δ times ‖B‖.',
  shifted: 'The shifted matrix is positive definite.',
  newton: 'Newton step: to the minimum of the quadratic model with this gradient and Hessian.'
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
    armijo: 'Moves along −∇f and shortens each step until f decreases sufficiently (backtracking, Armijo condition).',
    wolfe:
      'Moves along −∇f to a point of that line that is low and almost level (line search, strong Wolfe conditions). The zigzag of gradient descent remains.',
    conjugate: 'Combines −∇f with the previous direction, so that a step does not undo the progress of earlier ones.',
    bfgs: 'Estimates the curvature from changes of the gradient and aims at the minimum of the quadratic model (quasi-Newton method).',
    lbfgs: 'BFGS that stores only the last few steps instead of a full matrix: suited to many variables.',
    newton:
      'Aims at the minimum of the quadratic model from second derivatives, and shortens the step until f decreases sufficiently. Second derivatives are always exact.',
    'trust-region':
      'Like Newton, but only within the radius in which the quadratic model is trusted (dogleg). Second derivatives are always exact.',
    'nelder-mead':
      'Moves a simplex – in the plane a triangle – by comparing values of f only. It uses no gradient, and may stop where there is no minimum.'
  },
  lines: {
    armijo: { rest, downhill, slope, enough, move, none },
    wolfe: { rest, downhill, slope, first, guess, ...search },
    conjugate: {
      rest,
      beta: 'How much of the previous direction is kept; never negative (Polak–Ribière+).',
      direction: 'Search direction: −∇f plus β times the previous direction.',
      downhill: 'Search direction: steepest descent, −∇f, because no previous direction is of use.',
      slope,
      first,
      guess,
      ...search
    },
    bfgs: {
      rest,
      'quasi-newton':
        'Search direction: to the minimum of the quadratic model. H approximates the inverse of the Hessian.',
      downhill: 'Search direction: steepest descent, −∇f, because the curvature is not known yet.',
      slope,
      first,
      guess,
      ...search,
      ...change,
      scale: 'Initial H: the curvature just found, used for every direction.',
      rho: 'Reciprocal of the inner product of the two changes.',
      without: 'Matrix that removes what H contained about the direction s.',
      update: 'New H: the rest of the old one, and the new information about s. Now H y = s.'
    },
    lbfgs: {
      rest,
      explained:
        'First loop, from the newest stored step to the oldest: how much of the gradient step i accounts for. qᵢ is what the newer steps leave of it.',
      backward: 'What each step accounts for is subtracted from the gradient.',
      gamma: 'Inverse curvature of the last step, used for all that no stored step accounts for.',
      corrected:
        'Second loop, from the oldest to the newest: what step i still adds. rᵢ is γq plus what the older steps have added.',
      forward: 'Search direction: to the minimum of the quadratic model, as far as it is known.',
      downhill: 'Search direction: steepest descent, −∇f, because the curvature is not known yet.',
      slope,
      first,
      guess,
      ...search,
      ...change,
      keep: 'Stored: the changes s and y of the last steps, one per row, the oldest first.'
    },
    newton: { rest, ...curvature, downhill, slope, enough, move, none },
    'trust-region': {
      rest,
      ...curvature,
      inside: 'If the minimum of the quadratic model lies within the radius, the trial step goes there.',
      cauchy: 'Minimum of the quadratic model along steepest descent.',
      dogleg:
        'The minimum of the model lies outside: the trial step goes first to that point, then towards the minimum, up to the radius.',
      edge: 'If that point lies outside too, the trial step goes along steepest descent, up to the radius.',
      ratio:
        'Actual decrease of f relative to that predicted by the model m(p) = f(x) + ∇fᵀp + ½ pᵀBp: 1 is a perfect prediction.',
      shrink: 'If the prediction is poor, the radius is reduced.',
      grow: 'If it is good and the step ended at the radius, the radius is enlarged.',
      move: 'If f decreases by enough of what was predicted, the step is accepted.',
      none
    },
    'nelder-mead': {
      simplex: 'First simplex: the start, and one vertex along each coordinate axis.',
      centre: 'Centroid of all vertices but the worst, w.',
      reflect: 'Reflection: the worst vertex is reflected through the centroid.',
      expand: 'Expansion: if that is better than every vertex, twice as far is tried.',
      'take-expanded': 'If the farther point is better still, it replaces the worst vertex.',
      'take-best': 'If not, the reflected point replaces the worst vertex.',
      'take-reflected': 'If the reflected point would be neither the best nor the worst, it replaces the worst vertex.',
      'contract-outside': 'Contraction: if it is better than the worst vertex only, half as far is tried.',
      'contract-inside':
        'Contraction: if it is no better than the worst vertex, the midpoint between that and the centroid is tried.',
      'take-contracted': 'If this point is better, it replaces the worst vertex.',
      shrink: 'Shrink: if nothing better was found, all vertices move halfway to the best one.',
      best: 'The point shown is the best vertex.'
    }
  }
}
