/** The window as a whole: its parts, and the menu of what is done with it. */
export const frame = {
  more: 'More',
  saveAs: 'Save as…',
  recent: 'Recent files',
  noRecent: 'None yet',
  pageSize: 'Page zoom',
  zoom: { in: 'Larger', out: 'Smaller', reset: 'Actual size' },
  present: 'Present',
  presentHint: 'Present: only the plots, large (F11; Esc to exit)',
  blank: 'Black screen; any key brings the plots back',
  fold: 'Collapse this column',
  unfold: 'Expand this column',
  swap: 'Swap positions',
  enlarge: 'Enlarge (double-click the heading)',
  restore: 'Back to normal size (Esc)',
  splitLeft: 'Width of the left column',
  splitRight: 'Width of the plots on the right',
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
    numbers: 'Values',
    errors: 'Error and h',
    note: 'Example'
  },
  /** Where there is not room for all of them. */
  otherTabs: 'More',
  moreTabs: 'All tabs',
  /** Moves on through the built-in examples. */
  previous: 'Previous example',
  next: 'Next example'
}
