import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  pickedCompletion
} from '@codemirror/autocomplete'
import type { EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { type Form, formSpelt, formWords } from '@shared/language/forms'
import { type FunctionRow, functions, shorthands } from '@shared/language/functions'
import type { Words } from '@shared/words/index'
import { type Context, context } from './context'
import { isInComment } from './tokens'

/** Something that can be written in a formula. */
interface Offer {
  readonly label: string
  /** Other words by which it is found. */
  readonly aliases?: readonly string[]
  readonly shown?: string
  readonly meaning: string
  readonly type: 'function' | 'constant' | 'variable' | 'keyword'
  /** What is put before and behind the caret; absent: the label, and the caret behind it. */
  readonly around?: readonly [string, string]
}

/** Completes the word before the caret, saying of everything what it means. */
export const completions: CompletionSource = (request) => {
  const { state, pos, explicit, view } = request
  if (view?.compositionStarted || isInComment(state, pos)) return null
  return request.matchBefore(/\\[A-Za-z]*/) ? texCompletions(request) : nameCompletions(state, pos, explicit)
}

/**
 * A word of two letters or more that ends at the caret, behind `np.` of one; any, where the person asks. What is taken
 * in the middle of a word takes the place of all of it.
 */
function nameCompletions(state: EditorState, pos: number, explicit: boolean): CompletionResult | null {
  const before = state.sliceDoc(Math.max(0, pos - 40), pos)
  const [typed = ''] = /[A-Za-z][A-Za-z0-9_]*$/.exec(before) ?? []
  const isPython = /\b(np|numpy|math)\.[A-Za-z]\w*$/.test(before)
  const [rest = ''] = /^[A-Za-z0-9_]*/.exec(state.sliceDoc(pos, pos + 40)) ?? []
  if (!explicit && (typed.length < (isPython ? 1 : 2) || rest !== '')) return null
  const known = state.field(context)
  const found = matching(isPython ? pythonOffers(known) : offers(known), typed)
  const isDone = found.length === 1 && found[0]?.label === typed && !found[0]?.around
  if (found.length === 0 || (isDone && !explicit)) return null
  return { from: pos - typed.length, to: pos + rest.length, options: found.map(completion), filter: false }
}

/** Those whose name begins with the word, and then those of which another name does. */
function matching(all: readonly Offer[], typed: string): readonly Offer[] {
  const word = typed.toLowerCase()
  const begins = (name: string) => name.toLowerCase().startsWith(word)
  const byName = all.filter(({ label }) => begins(label))
  const byAlias = all.filter(({ label, aliases = [] }) => !begins(label) && aliases.some(begins))
  // What is typed in full is what is meant.
  return [
    ...byName.filter(({ label }) => label === typed),
    ...byName.filter(({ label }) => label !== typed),
    ...byAlias
  ]
}

function offers(known: Context): readonly Offer[] {
  const { words, variables, parameters } = known
  const { editor } = words
  const names = new Set([...variables, ...parameters].map(({ name }) => name))
  return [
    ...variables.map(({ name }): Offer => ({ label: name, meaning: editor.variable, type: 'variable' })),
    ...parameters.map(({ name }): Offer => ({ label: name, meaning: editor.parameter, type: 'variable' })),
    ...pythonOffers(known),
    ...greek
      .filter((letter) => letter !== pythonWord && !names.has(letter))
      .map((label): Offer => ({ label, meaning: editor.letter, type: 'variable' }))
  ]
}

/** What may stand behind `np.`. */
function pythonOffers({ words }: Context): readonly Offer[] {
  return [
    ...functionOffers(words),
    ...formOffers(words),
    ...(['pi', 'e'] as const).map(
      (name): Offer => ({ label: name, meaning: words.editor.constants[name], type: 'constant' })
    )
  ]
}

/** Names of arguments as a person reads them: f(x), atan2(a, b), max(a, b, …). */
export function argumentsOf({ parameters, variadic }: Pick<FunctionRow, 'parameters' | 'variadic'>): readonly string[] {
  if (variadic) return [...parameters, '…']
  return parameters.length === 1 ? ['x'] : parameters
}

function functionOffers(words: Words): readonly Offer[] {
  const meanings: Readonly<Record<string, string>> = words.functions
  return [...functions.filter((row) => !row.hidden && !row.written), ...shorthands]
    .filter(({ name }) => meanings[name] !== undefined)
    .map((row) => ({
      label: row.name,
      aliases: row.aliases,
      shown: `${row.name}(${argumentsOf(row).join(', ')})`,
      meaning: meanings[row.name] ?? '',
      type: 'function',
      around: [`${row.name}(`, ')']
    }))
}

function formOffers({ editor }: Words): readonly Offer[] {
  const forms: Readonly<Record<Form, { readonly arguments: string; readonly meaning: string }>> = editor.forms
  return (Object.keys(forms) as Form[]).map((form) => ({
    label: form,
    aliases: formWords().filter((word) => word !== form && formSpelt(word) === form),
    shown: `${form}(${forms[form].arguments})`,
    meaning: forms[form].meaning,
    type: 'function',
    around: [`${form}(`, ')']
  }))
}

function completion({ label, shown, meaning, type, around }: Offer): Completion {
  return {
    label,
    detail: meaning,
    type,
    ...(shown === undefined ? {} : { displayLabel: shown }),
    apply: (view, chosen, from, to) => insert(view, chosen, around ?? [label, ''], from, to)
  }
}

/** Puts the caret between the brackets; where a bracket follows already, only what stands before it is written. */
function insert(
  view: EditorView,
  chosen: Completion,
  [before, after]: readonly [string, string],
  from: number,
  to: number
) {
  const hasBracket = after !== '' && view.state.sliceDoc(to, to + 1) === before.slice(-1)
  const text = hasBracket ? before.slice(0, -1) : before + after
  view.dispatch({
    changes: { from, to, insert: text },
    selection: { anchor: from + before.length },
    scrollIntoView: true,
    userEvent: 'input.complete',
    annotations: pickedCompletion.of(chosen)
  })
}

/** TeX commands after a backslash, by the key of their meaning. */
const commands: readonly (readonly [keyof Words['editor']['tex'], string, string])[] = [
  ['frac', '\\frac{', '}{}'],
  ['sqrt', '\\sqrt{', '}'],
  ['cdot', '\\cdot ', ''],
  ['times', '\\times ', ''],
  ['div', '\\div ', ''],
  ['left', '\\left(', '\\right)'],
  ['lvert', '\\lvert ', '\\rvert'],
  ['le', '\\le ', ''],
  ['ge', '\\ge ', ''],
  ['lfloor', '\\lfloor ', '\\rfloor'],
  ['lceil', '\\lceil ', '\\rceil'],
  ['sum', '\\sum_{i=1}^{10} ', ''],
  ['begin', '\\begin{cases} ', ' & x < 0 \\\\ x & \\text{otherwise} \\end{cases}']
]
/** A Greek letter only behind a backslash: elsewhere it begins a function of Python's. */
const pythonWord = 'lambda'
const greek = 'alpha beta gamma delta epsilon theta kappa lambda mu rho sigma tau phi psi omega'.split(' ')

function texCompletions(request: CompletionContext): CompletionResult | null {
  const { words } = request.state.field(context)
  const command = request.matchBefore(/\\[A-Za-z]*/)
  if (!command) return null
  const all: readonly Offer[] = [
    ...commands.map(
      ([name, ...around]): Offer => ({ label: `\\${name}`, meaning: words.editor.tex[name], type: 'keyword', around })
    ),
    ...functionOffers(words)
      .filter(({ label }) => texNames.has(label))
      .map(
        (offer): Offer => ({
          ...offer,
          label: `\\${offer.label}`,
          shown: `\\${offer.shown}`,
          around: [`\\${offer.label}(`, ')']
        })
      ),
    { label: '\\pi', meaning: words.editor.constants.pi, type: 'constant' },
    ...greek.map((letter): Offer => ({ label: `\\${letter}`, meaning: words.editor.letter, type: 'variable' }))
  ]
  const found = matching(all, command.text)
  return found.length === 0 ? null : { from: command.from, options: found.map(completion), filter: false }
}

/** Functions that TeX has a command for. */
const texNames = new Set(functions.filter(({ name, tex }) => tex === `\\${name}`).map(({ name }) => name))
