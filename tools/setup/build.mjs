import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError, say } from './say.mjs'

/** What the build reads. Whatever else changes needs no new one. */
const SOURCES = [
  'src-shared',
  'src-main',
  'src-renderer',
  'tools/build',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'tsconfig.json',
  'package.json',
  'package-lock.json'
]

/**
 * Builds the program into out/ unless it was built from these very sources.
 * @param {string} root the project's folder
 * @returns {true} a build that fails throws a SetupError with its output
 */
export function build(root) {
  const mark = join(root, 'out/sources.sha256')
  const hash = hashOf(root, SOURCES)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return true
  // Gone until the build is whole: one that fails leaves neither the old program behind nor the new one.
  rmSync(mark, { force: true })
  say('Building …')
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new SetupError(`The build failed.\n${stdout}${stderr}`)
  writeFileSync(mark, hash)
  return true
}

/**
 * One hash of the names and contents of all files below `paths`. Contents, since the times of files say little
 * after a checkout, and do not tell that one was removed.
 * @param {string} root
 * @param {readonly string[]} paths
 * @returns {string}
 */
export function hashOf(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((start) => filesBelow(root, start))) {
    const bytes = readFileSync(join(root, path))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** In a fixed order. @param {string} root @param {string} path @returns {string[]} */
function filesBelow(root, path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`))
}
