import type { Sentence } from '../../../sentence'

const all = {
  'file-missing': (v) => `“${v['file']}” was not found.`,
  'file-access-denied': (v) => `Permission to use “${v['file']}” is denied.`,
  'file-is-folder': (v) => `“${v['file']}” is a folder, not a file.`,
  'file-not-regular': (v) => `“${v['file']}” is not a regular file.`,
  'file-link-circular': (v) => `“${v['file']}” is a circular link that leads to no file.`,
  'file-too-large': (v) => `“${v['file']}” is too large: the limit is ${v['megabytes']} MB.`,
  'file-not-text': (v) => `“${v['file']}” is not a text file in UTF-8.`,
  'file-not-on-disk': () => 'What was dropped is not a file on this computer.',
  'file-name-too-long': (v) => `The name “${v['file']}” is too long.`,
  'folder-is-file': (v) => `“${v['file']}” is a file, not a folder.`,
  'folder-missing': (v) => `The folder for “${v['file']}” does not exist.`,
  'disk-full': (v) => `The disk is full: “${v['file']}” was not saved.`,
  'disk-read-only': (v) => `“${v['file']}” is on a disk that cannot be written to.`,
  'file-unreadable': (v) => `“${v['file']}” could not be read (${v['reason']}).`,
  'file-unwritable': (v) => `“${v['file']}” could not be saved (${v['reason']}).`
} satisfies Record<string, Sentence>

export const fileProblems: { [code in keyof typeof all]: Sentence } = all
