/** A run as Python: what is offered, and the comments in it. */
export const python = {
  copy: 'Copy as Python',
  copied: 'Copied: a Python script that goes the same way. It needs NumPy.',
  /** The method, or a function in the formula, has no counterpart. */
  none: 'This run cannot be written as Python: something in it – its noise, a function – has no counterpart there.',
  /** In the export dialog. */
  kind: 'Python',
  run: 'Run',
  allRuns: 'All runs, in one script',
  quiet: '0/0 and overflow give nan and inf without a warning, as in Gradient Lab',
  paths: 'The path of each run',

  /** `title`: the experiment's; `method`: the optimiser's name. */
  heading: (values: { title: string; method: string }) => `${values.title}: ${values.method}`,
  madeBy: 'Made by Gradient Lab; needs NumPy.',
  parameters: 'Constants',
  function: 'The function',
  exact: 'Its gradient, from the formula',
  slope: 'Its derivative, from the formula',
  differences: {
    forward: 'The gradient by forward differences',
    backward: 'The gradient by backward differences',
    central: 'The gradient by central differences'
  },
  /** The formula of the exact gradient is too long to be written out. */
  insteadOfExact:
    'The gradient by central differences: its formula would be too long here, so the last digits differ from the program.',
  hessian: 'Its second derivatives, from the formula',
  insteadOfHessian:
    'The second derivatives by central differences: their formulas would be too long here, so the last digits differ from the program.',
  schedule: 'By what the learning rate is multiplied in step t',
  noise: 'Normally distributed noise, the same numbers as in the program',
  begin: 'The run',
  leftDomain: 'The point has gone too far, or out of the domain of f',
  smallGradient: 'The slope is small enough',
  smallStep: 'The step is small enough',
  target: 'f is low enough',
  evaluations: 'No more evaluations are allowed',
  spent: (values: { steps: number; evaluations: number }) =>
    `After ${values.steps} steps the ${values.evaluations} evaluations of the program are spent; here they are not counted`,
  lineSearch: 'No step leads down any more'
}
