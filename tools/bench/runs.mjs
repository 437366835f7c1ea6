/**
 * How long a step of a run takes, beside the same loop in C: `npm run bench -- [steps]`. Both are measured in
 * turn, and of each the quickest turn counts. Without gcc it says so, and measures the program alone.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const steps = Number(process.argv[2] ?? 1_000_000)
const screenPoints = 2001
const turns = 20

/** @type {Record<string, { formula: string, start: number[] }>} */
const fields = {
  bowl: { formula: 'x^2 + y^2', start: [-3, 4] },
  rosenbrock: { formula: '(1 - x)^2 + 100(y - x^2)^2', start: [-1.2, 1] },
  himmelblau: { formula: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2', start: [-1, -4.5] }
}
/** Rates so small that nothing becomes too small for a normal double, with which processors take longer. */
const lr = 1e-6
/** @type {Record<string, Record<string, number>>} */
const methods = {
  descent: { lr },
  momentum: { lr, momentum: 0.9 },
  adam: { lr, beta1: 0.9, beta2: 0.999, eps: 1e-7 }
}

const { runner, answered } = await bundled()
const inC = await compiled()
if (!inC) console.log('There is no gcc on this machine: only the program itself is measured.')

console.log(
  `${steps} steps. Nanoseconds a step: the program, C, their ratio. Milliseconds of the answer with its verdict.`
)
const ratios = []
for (const [method, settings] of Object.entries(methods)) {
  for (const [field, { formula, start }] of Object.entries(fields)) {
    const plan = { method, convention: 'book', settings, start, steps, gradient: { method: 'exact', h: 1e-4 } }
    const run = runner(formula, plan, screenPoints)
    let [own, other, answer] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (let turn = 0; turn < turns; turn++) {
      const { end, milliseconds } = measured(run)
      own = Math.min(own, (milliseconds * 1e6) / steps)
      answer = Math.min(answer, measured(() => answered(formula, plan, screenPoints)).milliseconds)
      if (!inC) continue
      const [time, x, y] = await inC(`${method} ${field} ${start.join(' ')} ${lr} ${steps}`)
      other = Math.min(other, time)
      if (!(Math.hypot(x - end[0], y - end[1]) < 1e-6)) throw new Error(`${method} on ${field}: not the end of C`)
    }
    if (method !== 'momentum') ratios.push(own / other)
    const numbers = [own, other, own / other, answer].map((number) => number.toFixed(2).padStart(8))
    console.log(`${method.padEnd(9)}${field.padEnd(11)}${numbers.join('')}`)
  }
}
if (inC) console.log(`Descent and Adam: at most ${Math.max(...ratios).toFixed(2)} times as long as in C`)
process.exit()

/**
 * What it returns, and the processor's time it takes: other programs do not count.
 * @param {() => any} work
 */
function measured(work) {
  const begin = processorTime()
  const end = work()
  return { end, milliseconds: processorTime() - begin }
}

/** In milliseconds. Only the sum of both is counted exactly; which is which the system samples. */
function processorTime() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The core as one file that Node can run. */
async function bundled() {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    build: {
      ssr: 'tools/bench/runs.ts',
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } }
    },
    ssr: { noExternal: true }
  })
  return import(pathToFileURL(join(folder, 'runs.mjs')).href)
}

/** The program in C, as a function from a line to the numbers of its answer; null without gcc. */
async function compiled() {
  const file = join(folder, 'descent')
  const source = join(import.meta.dirname, 'descent.c')
  const gcc = spawnSync('gcc', ['-O3', '-march=native', '-o', file, source, '-lm'], { encoding: 'utf8' })
  if (gcc.error) return null
  if (gcc.status !== 0) throw new Error(gcc.stderr)
  const program = spawn(file, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(program.stdout)[Symbol.asyncIterator]()
  return async (/** @type {string} */ line) => {
    program.stdin.write(`${line}\n`)
    return (await lines.next()).value.split(' ').map(Number)
  }
}
