import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** What is made from the sources, and their history. */
const left = new Set(['.git', 'node_modules', 'out', 'dist', 'shots'])

/** A copy of the project in a temporary folder: faults are planted there, never in the files that are worked on. */
export class Copy {
  /** @readonly */
  folder = mkdtempSync(join(tmpdir(), 'gradient-lab-faults-'))

  /** @param {string} root the project's folder */
  constructor(root) {
    cpSync(root, this.folder, {
      recursive: true,
      filter: (path) => dirname(path) !== root || !left.has(basename(path))
    })
    // Link by link: what a test runner keeps beside the packages is not kept beside the project's.
    const packages = join(this.folder, 'node_modules')
    mkdirSync(packages)
    for (const name of readdirSync(join(root, 'node_modules')))
      if (!name.startsWith('.vite')) symlinkSync(join(root, 'node_modules', name), join(packages, name), 'junction')
  }

  /** Plants a fault. @param {import('./list.mjs').Fault} fault @returns {() => void} takes it out again */
  plant({ file, find, replacement }) {
    const path = join(this.folder, file)
    const sound = readFileSync(path, 'utf8')
    const parts = sound.split(find)
    if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times, not once: ${find}`)
    writeFileSync(path, parts.join(replacement))
    return () => writeFileSync(path, sound)
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
