import { type ProblemCode, ProblemError } from '@shared/problem'

type Meanings = Readonly<Record<string, ProblemCode>>

const whicheverWay: Meanings = {
  EACCES: 'file-access-denied',
  EPERM: 'file-access-denied',
  EISDIR: 'file-is-folder',
  ELOOP: 'file-link-circular',
  ENAMETOOLONG: 'file-name-too-long',
  // Opening a socket, or a pipe that nobody writes to.
  ENXIO: 'file-not-regular'
}
const reading: Meanings = { ...whicheverWay, ENOENT: 'file-missing', ENOTDIR: 'file-missing' }
const writing: Meanings = {
  ...whicheverWay,
  // Making a folder where a file is.
  EEXIST: 'folder-is-file',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'disk-read-only'
}

/** What the system's refusal to read a file means to the user. */
export const readProblem = (error: unknown, file: string) => problem(error, file, reading, 'file-unreadable')

/** What the system's refusal to write a file means to the user. */
export const writeProblem = (error: unknown, file: string) => problem(error, file, writing, 'file-unwritable')

function problem(error: unknown, file: string, meanings: Meanings, otherwise: ProblemCode): ProblemError {
  const reason = (error as NodeJS.ErrnoException).code ?? String(error)
  return new ProblemError(meanings[reason] ?? otherwise, { file, reason })
}
