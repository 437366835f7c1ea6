import type { ExampleId } from '../../experiment/examples'

/** Title, note and one thing to try of each built-in example, by its id. */
export const examples = {
  'descent-2d': {
    title: 'Gradient descent, two variables',
    note: 'From (4, 5) the point takes 15 steps opposite to the gradient, the direction of steepest ascent. With the learning rate 0.08 each step multiplies the distance to the minimum (0, 0) by 0.84. In NumPy an integer start np.array([4, 5]) wastes the first step: 4.0001 is truncated to 4, so the gradient comes out as 0 ([4.0, 5.0] avoids this).',
    tryThis: 'Change the learning rate to 0.5, 0.9 and 1.02 and compare how the point moves.'
  },
  'derivative-x2': {
    title: 'The derivative of x² and its tangent',
    note: 'The slope at x = 3 is approximated by that of the line through the points at 3 and 3.0001 (forward difference). The result, 6.0001, is very close to the true slope 6. A formula that is often copied has two mistakes: the position of a bracket, and f(h) in place of f(a).',
    tryThis: 'Reduce the step size h from 1 to 0.0001 and watch the secant approach the tangent.'
  },
  'partial-x2y2': {
    title: 'Partial derivatives of x² + y²',
    note: 'With two variables, one is held constant and only the other varies. With y constant the slice is a parabola, and its slope is the partial derivative with respect to x, 2x. With x constant it is the one with respect to y, 2y.',
    tryThis: 'Move the point and check that the tangents of the slices have the slopes 2x and 2y.'
  },
  'partial-quadratic': {
    title: 'Partial derivatives of 4x² + 4xy + 2y² + 5',
    note: 'For the partial derivative with respect to x, y is treated as a constant. 4x² becomes 8x, 4xy becomes 4y, and 2y² and 5 vanish because they do not contain x: 8x + 4y. In the same way, the one with respect to y is 4x + 4y.',
    tryThis:
      'At (1, −1) the partial derivative with respect to y is 0. See what the tangent of the slice looks like there.'
  },
  'surface-x2y2': {
    title: 'A surface as a wireframe',
    note: 'x² + y² drawn with lines only, 0.5 apart. The surface is a bowl, and the red point is its lowest point, the minimum (0, 0). There the slope is 0 in both directions.',
    tryThis: 'Rotate the surface and look at it from the side and from above.'
  },
  'descent-1d': {
    title: 'Gradient descent, one variable',
    note: 'From 8 the point takes 15 steps opposite to the slope. The length of each step is “learning rate 0.08 × slope”, so the steps get shorter near the minimum. After 15 steps it is at x = 0.585 and has not yet reached the minimum at 0.',
    tryThis: 'From the start 9 it reaches 0.658 in 15 steps. What happens with more steps?'
  },
  'descent-1d-grid': {
    title: 'Gradient descent, step by step',
    note: 'Gradient descent from 8, steps 0 to 15 in 16 small plots. The straight line is the tangent at the point. Near the minimum its slope approaches 0 and the steps get shorter.',
    tryThis: 'With the learning rate 0.5, in which plot is the minimum reached?'
  },
  'learning-rate': {
    title: 'Learning rates compared',
    note: 'Four runs from the same start that differ only in the learning rate η. On x² + y² each step multiplies the distance to the minimum by |1 − 2η|: by 0.84 for 0.08, which is slow; by 0 for 0.5, which arrives in one step; by 0.8 for 0.9, which oscillates as it converges; and by 1.04 for 1.02, which diverges.',
    tryThis: 'With the learning rate 1 the factor is |1 − 2| = 1. Predict how the point will move before you try.'
  },
  'two-minima': {
    title: 'A function with two valleys',
    note: 'From 0.3 the point descends into the shallow valley on the right, from 0 into the deep one on the left. Gradient descent uses only the slope at the current point, so it does not always find the deepest valley. The bottom of the shallow one is a local optimum.',
    tryThis: 'Start the selected run at 0.1 and at 0.15, and find the point that separates the two valleys.'
  },
  saddle: {
    title: 'A saddle point',
    note: 'A valley along x and a hill along y, in the shape of a saddle. From (2, 0) the slope along y is exactly 0, so the point moves along the ridge and approaches the saddle point (0, 0). If y is off by 0.01, each step multiplies that deviation by 1.2, and the point passes the saddle and descends.',
    tryThis:
      'Select the second run, set its start to (2, 0.0001) and the steps to 60. After how many steps does y exceed 1?'
  },
  plateau: {
    title: 'A plateau',
    note: 'The minimum is at x = 0, but far from it the function is almost flat. The length of each step is “learning rate × slope”, so where the slope is small the point hardly moves. From 6, even 60 steps move it by only 0.04.',
    tryThis: 'Move the start closer, to 3 and to 2, and compare how far the same 60 steps go.'
  },
  'book-derivative': {
    title: 'Textbook: numerical differentiation',
    note: 'The central difference is the slope of the line through the points h to the left and h to the right of a. The true slope of 0.01x² + 0.1x is 0.2 at x = 5 and 0.3 at x = 10. A computer keeps a limited number of digits, so the central difference shows a rounding error around the 12th decimal place.',
    tryThis: 'Reduce the step size h to 1e-10. Does the error shrink or grow?'
  },
  'book-gradient': {
    title: 'Textbook: the gradient',
    note: 'The arrows show −∇f, the direction of steepest descent. The gradient ∇f is (6, 8) at (3, 4), (0, 4) at (0, 2) and (6, 0) at (3, 0). For this function every arrow points to the minimum (0, 0); the farther away, the longer it is.',
    tryThis: 'Move the point and check that the arrow is always perpendicular to the contour line.'
  },
  'book-descent': {
    title: 'Textbook: descent and the learning rate',
    note: '100 steps from (−3, 4). With the learning rate 0.1 the point ends very close to the minimum (0, 0). 10 is too large and makes it diverge, 1e-10 is too small and hardly moves it.',
    tryThis: 'Change the learning rate to 10 and to 1e-10 and read the coordinates of the last point.'
  },
  'book-optimizers': {
    title: 'Textbook: four methods',
    note: 'A long narrow valley and four methods, 30 steps each from (−7, 2). Gradient descent zigzags, because the slope is steep across the valley. Momentum picks up speed like a rolling ball, AdaGrad shortens its steps in the directions in which the gradient has been large, and Adam combines both ideas.',
    tryThis: 'Each method has its own learning rate: give all four 0.3 and compare.'
  },
  'line-fit': {
    title: 'Fitting a line',
    note: 'The line y = wx + b is fitted to the three points (1, 2), (2, 3), (3, 5). f is the mean of the squared vertical distances between points and line; it is called the loss function. It is smallest at w = 1.5, b = 0.333…, which is the line that fits best.',
    tryThis: 'Try the learning rates 0.18 and 0.2: the stability limit lies between them.'
  },
  rosenbrock: {
    title: 'Rosenbrock’s function',
    note: 'The minimum (1, 1) lies at the bottom of a long, narrow, curved valley. Getting into the valley is quick, but along its bottom the slope is very small and progress is slow. The function is often used to test optimisation methods.',
    tryThis: 'What happens to gradient descent with the learning rate 0.01 instead of 0.001?'
  },
  himmelblau: {
    title: 'Himmelblau’s function',
    note: 'Four valleys of the same depth, with f = 0 at the bottom of each. The start decides which one is reached. The four runs start close to each other and end in different valleys.',
    tryThis: 'Move the start of one run and find where it changes to another valley.'
  }
} satisfies Record<ExampleId, { title: string; note: string; tryThis: string }>

/** What a choice of an example sets. */
export const choices = {
  lr: 'Learning rate η',
  start: 'Start',
  point: 'Point'
}

/** What is wrong with a difference quotient. */
export const mistakes = {
  'bracket-and-place': 'Two mistakes: only f(h) is divided by h, and f(h) in place of f(a)',
  place: 'One mistake: f(h) in place of f(a)'
}
