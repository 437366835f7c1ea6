/** In what is drawn. @type {readonly import('./list.mjs').Fault[]} */
export const plots = [
  {
    name: 'a path is painted without its dashes',
    file: 'src-renderer/plots/paint.ts',
    find: '  // The halo has the gaps of the line: a full one would make a line of them.\n  context.setLineDash([...mark.dash])\n',
    replacement: '',
    matters: 'Two runs cannot be told apart in grey print.',
    tests: ['test/src-renderer/plots/paint.test.ts']
  },
  {
    name: 'round ends close the gaps of a dashed path',
    file: 'src-renderer/plots/paint.ts',
    find: "  if (mark.dash.length > 0) context.lineCap = 'butt'\n",
    replacement: '',
    matters: 'Dots of one pixel two pixels apart are seen as a full line.',
    tests: ['test/src-renderer/plots/paint.test.ts']
  }
]
