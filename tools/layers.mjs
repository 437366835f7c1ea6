// The layer check: node tools/layers.mjs. Prints each forbidden import and each circle, naming the files.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSync, Visitor } from 'vite'

/**
 * What each world may import. A file belongs to the first world whose folder holds it.
 * @type {readonly { folder: string, worlds: readonly string[], packages: (name: string, file: string) => boolean }[]}
 */
const WORLDS = [
  {
    folder: 'src-shared',
    worlds: ['src-shared'],
    packages: (name, file) => name === 'valibot' && /^src-shared\/(protocol|experiment\/schema)\.ts$/.test(file)
  },
  { folder: 'src-main/core', worlds: ['src-main/core', 'src-shared'], packages: () => false },
  { folder: 'src-main', worlds: ['src-main', 'src-main/core', 'src-shared'], packages: () => true },
  {
    folder: 'src-renderer',
    worlds: ['src-renderer', 'src-shared'],
    packages: (name) => name !== 'electron' && !name.startsWith('node:')
  }
]

/**
 * What src-shared and the core are built of, from the ground up, a floor a line: a file imports from its own floor and
 * from those below. The first floor that names a file, or a folder around it, is that of the file. The core, which runs
 * in the workers, stands below the sentences of the page.
 */
const FLOORS = [
  [
    ...[
      'interval.ts',
      'range.ts',
      'formats.ts',
      'sentence.ts',
      'problem.ts',
      'numbers/',
      'quantile.ts',
      'eigen.ts',
      'levels.ts'
    ],
    // A problem says what it is in English wherever it is thrown, and by its name which setting is at fault.
    ...['words/en/problems/', 'words/en/settings.ts']
  ],
  ['language/'],
  ['methods/'],
  ['experiment/'],
  ['protocol.ts'],
  ['../src-main/core/'],
  ['words/'],
  ['python/'],
  ['bridge.ts']
].map((floor) => floor.map((path) => posix.join('src-shared', path)))

const ALIASES = { '@shared/': 'src-shared/', '@core/': 'src-main/core/' }
const ENDINGS = ['', '.ts', '.tsx', '.d.ts', '/index.ts', '/index.tsx']

/**
 * One import: `file` says `specifier`, which is the file `target` of the project, or a package (null).
 * @typedef {{ file: string, specifier: string, target: string | null }} Import
 */

/**
 * Everything wrong with the imports below `root`, a sentence each. Imports of types count: they tie the rooms
 * together just as much.
 * @param {string} root
 * @returns {string[]}
 */
export function layerFaults(root) {
  const files = sourceFiles(root)
  const imports = files.flatMap((file) => importsOf(root, file))
  return [
    ...imports.flatMap(faultOf),
    ...imports.flatMap(arrowBack),
    ...files.flatMap(homeless),
    ...circles(imports).map((files) => `Import circle: ${files.join(' → ')}`),
    ...mutualFriends(imports)
  ]
}

/**
 * The file `entry` with every file that it, or one of these, imports – in code or only as types.
 * @param {string} root
 * @param {string} entry
 * @returns {ReadonlySet<string>}
 */
export function reached(root, entry) {
  /** @type {Set<string>} */
  const found = new Set()
  const follow = (/** @type {string} */ file) => {
    if (found.has(file)) return
    found.add(file)
    for (const { target } of importsOf(root, file)) if (target && /\.tsx?$/.test(target)) follow(target)
  }
  follow(entry)
  return found
}

/** Rooms are the folders of this world; two of them that import each other are one room with a wall in it. */
const ROOMS = 'src-renderer'

/** @param {readonly Import[]} imports @returns {string[]} */
function mutualFriends(imports) {
  const roomOf = (/** @type {string} */ path) => path.match(`^${ROOMS}/([^/]+)/`)?.[1]
  /** The first import from one room into another. @type {Map<string, string>} */
  const arrows = new Map()
  for (const { file, target } of imports) {
    const [from, to] = [roomOf(file), roomOf(target ?? '')]
    if (from && to && from !== to && !arrows.has(`${from} → ${to}`))
      arrows.set(`${from} → ${to}`, `${file} imports ${target}`)
  }
  return [...arrows].flatMap(([arrow, one]) => {
    const [from = '', to = ''] = arrow.split(' → ')
    const other = arrows.get(`${to} → ${from}`)
    return other && from < to ? [`Rooms that import each other: ${one}, and ${other}.`] : []
  })
}

/** @param {Import} import_ @returns {string[]} */
function faultOf({ file, specifier, target }) {
  const world = WORLDS.find(({ folder }) => file.startsWith(`${folder}/`))
  if (world === undefined) return []
  if (target !== null) {
    const other = WORLDS.find(({ folder }) => target.startsWith(`${folder}/`))?.folder ?? 'a file outside all worlds'
    return world.worlds.includes(other) ? [] : [`${file} imports ${target}: ${world.folder} may not import ${other}.`]
  }
  if (specifier.startsWith('.') || specifier.startsWith('@shared/') || specifier.startsWith('@core/'))
    return [`${file} imports ${specifier}: there is no such file.`]
  return world.packages(specifier, file) ? [] : [`${file} imports ${specifier}: not allowed there.`]
}

const floorOf = (/** @type {string | null} */ path) =>
  FLOORS.findIndex((floor) => floor.some((part) => path?.startsWith(part)))

/** @param {Import} import_ @returns {string[]} */
function arrowBack({ file, target }) {
  const floor = floorOf(file)
  return floor >= 0 && floorOf(target) > floor ? [`${file} imports ${target}: it stands on a higher floor.`] : []
}

/** @param {string} file @returns {string[]} */
function homeless(file) {
  return file.startsWith('src-shared/') && floorOf(file) < 0 ? [`${file}: no floor of src-shared names it.`] : []
}

/** @param {string} root @returns {string[]} paths relative to root, with forward slashes */
function sourceFiles(root) {
  return WORLDS.filter(({ folder }) => !folder.includes('/') && existsSync(join(root, folder))).flatMap(({ folder }) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
      .filter((path) => /\.tsx?$/.test(path))
      .sort()
  )
}

/** @param {string} root @param {string} file @returns {Import[]} */
function importsOf(root, file) {
  const source = readFileSync(join(root, file), 'utf8')
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  /** @type {Set<string>} */
  const specifiers = new Set()
  const note = (/** @type {{ source: any }} */ node) => {
    if (typeof node.source?.value === 'string') specifiers.add(node.source.value)
  }
  new Visitor({
    ImportDeclaration: note,
    ExportNamedDeclaration: note,
    ExportAllDeclaration: note,
    ImportExpression: note,
    TSImportType: note
  }).visit(program)
  return [...specifiers].map((specifier) => ({ file, specifier, target: targetOf(root, file, specifier) }))
}

/** @param {string} root @param {string} file @param {string} specifier @returns {string | null} */
function targetOf(root, file, specifier) {
  const path = specifier.replace(/\?.*$/, '')
  const alias = Object.entries(ALIASES).find(([prefix]) => path.startsWith(prefix))
  if (alias === undefined && !path.startsWith('.')) return null
  const target = alias ? alias[1] + path.slice(alias[0].length) : posix.join(posix.dirname(file), path)
  const ending = ENDINGS.find((end) => statSync(join(root, target + end), { throwIfNoEntry: false })?.isFile())
  return ending === undefined ? null : target + ending
}

/**
 * The circles that a walk along the imports closes, each as a chain of files that ends where it starts.
 * @param {readonly Import[]} imports
 * @returns {string[][]}
 */
function circles(imports) {
  /** @type {Map<string, string[]>} */
  const targets = new Map()
  for (const { file, target } of imports) if (target !== null) targets.set(file, [...(targets.get(file) ?? []), target])
  /** @type {Set<string>} */
  const done = new Set()
  /** @type {string[][]} */
  const found = []
  const follow = (/** @type {string} */ file, /** @type {string[]} */ chain) => {
    const start = chain.indexOf(file)
    if (start >= 0) return void found.push([...chain.slice(start), file])
    if (done.has(file)) return
    for (const target of targets.get(file) ?? []) follow(target, [...chain, file])
    done.add(file)
  }
  for (const file of targets.keys()) follow(file, [])
  return found
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = resolve(import.meta.dirname, '..')
  const faults = layerFaults(root)
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) console.error(`${faults.length} faults: see docs/architecture.md, "Three worlds".`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
