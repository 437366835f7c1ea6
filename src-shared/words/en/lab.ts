import { countNumeral } from '../../numbers/numeral'
import type { Values } from '../../sentence'
import { differentiate } from './differentiate'
import { partial } from './partial'
import { running } from './running'
import { stepPanel } from './step-panel'

/** Texts of the window. */
export const lab = {
  name: 'Gradient Lab',
  untitled: 'Untitled experiment',
  tooLarge: 'This number is too large: at most about 1.8e308.',
  tooLong: (values: { most: number }) =>
    `There is room for ${values.most} characters. What you just entered would be more, so it was not taken.`,
  notANumber: 'Type a number, for example 0.08, 1e-4, 1/3 or 2π.',
  close: 'Close',
  cancel: 'Cancel',
  copied: 'Copied.',
  notCopied: 'The clipboard did not take it.',
  /** In a function in pieces, beside the value where no condition holds. */
  otherwise: 'otherwise',
  and: 'and',
  or: 'or',
  toolbar: {
    title: 'Title of the experiment',
    unsaved: 'There are unsaved changes',
    new: 'New',
    open: 'Open',
    save: 'Save',
    undo: 'Undo',
    redo: 'Redo',
    export: 'Export',
    /** The button shows the other language's name. */
    otherLanguage: '日本語',
    light: 'Light colours',
    dark: 'Dark colours',
    about: 'About'
  },
  tabs: { label: 'Views', differentiate: 'Differentiate', partial: 'Partial', descend: 'Descend' },
  examples: {
    open: 'Examples',
    label: 'Built-in examples',
    book: 'From the textbook',
    more: 'More functions'
  },
  note: {
    elsewhere: (values: { tab: string }) => `This example is about the tab ${values.tab}.`,
    goThere: 'Open it',
    tryThis: 'Try this',
    comparison: 'Three ways to write the difference quotient',
    right: 'right',
    notes: 'Notes',
    notesHint: 'Your own notes on this experiment',
    scheme: (values: { scheme: string; h: string }) => `Derivative: ${values.scheme}, h = ${values.h}`,
    schemeExact: (values: { scheme: string }) => `Derivative: ${values.scheme}`
  },
  function: {
    heading: 'Function f',
    editor: 'The function, as text',
    range: 'Range',
    start: 'Start',
    rangesAndStart: 'Ranges and start values',
    parameters: 'Parameters',
    reading: 'f and its derivatives',
    from: (name: string) => `Lower end of the range of ${name}`,
    to: (name: string) => `Upper end of the range of ${name}`,
    startOf: (name: string) => `Start value of ${name}`,
    rangeReversed: 'The lower end must be smaller than the upper end.',
    rangeTooWide: 'This range is too wide to be computed with.',
    parameter: (name: string) => `Value of the parameter ${name}`,
    toVariable: (name: string) => `Treat ${name} as a variable`,
    toParameter: (name: string) => `Treat ${name} as a parameter`,
    /** Below a variable that the function does not need. */
    kept: 'Not in f; kept because you changed it.',
    remove: (name: string) => `Remove ${name}`,
    animate: (name: string) => `Move ${name} to and fro over its range`,
    pause: (name: string) => `Stop moving ${name}`,
    rangeOf: (name: string) => `Range of the slider of ${name}`,
    done: 'Done',
    /** In place of a name: the row that sets all variables at once. */
    all: 'All',
    fromOfAll: 'Lower end of the ranges of all variables',
    toOfAll: 'Upper end of the ranges of all variables',
    startOfAll: 'Start value of all variables',
    removeUnneeded: 'Remove the variables that the function does not need',
    /** The letter of the vector follows. */
    dimension: 'Number of elements of',
    dimensionOf: (name: string) => `Number of elements of ${name}`,
    dimensionRefused: (values: { least: number; most: number }) => `An integer from ${values.least} to ${values.most}.`,
    /** In place of a derivative. */
    derivativeTooLong: 'too long to read',
    derivativeNowhere: 'no value was found anywhere',
    derivativeExcept: 'where',
    /** What stands for one of the derivatives in a sentence. */
    derivativeAlong: (name: string) => `the derivative along ${name}`,
    allDerivatives: (count: number) => `All ${count} derivatives`,
    fewDerivatives: 'Fewer derivatives',
    copyTeX: (what: string) => `Copy ${what} as TeX`
  },
  derivation: {
    heading: 'How the derivative is found',
    /** On the button beside a derivative. */
    steps: 'Steps',
    open: (name: string) => `Steps: how the derivative along ${name} is found`,
    along: 'Derivative along',
    way: 'Way to the derivative',
    rules: 'By rules',
    limit: 'By the limit',
    computed: 'As computed',
    computedNote: 'This is what the program computes, nothing tidied.',
    tooLong: 'Too long to read, or the derivative is not defined.',
    copy: 'Copy as TeX'
  },
  gradient: {
    heading: 'How the gradient is obtained',
    exact: 'Formula',
    forward: 'Forward',
    backward: 'Backward',
    central: 'Central',
    exactName: 'from the formula',
    forwardName: 'forward difference',
    backwardName: 'backward difference',
    centralName: 'central difference',
    /** Before the choice, on a chip. */
    gradient: 'Gradient:',
    derivative: 'Derivative:',
    h: 'Step size h',
    hSlide: 'Slide h',
    hRefused: 'h must not be 0.',
    hNegative: 'h is negative: forward is now what backward is with |h|, and the other way round.'
  },
  runs: running,
  playback: {
    label: 'Playback',
    toStart: 'To the start',
    back: 'One step back',
    play: 'Play',
    pause: 'Pause',
    forward: 'One step forward',
    toEnd: 'To the end',
    scrubber: 'Selected step',
    speed: 'Speed',
    step: (values: { step: number; last: number }) => `Step ${countNumeral(values.step)} / ${countNumeral(values.last)}`
  },
  plots: {
    curve: 'Curve',
    slope: 'Derivative f′',
    partialSlope: (values: { name: string }) => `Partial derivative ${values.name}`,
    contour: 'Contour',
    surface: 'Surface',
    loss: 'Value of f',
    lossLabel: 'Scale of the values',
    linear: 'linear',
    log: 'log',
    table: 'Steps',
    arrangement: 'Arrangement',
    steps: 'Step by step',
    methods: 'By run',
    shaded: 'Shaded',
    wireframe: 'Wireframe',
    surfaceStyle: 'Style of the surface',
    square: '1 : 1',
    squareHint: 'One unit is equally long on both axes',
    /** Arrows everywhere: −∇f or ∇f. */
    field: 'Gradient field',
    fieldOf: (values: { arrow: string }) => `${values.arrow} field`,
    fieldHints: {
      descent: 'Arrows everywhere, the way f decreases most',
      ascent: 'Arrows everywhere, the way f increases most'
    },
    /** On the buttons that open the settings of a plot, which are named by the two below. */
    settings: 'View',
    contourSettings: 'View of the contour',
    surfaceSettings: 'View of the surface',
    automatic: 'automatic',
    fields: { none: 'none', descent: '−∇f', ascent: '∇f' },
    density: 'Number of arrows',
    levels: 'Number of levels',
    spacing: 'Levels',
    spacings: { auto: 'auto', linear: 'linear', log: 'log', area: 'equal area' },
    labels: 'Values on the lines',
    map: 'Colours',
    maps: { pale: 'Pale', viridis: 'Viridis', cividis: 'Cividis', grey: 'Grey' },
    overlay: 'Overlay',
    overlays: { slices: 'slices', tangent: 'tangent plane', taylor: 'Taylor, order 2', none: 'none' },
    firstStep: 'From step',
    stepCount: 'How many',
    stretchRefused: ({ least, most }: Values) => `Between ${least} and ${most}, please.`,
    heightScale: 'Height',
    logHeights: 'log height',
    logHeightsHelp: 'Most of the surface is flat beside its highest part: logarithmic heights show its valleys.',
    heights: 'Range of f',
    wires: 'Distance of grid lines',
    wiresRefused: 'It must be greater than 0.',
    standardView: 'Back to the standard view',
    undefinedEverywhere: 'f is not defined anywhere in this range.',
    infiniteEverywhere: 'f is not defined anywhere in this range, or its values are too large.',
    widened: 'The view is widened for the runs.',
    backToRange: 'Back to its own range',
    beyondRange: 'Parts of the runs lie outside of the view.',
    widen: 'Widen it for the runs',
    heldBack: 'Variables off the axes have left the view: drawn at its end.',
    save: 'Save as PNG',
    copy: 'Copy image'
  },
  table: {
    step: 'k'
  },
  stepPanel,
  differentiate,
  /** Where the derivative along a variable is a convention, or missing. */
  kink: {
    corner: (values: { left: string; right: string }) =>
      `f is not differentiable here (left ${values.left}, right ${values.right}).`,
    jump: 'f is not differentiable here: it jumps.',
    endless: 'f is not differentiable here: it jumps, or goes to infinity.',
    vertical: 'f is not differentiable here: its tangent is vertical.',
    leftEdge: (values: { right: string }) =>
      `f is not defined to the left of this point; the slope to the right is ${values.right}.`,
    rightEdge: (values: { left: string }) =>
      `f is not defined to the right of this point; the slope to the left is ${values.left}.`,
    alone: 'f has no derivative here: it is not defined on either side.',
    hidden: (values: { slope: string }) =>
      `The slope is ${values.slope} on both sides, but the formula of the derivative does not give it here.`,
    unsettled: 'Whether f is differentiable here could not be determined: its one-sided derivatives are not known.',
    used: (values: { value: string }) => `${values.value} is used as the derivative.`,
    unused: 'No number is used as the derivative.',
    /** One of the sentences above, then what is used. */
    both: (values: { what: string; value: string }) => `${values.what} ${values.value}`
  },
  partial,
  first: {
    label: 'First steps',
    line: 'The points move step by step opposite to the gradient, the direction of steepest ascent.',
    next: 'Next step',
    own: 'Try your own function',
    hintRate: 'What happens with another learning rate?',
    /** Once that was tried, or another method. */
    hintTangent: 'f′ is the slope of the tangent.',
    hintOwn: 'Now try another example, or a function of your own.',
    toTangent: 'See the tangent',
    dismiss: 'Hide this line'
  },
  /** Work that an earlier start has left unsaved. */
  leftovers: {
    label: 'Unsaved work',
    line: (values: { title: string; time: string }) => `“${values.title}” was left unsaved (${values.time}).`,
    unreadable: (values: { time: string; sentence: string }) =>
      `Work of ${values.time} was left unsaved. ${values.sentence}`,
    goOn: 'Go on with it',
    discard: 'Discard',
    later: 'Decide at the next start'
  },
  export: {
    heading: 'Export',
    picture: 'Picture (PNG)',
    animation: 'Animation (GIF)',
    table: 'Steps (CSV)',
    nothingMoves: 'Nothing moves in what is shown now.',
    noSteps: 'Nothing moves here: there are no steps.',
    moveSteps: 'Animate the steps (Descend)',
    moveH: 'Animate h → 0 (Differentiate)',
    plot: 'Plot',
    size: 'Size',
    scale: 'Sharpness',
    width: 'Width in pixels',
    height: 'Height in pixels',
    save: 'Save …',
    copy: 'Copy image',
    working: (values: { percent: number }) => `Drawing … ${values.percent} %`,
    saved: (values: { name: string }) => `Saved “${values.name}”.`,
    pixels: (values: { width: number; height: number }) => `${values.width} × ${values.height} pixels`,
    sizeRefused: 'Between 200 and 4000.'
  },
  about: {
    heading: 'About Gradient Lab',
    version: (values: { version: string }) => `Version ${values.version}`,
    runtime: (values: { electron: string; chromium: string }) =>
      `Runs on Electron ${values.electron} (Chromium ${values.chromium}).`,
    text: 'A laboratory for differentiation and gradient descent. Works entirely offline: nothing you type leaves this computer.'
  },
  replaced: 'Undo brings back what you had before.',
  oneOfSeveral: (values: { name: string; others: number }) =>
    `Opened “${values.name}”: one file at a time. ${values.others === 1 ? 'The other one was' : `${values.others} others were`} not opened.`,
  saved: (values: { name: string }) => `Saved as “${values.name}”.`
}
