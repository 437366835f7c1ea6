/** The window as a whole: its parts, and the menu of what is done with it. */
export const frame = {
  more: 'More',
  saveAs: 'Save as…',
  recent: 'Recent files',
  noRecent: 'None yet',
  pageSize: 'Size of the page',
  zoom: { in: 'Larger', out: 'Smaller', reset: 'As usual' },
  present: 'Present',
  presentHint: 'Present to an audience (F11; Esc ends it)',
  blank: 'Black screen; any key brings the pictures back',
  fold: 'Fold this column',
  unfold: 'Unfold this column',
  swap: 'Change places',
  enlarge: 'Enlarge (double click on the heading)',
  restore: 'Back to its own size (Esc)',
  splitLeft: 'Width of the column at the left',
  splitRight: 'Width of the plots at the right',
  splitTop: 'Height of the upper plot',
  inspector: 'Details',
  /** Tabs of the inspector. */
  tabs: {
    step: 'Step',
    loss: 'f over steps',
    table: 'Table',
    board: 'Standings',
    comparison: 'Compare',
    derivation: 'Derivation',
    numbers: 'Numbers',
    errors: 'Error and h',
    note: 'Example'
  },
  /** Where not all of them have room. */
  otherTabs: 'More',
  moreTabs: 'All tabs',
  /** Moves on through the built-in examples. */
  previous: 'Previous example',
  next: 'Next example'
}
