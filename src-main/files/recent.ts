import * as v from 'valibot'

/** Paths of session files, the newest first. */
export type Recent = readonly string[]

const most = 10

export const recentSchema = v.array(v.string())

/** The list after `path` was opened or saved. */
export const withRecent = (recent: Recent, path: string): Recent =>
  [path, ...recent.filter((other) => other !== path)].slice(0, most)

/** The list after `path` turned out to be gone. */
export const withoutRecent = (recent: Recent, path: string): Recent => recent.filter((other) => other !== path)
