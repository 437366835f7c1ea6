import { parse } from 'node:path'

/** The example a target names, or null for a session file. */
export const exampleOf = (target: string): string | null => /^example:(.*)$/s.exec(target)?.[1] ?? null

/**
 * The NAME of each target's files: the example's id, or the session file's name without its ending. Equal ones
 * get `-2`, `-3` … in their order; names that differ only in capitals count as equal, because some disks think so.
 */
export function fileNames(targets: readonly string[]): string[] {
  const taken = new Set<string>()
  return targets.map((target) => {
    const plain = exampleOf(target) ?? parse(target).name
    let name = plain
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain}-${count}`
    taken.add(name.toLowerCase())
    return name
  })
}
