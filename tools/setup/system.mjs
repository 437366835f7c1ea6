import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { runsAsRoot } from '../electron/sandbox.mjs'
import { SetupError, say } from './say.mjs'

/**
 * The Debian packages that bring what Electron loads. Several names: that of the newest release first, then the
 * older ones. GTK's package brings most of the others by itself.
 * @type {readonly { brings: RegExp, packages: readonly string[] }[]}
 */
const LIBRARIES = [
  {
    brings: /^lib(gtk-3|gdk-3|gdk_pixbuf|cairo|pango|X|xcb|xkbcommon|epoxy)/,
    packages: ['libgtk-3-0t64', 'libgtk-3-0']
  },
  { brings: /^lib(nss|nspr|smime|plc|plds|ssl3)/, packages: ['libnss3'] },
  { brings: /^libasound/, packages: ['libasound2t64', 'libasound2'] },
  { brings: /^lib(gbm|drm)/, packages: ['libgbm1'] },
  { brings: /^libatk-bridge/, packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'] },
  { brings: /^libatk-1/, packages: ['libatk1.0-0t64', 'libatk1.0-0'] },
  { brings: /^libatspi/, packages: ['libatspi2.0-0t64', 'libatspi2.0-0'] },
  { brings: /^libcups/, packages: ['libcups2t64', 'libcups2'] },
  { brings: /^lib(glib|gobject|gio|gmodule)-2/, packages: ['libglib2.0-0t64', 'libglib2.0-0'] },
  { brings: /^libdbus-1/, packages: ['libdbus-1-3'] },
  { brings: /^libexpat/, packages: ['libexpat1'] },
  { brings: /^libudev/, packages: ['libudev1'] }
]
const VIRTUAL_SCREEN = ['xvfb']
const JAPANESE_FONT = ['fonts-noto-cjk']

/**
 * Something the system lacks. Without `needed` the program runs, but not well.
 * @typedef {{ what: string, packages: readonly string[], needed: boolean }} Lack
 */

/**
 * Installs the libraries, the font and the virtual screen that the program needs and this system lacks: with
 * apt-get as root, otherwise the command is printed. Only Linux can lack any. Throws a SetupError when something
 * needed is still missing.
 * @param {string} executable Electron's
 * @param {{ virtualScreen: boolean }} wanted
 */
export function installSystemPackages(executable, wanted) {
  if (process.platform !== 'linux') return
  const lacks = lacksOf(executable, wanted)
  if (lacks.length === 0) return
  const shown = lacks.slice(0, 5).map(({ what }) => what)
  if (lacks.length > shown.length) shown.push(`and ${lacks.length - shown.length} more`)
  say(`This system lacks ${shown.join(', ')}.`)
  const names = namesFor(lacks)
  if (names.length === 0 || !onPath('apt-get')) return give(lacks, 'Please install what brings them on this system.')
  if (!runsAsRoot()) return give(lacks, `Please run:\n  ${installCommand(names)}`)

  say('Installing Debian packages (apt-get) …')
  apt(['update'])
  apt(['install', '--yes', '--no-install-recommends', ...namesFor(lacks)])
  const left = lacksOf(executable, wanted)
  if (left.length > 0) give(left, 'apt-get did not bring them.')
}

/** Says what is to be done, and stops if the program cannot run before that. @param {Lack[]} lacks @param {string} advice */
function give(lacks, advice) {
  if (lacks.some(({ needed }) => needed)) throw new SetupError(advice)
  say(`${advice}\nGoing on without.`)
}

/** @param {string} executable @param {{ virtualScreen: boolean }} wanted @returns {Lack[]} */
function lacksOf(executable, { virtualScreen }) {
  /** @type {Lack[]} */
  const lacks = []
  if (virtualScreen && !onPath('Xvfb'))
    lacks.push({ what: 'Xvfb (a virtual screen)', packages: VIRTUAL_SCREEN, needed: true })
  if (!hasJapaneseFont()) lacks.push({ what: 'a Japanese font', packages: JAPANESE_FONT, needed: false })
  for (const what of missingLibraries(executable)) lacks.push({ what, packages: packagesWith(what), needed: true })
  return lacks
}

/** The shared libraries that the dynamic linker would not find. */
function missingLibraries(/** @type {string} */ executable) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  return missingIn(stdout ?? '')
}

/** @param {string} linker what `ldd` printed @returns {string[]} */
export function missingIn(linker) {
  return [...linker.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '')
}

/** @param {string} library its file name, e.g. libgtk-3.so.0 @returns {readonly string[]} newest name first; empty if unknown */
export function packagesWith(library) {
  return LIBRARIES.find(({ brings }) => brings.test(library))?.packages ?? []
}

/** The name of each package in this release of Debian. @param {readonly Lack[]} lacks */
function namesFor(lacks) {
  const names = lacks.flatMap(({ packages }) => packages.find(isKnown) ?? packages[0] ?? [])
  return [...new Set(names)]
}

function isKnown(/** @type {string} */ name) {
  return spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0
}

/** @param {readonly string[]} names @returns {string} */
export function installCommand(names) {
  return `sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${names.join(' ')}`
}

function apt(/** @type {string[]} */ arguments_) {
  const { status } = spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...arguments_], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  })
  if (status !== 0) throw new SetupError(`apt-get ${arguments_[0]} failed: see above.`)
}

function hasJapaneseFont() {
  const list = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' })
  if (list.status === 0) return list.stdout.trim() !== ''
  // Without fontconfig's program: by the names that Japanese fonts have in Debian.
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.local/share/fonts'),
    join(homedir(), '.fonts')
  ]
  return folders.some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((path) => /cjk|gothic|mincho|ipa|takao|jp\b/i.test(String(path)))
  )
}

/** @param {string} program @returns {boolean} */
function onPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}
