import type { Values } from '../../sentence'
import { lab } from './lab'

/** Menus, native dialogs, the window's title and the render command. */
export const program = {
  name: lab.name,
  untitled: lab.untitled,
  /** The name offered for a file of an experiment without a title. */
  fileName: 'experiment',
  windowTitle: (v: Values) => `${v['title']} – ${v['program']}`,

  menu: {
    file: '&File',
    new: '&New',
    open: '&Open…',
    recent: 'Open &recent',
    noRecent: 'No recent files',
    save: '&Save',
    saveAs: 'Save &as…',
    export: '&Export…',
    quit: '&Quit',
    edit: '&Edit',
    undo: '&Undo',
    redo: '&Redo',
    cut: 'Cu&t',
    copy: '&Copy',
    paste: '&Paste',
    selectAll: 'Select &all',
    view: '&View',
    zoomIn: 'Zoom &in',
    zoomOut: 'Zoom &out',
    zoomReset: '&Actual size',
    present: '&Present',
    fullScreen: '&Full screen',
    developerTools: '&Developer tools',
    help: '&Help',
    howTo: '&Gestures, keys and terms',
    about: '&About Gradient Lab'
  },

  dialog: {
    sessionFiles: 'Experiments',
    formats: {
      picture: 'PNG picture',
      animation: 'GIF animation',
      table: 'CSV table',
      python: 'Python script'
    },
    allFiles: 'All files',
    open: 'Open an experiment',
    save: 'Save the experiment',
    export: 'Export',
    changes: (v: Values) => `Save the changes to “${v['title']}”?`,
    changesDetail: 'Otherwise they are lost.',
    saveChanges: '&Save',
    discardChanges: '&Don’t save',
    cancel: '&Cancel',
    replace: (v: Values) => `“${v['file']}” already exists. Replace it?`,
    replaceDetail: 'Its contents will be lost.',
    replaceFile: '&Replace',
    changedElsewhere: (v: Values) => `“${v['file']}” was changed by another program since you opened or saved it.`,
    changedElsewhereDetail: 'If you overwrite it, those changes are lost.',
    overwrite: '&Overwrite',
    gone: (v: Values) => `“${v['file']}” is not there any more: it was deleted or moved.`,
    goneDetail: 'Where do you want to save the experiment?',
    saveAgain: '&Save it there again',
    saveElsewhere: 'Save &as…'
  },

  render: {
    usage: [
      'npm start -- render TARGET… --out DIR [--width 1280] [--height 800] [--scale 2]',
      '',
      '  TARGET    a session file (.gradlab) or example:ID',
      '  --out     folder for NAME-PLOT.png and NAME.csv; made if missing',
      '  --width   width of each picture in CSS pixels',
      '  --height  height of each picture in CSS pixels',
      '  --scale   device pixels per CSS pixel'
    ].join('\n'),
    failed: (v: Values) => `${v['target']}: ${v['sentence']}`
  }
}
