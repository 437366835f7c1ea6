import { parse } from '../language/parser'
import { names } from '../language/tree'
import { type FixedRate, type Method, namesInRule } from '../methods/method'
import { floatText, type Naming, pythonExpression } from './expression'
import { filled, wrapped } from './lines'

/** A fixed-rate method as a class, generated from the text of its rule, which is what the program itself runs. */
export interface RuleClass {
  readonly lines: readonly string[]
  /** `update(self, x, g)`, or with `t` at the end if the rule uses the number of the step. */
  readonly readsStep: boolean
}

/**
 * The class called `name`, with `about` as its docstring; null if the rule uses something that has no counterpart in
 * NumPy.
 */
export function ruleClass(method: FixedRate, name: string, about: string): RuleClass | null {
  const known = namesInRule(method)
  const arrays = arrayNames(method, known)
  const memory = Object.keys(method.memory)
  const settings = method.settings.map(({ id }) => id)
  const naming: Naming = {
    written: (word) => (memory.includes(word) || settings.includes(word) ? `self.${safe(word)}` : safe(word)),
    isArray: (word) => arrays.has(word)
  }
  const trees = method.rule.map(({ target, formula }) => ({ target, tree: parse(formula, { names: known }).tree }))
  const lines: string[] = []
  for (const [at, { target, tree }] of trees.entries()) {
    const text = pythonExpression(tree, naming)
    if (text === null) return null
    const isLast = at === trees.length - 1 && target === 'x'
    lines.push(...wrapped(isLast ? 'return ' : `${naming.written(target)} = `, text, '        '))
  }
  if (trees.at(-1)?.target !== 'x') lines.push('        return x')
  const readsStep = trees.some(({ tree }) => names(tree).has('t'))
  const begin = [
    ...settings.map((id) => `        self.${safe(id)} = ${safe(id)}`),
    ...memory.map((id) => `        self.${safe(id)} = ${floatText(method.memory[id] ?? 0)}`)
  ]
  return {
    readsStep,
    lines: [
      `class ${name}:`,
      `    """${about}`,
      '',
      ...filled(method.source, '    '),
      '    """',
      '',
      `    def __init__(self, ${settings.map(safe).join(', ')}):`,
      ...begin,
      '',
      `    def update(self, x, g${readsStep ? ', t' : ''}):`,
      ...lines
    ]
  }
}

/** The settings of a run as the arguments of its class: `lr=0.1, momentum=0.9`. */
export const settingArguments = (method: Pick<Method, 'settings'>, values: Readonly<Record<string, number>>): string =>
  method.settings.map(({ id }) => `${safe(id)}=${values[id] ?? 'np.nan'}`).join(', ')

/** `lambda` is a Python keyword. */
const safe = (name: string) => (name === 'lambda' ? 'lambda_' : name)

/** The names that are arrays: the point, its gradient, and whatever is computed from these. */
function arrayNames(method: FixedRate, known: readonly string[]): ReadonlySet<string> {
  const arrays = new Set(['x', 'g'])
  const reads = method.rule.map(({ target, formula }) => ({
    target,
    read: [...names(parse(formula, { names: known }).tree)]
  }))
  for (let before = 0; before !== arrays.size; ) {
    before = arrays.size
    for (const { target, read } of reads) if (read.some((name) => arrays.has(name))) arrays.add(target)
  }
  return arrays
}
