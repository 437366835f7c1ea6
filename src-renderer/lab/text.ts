import type { Experiment } from '@shared/experiment/experiment'
import { formulaOf, readFormula, type Vector, vectorOf } from '@shared/experiment/reading'
import { FormulaError } from '@shared/language/error'
import type { Formula } from '@shared/language/syntax'
import type { Subject } from '@shared/protocol'
import { type Accessor, createMemo } from 'solid-js'

/** What the document's text says, and the last one before it that could be read. */
export interface Told {
  /** What the present text says, or why it cannot be read. */
  readonly formula: Accessor<Formula | FormulaError>
  /** The same, of the last text before it that could be read; null if none could. */
  readonly reading: Accessor<Formula | null>
  /** The function of that text, with the variables and parameters of now. */
  readonly subject: Accessor<Subject>
  /** The vector in the function, as in `np.sum(x**2)`; null without one. */
  readonly vector: Accessor<Vector | null>
}

const sameSubject = (a: Subject, b: Subject) => JSON.stringify(a) === JSON.stringify(b)

/** `readText`: the last text that could be read. Call it inside a Solid root. */
export function createFunction(experiment: Accessor<Experiment>, readText: Accessor<string>): Told {
  /** The document as far as reading its text depends on it: a slider that is dragged has nothing read anew. */
  const text = createMemo(experiment, undefined, { equals: isReadAlike })
  const formula = createMemo<Formula | FormulaError>(() => {
    try {
      return readFormula(text())
    } catch (error) {
      if (error instanceof FormulaError) return error
      throw error
    }
  })
  const read = createMemo(() => ({ ...experiment(), formula: readText() }), undefined, { equals: isReadAlike })
  const reading = createMemo(() => formulaOf(read()))
  const vector = createMemo<Vector | null>(() => vectorOf(read()))
  const subject = createMemo<Subject>(
    (last) => {
      const { variables, parameters } = experiment()
      const present: Subject = {
        formula: readText(),
        variables: variables.map((variable) => variable.name),
        parameters: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.value]))
      }
      return last && sameSubject(last, present) ? last : present
    },
    undefined as unknown as Subject
  )
  return { formula, reading, subject, vector }
}

function isReadAlike(a: Experiment, b: Experiment): boolean {
  const names = ({ variables, parameters }: Experiment) =>
    [variables, parameters].map((list) => list.map(({ name }) => name))
  return a.formula === b.formula && JSON.stringify(names(a)) === JSON.stringify(names(b))
}
