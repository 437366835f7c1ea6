import type { Syntax } from '@shared/language/syntax'
import { compileOutputs } from '../compile/javascript'
import { gradient } from '../derivative'
import { Graph } from '../graph'
import { lower } from '../lower'

/** Sizes of the coordinates tried: formulas live at very different scales. */
const scales = [0.2, 0.7, 1, 2, 5, 20, 100]
const pointsPerScale = 6
/** At larger ones a written form may overflow to NaN, as e^x/(1 + e^x)² does, where the exact one is still a number. */
const largestSure = 1
/** Relative: rounding in two ways of computing the same stays far below, a wrong rule is far above. */
const tolerance = 1e-6

/**
 * Whether `derivative` agrees with the exact ∂f/∂variable at points of many sizes, wherever f and that are finite.
 * `names`: all free names, parameters too.
 */
export function agrees(f: Syntax, variable: string, derivative: Syntax, names: readonly string[]): boolean {
  const graph = new Graph()
  const scope = new Map(names.map((name) => [name, graph.input()]))
  const value = lower(graph, f, scope)
  graph.makeRoomForDerivatives()
  const exact = gradient(graph, value, [scope.get(variable) ?? graph.input()])
  const check = compileOutputs(graph, [value, ...exact, lower(graph, derivative, scope)])
  const input = new Float64Array(graph.inputs)
  const output = new Float64Array(3)

  // Coordinates spread by multiples of the golden ratio: neither repeating nor in step with each other.
  let place = 0
  for (const scale of scales) {
    for (let i = 0; i < pointsPerScale; i++) {
      for (let k = 0; k < input.length; k++) input[k] = scale * (2 * ((++place * 0.6180339887498949) % 1) - 0.9)
      check(input, output)
      const [at = Number.NaN, slope = Number.NaN, shown = Number.NaN] = output
      if (!Number.isFinite(at) || !Number.isFinite(slope)) continue
      if (!Number.isFinite(shown)) {
        if (scale > largestSure) continue
        return false
      }
      if (!(Math.abs(shown - slope) <= tolerance * Math.max(Math.abs(slope), Math.abs(shown), 1e-3))) return false
    }
  }
  return true
}
