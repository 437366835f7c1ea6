import type { FunctionRow } from '@shared/language/function-row'
import { functionNamed } from '@shared/language/functions'
import type { Graph, NodeId } from '../graph'
import { maxOperations, type Naming, operationsIn, statements } from './javascript'

/** A function as a graph, with its inputs. */
export interface FieldGraph {
  readonly graph: Graph
  readonly f: NodeId
  readonly slopes: readonly NodeId[]
  readonly coordinates: readonly NodeId[]
  /** The values its code reads; here only the parameters in it are used, not the coordinates. */
  readonly input: Float64Array
}

/** One step of a method over all coordinates as a graph, with its inputs. */
export interface StepGraph {
  readonly graph: Graph
  /** The number of the step, from 1. */
  readonly step: NodeId
  /** Constant during a run. */
  readonly constants: readonly NodeId[]
  readonly coordinates: readonly NodeId[]
  readonly slopes: readonly NodeId[]
  readonly memory: readonly NodeId[]
  /** The next coordinates and memory. */
  readonly next: { readonly coordinates: readonly NodeId[]; readonly memory: readonly NodeId[] }
}

/**
 * Why the loop ended: `more` if the rows are full, otherwise why no step follows. The generated code returns an index
 * into this list.
 */
export const endings = ['more', 'steps', 'diverged', 'left-domain', 'stuck'] as const

/**
 * Continues from `state` – coordinates, then memory –, at the point of step `step`: appends at most `capacity` rows
 * from row `row` on, and leaves in `state` the current coordinates and memory, and as its last element the index of an
 * ending. Returns the number of rows appended.
 */
export type LoopCode = (
  state: Float64Array,
  constants: Float64Array,
  parameters: Float64Array,
  rows: Float64Array,
  row: number,
  step: number,
  capacity: number,
  steps: number
) => number

/**
 * The loop over many steps with function and method in one, state in local variables, and constants hoisted out of it.
 * Bit for bit the steps of `run.ts`; null if it would be too long.
 */
export function loopCode(field: FieldGraph, method: StepGraph): { run: LoopCode; operations: number } | null {
  const wantedOfField = field.graph.below([field.f, ...field.slopes])
  const wantedOfMethod = method.graph.below([...method.next.coordinates, ...method.next.memory])
  const operations = operationsIn(field.graph, wantedOfField) + operationsIn(method.graph, wantedOfMethod)
  if (operations > maxOperations) return null

  const functions: Functions = new Map()
  const code = { field: fieldCode(field, wantedOfField, functions), rule: ruleCode(method, wantedOfMethod, functions) }
  const text = loopText(field, method, code, parametersIn(field, wantedOfField))
  const called = [...functions.keys()].map((row) => row.value)
  return { run: new Function(...called.map((_, i) => `f${i}`), text)(...called), operations }
}

/** The functions of the language that are called, each with its name in the code. */
type Functions = Map<FunctionRow, string>
type Code = ReturnType<typeof parts>

function fieldCode({ graph, coordinates }: FieldGraph, wanted: Uint8Array, functions: Functions): Code {
  const names = named([coordinates, 'x'])
  const input: Naming['input'] = (id, place) => names.get(id) ?? `p${place}`
  return parts(graph, wanted, coordinates, { prefix: 'a', input, functions })
}

/** Indices of the parameters that the function reads. */
const parametersIn = ({ graph, coordinates }: FieldGraph, wanted: Uint8Array): readonly number[] =>
  Array.from(wanted, (mark, id) => (mark ? graph.node(id) : null)).flatMap((node) =>
    node?.kind === 'input' && node.place >= coordinates.length ? [node.place] : []
  )

function ruleCode(method: StepGraph, wanted: Uint8Array, functions: Functions): Code {
  const { graph, step, coordinates, slopes, memory, constants } = method
  const names = named([coordinates, 'x'], [slopes, 'g'], [memory, 'm'], [constants, 'c'])
  const input: Naming['input'] = (id) => names.get(id) ?? 'step'
  const changing = [step, ...coordinates, ...slopes, ...memory]
  return parts(graph, wanted, changing, { prefix: 'b', input, functions }, step)
}

/**
 * The text of a function that returns the loop: x the coordinates, g the partial derivatives, m the memory, c the
 * constants, p the parameters.
 */
function loopText(
  field: FieldGraph,
  { coordinates, memory, constants, next }: StepGraph,
  code: { readonly field: Code; readonly rule: Code },
  parameters: readonly number[]
): string {
  const n = coordinates.length
  const width = 2 * n + 1
  const each = (write: (i: number) => string) => coordinates.map((_, i) => write(i))
  const unpacked = [
    ...each((i) => `let x${i} = state[${i}]`),
    ...memory.map((_, i) => `let m${i} = state[${n + i}]`),
    ...parameters.map((place) => `const p${place} = parameters[${place}]`),
    ...constants.map((_, i) => `const c${i} = constants[${i}]`)
  ]
  const row = [
    ...code.field.inside,
    `const f = ${code.field.name(field.f)}`,
    'if (f - f !== 0) { ending = f !== f ? 3 : 2; break }',
    // The sign of a zero derivative has no meaning.
    ...each((i) => `const g${i} = ${code.field.name(field.slopes[i] as NodeId)} + 0`),
    ...each((i) => `rows[at + ${i}] = x${i}`),
    `rows[at + ${n}] = f`,
    ...each((i) => `rows[at + ${n + 1 + i}] = g${i}`)
  ]
  const move = [
    'const step = first + ++done',
    // Each difference is 0, or NaN if the derivative is not finite.
    `if (${each((i) => `(g${i} - g${i})`).join(' + ')} !== 0) { ending = 4; break }`,
    'if (step > steps) { ending = 1; break }',
    ...code.rule.inside,
    ...each((i) => `const y${i} = ${code.rule.name(next.coordinates[i] as NodeId)}`),
    ...memory.map((_, i) => `const n${i} = ${code.rule.name(next.memory[i] as NodeId)}`),
    ...each((i) => `x${i} = y${i}`),
    ...memory.map((_, i) => `m${i} = n${i}`),
    `if (!(${each((i) => `Math.abs(x${i}) <= 1e100`).join(' && ')})) { ending = 2; break }`
  ]
  const packed = [
    ...each((i) => `state[${i}] = x${i}`),
    ...memory.map((_, i) => `state[${n + i}] = m${i}`),
    `state[${n + memory.length}] = ending`
  ]
  return [
    "'use strict'",
    'return (state, constants, parameters, rows, row, first, capacity, steps) => {',
    ...unpacked,
    ...code.field.before,
    ...code.rule.before,
    'let done = 0, ending = 0',
    `for (let at = row * ${width}; done < capacity; at += ${width}) {`,
    ...row,
    ...move,
    '}',
    ...packed,
    'return done',
    '}'
  ].join('\n')
}

/** Names made of a letter and the index in a list. */
const named = (...lists: readonly (readonly [readonly NodeId[], string])[]) =>
  new Map(lists.flatMap(([ids, letter]) => ids.map((id, i) => [id, letter + i] as const)))

/** The statements that do not depend on `changing`, to be hoisted out of the loop, and those that do. */
function parts(graph: Graph, wanted: Uint8Array, changing: readonly NodeId[], naming: Naming, step?: NodeId) {
  const inLoop = graph.above(changing)
  const before = wanted.map((mark, id) => (inLoop[id] ? 0 : mark))
  const inside = wanted.map((mark, id) => (inLoop[id] ? mark : 0))
  const once = statements(graph, before, naming)
  const flags: string[] = []
  const instead = new Map<NodeId, string>()
  for (let id = 0; step !== undefined && id < inside.length; id++) {
    const settling = inside[id] ? settlingPower(graph, inside, id, step) : null
    if (!settling) continue
    const [name, flag, base] = [once.name(id), `s${id}`, once.name(settling.base)]
    const { lines } = statements(
      graph,
      inside.map((_, one) => (one === settling.power ? 1 : 0)),
      naming
    )
    flags.push(`let ${flag} = false`)
    instead.set(settling.power, '')
    instead.set(
      id,
      `let ${name} = 1\nif (!${flag}) { ${lines[0]}\n${name} = 1 - ${once.name(settling.power)}\n` +
        `${flag} = ${name} === 1 && ${base} >= 0 && ${base} < 1 }`
    )
  }
  const again = statements(graph, inside, { ...naming, instead })
  return { before: [...once.lines, ...flags], inside: again.lines, name: again.name }
}

/**
 * The power and its base, if a node is 1 − β^t with 0 ≤ β < 1 and nothing else reads the power. From some step on the
 * node is exactly 1 and remains so, because β^t decreases: then the power, which costs more than the rest of a step, is
 * no longer computed.
 */
function settlingPower(graph: Graph, inLoop: Uint8Array, id: NodeId, step: NodeId) {
  const node = graph.node(id)
  if (node.kind !== 'operation' || node.operation !== '-' || graph.valueOf(node.of[0] as NodeId) !== 1) return null
  const power = node.of[1] as NodeId
  const called = graph.node(power)
  if (called.kind !== 'call' || called.row !== functionNamed('pow') || called.of[1] !== step) return null
  const base = called.of[0] as NodeId
  let readers = 0
  for (let one = 0; one < inLoop.length; one++)
    if (inLoop[one] && graph.node(one).of.some((operand) => operand === power)) readers++
  return inLoop[base] || readers > 1 ? null : { base, power }
}
