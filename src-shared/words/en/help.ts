/** The help: what the pointer and the keys do, and all terms. */
export const help = {
  heading: 'Help',
  open: 'Help: gestures, keys and terms',
  parts: { gestures: 'In the pictures', keys: 'Keys', terms: 'Terms' },
  /** Where the gestures are made. */
  places: { flat: 'Flat plots', surface: 'Surfaces', controls: 'Elsewhere' },
  /** What one does, and what comes of it. */
  gestures: {
    hover: ['Point at it', 'Read the values there'],
    handle: ['Drag a handle', 'Move the point, h, a direction or a start'],
    pick: ['Click a step', 'Select it'],
    place: ['Click elsewhere', 'Put the point there'],
    seek: ['Click elsewhere among runs', 'Select the nearest step'],
    'add-start': ['Shift and click', 'Add a run from there'],
    pan: ['Drag elsewhere', 'Move the ranges'],
    zoom: ['Turn the wheel', 'Zoom in and out'],
    reset: ['Double click', 'Choose the ranges anew'],
    menu: ['Right click', 'Save or copy the picture'],
    turn: ['Drag', 'Turn the surface'],
    closer: ['Turn the wheel', 'Go nearer or farther away'],
    'turn-back': ['Double click', 'Look from the usual side'],
    'pick-surface': ['Click a step', 'Select it'],
    slider: ['Arrow keys on a slider', 'Go to the next value'],
    field: ['A formula in a field for numbers', 'Type 1/3, 2π or 1e-4'],
    drop: ['Drop a file on the window', 'Open it']
  },
  /** What a key does. */
  actions: {
    'toggle-play': 'Play, pause (Differentiate: h → 0)',
    'step-back': 'One step back',
    'step-forward': 'One step forward',
    'to-start': 'To the start',
    'to-end': 'To the last step',
    undo: 'Undo',
    redo: 'Redo',
    new: 'New experiment',
    open: 'Open a file',
    save: 'Save',
    'save-as': 'Save under another name',
    export: 'Export',
    present: 'Present to an audience, and end it',
    help: 'This help',
    next: 'Next step (Differentiate: smaller h; Partial: point to the right)',
    previous: 'Step before (Differentiate: larger h; Partial: point to the left)',
    up: 'Run before (Differentiate: larger h; Partial: point upwards)',
    down: 'Next run (Differentiate: smaller h; Partial: point downwards)',
    'show-hero': 'The large picture alone',
    'show-both': 'Both pictures',
    'show-companion': 'The other picture alone (e.g. the surface)',
    blank: 'Black screen; any key brings the plots back',
    revert: 'Back to what was opened or saved last (undo brings the changes back)',
    'next-example': 'Next example',
    'previous-example': 'Previous example',
    'stop-presenting': 'End the presentation',
    repair: 'Take what is proposed for a formula that cannot be read'
  },
  /** Heads the keys that there are in a presentation only. */
  presenting: 'While presenting (← → move the point in Differentiate and Partial)',
  /** The space bar. */
  space: 'Space',
  /** Of one plot. */
  ofPlot: ({ title }: { readonly title: string }) => `Gestures and keys: ${title}`,
  /** What a screen reader calls a plot that has the focus, and what stands on it then. */
  focused: ({ title }: { readonly title: string }) => `${title}: Enter to use the keys of the plot`,
  goInto: 'Enter: use the keys of the plot',
  home: 'Back to the usual range',
  homeOfSurface: 'Look from the usual side',
  /** Keys of plots, once one has gone into one. */
  keysOf: { flat: 'In a flat plot that has the focus (Tab)', surface: 'On a surface that has the focus (Tab)' },
  plotKeys: {
    enter: 'Go into the plot: its keys work',
    read: 'Read the values at the next place',
    turn: 'Turn',
    pan: 'Move the ranges',
    nearer: 'Nearer',
    farther: 'Farther away',
    choose: 'As a click: select the step, or put the point there',
    start: 'Start the selected run here',
    add: 'Add a run from here',
    reset: 'Back to the usual view',
    leave: 'Go out of the plot'
  },
  groups: {
    differentiate: 'Differentiation',
    partial: 'Partial differentiation',
    descend: 'Gradient descent',
    window: 'In this window'
  },
  search: 'Search the terms',
  none: ({ text }: { readonly text: string }) => `No term has “${text}” in it.`
}
