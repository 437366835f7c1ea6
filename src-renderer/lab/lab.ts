import type { Layout, Preferences, Surroundings, Theme } from '@shared/bridge'
import { type Example, exampleNamed } from '@shared/experiment/examples'
import type { Experiment, Scheme, Tab, View } from '@shared/experiment/experiment'
import { type HeldHeights, withOwnHeights } from '@shared/experiment/heights'
import { type Memory, recalled, remembered } from '@shared/experiment/memory'
import { formulaOf, readFormula, type Vector, vectorOf } from '@shared/experiment/reading'
import { FormulaError } from '@shared/language/error'
import type { Formula } from '@shared/language/syntax'
import type { Subject } from '@shared/protocol'
import { type Language, type Words, words } from '@shared/words/index'
import { type Accessor, batch, createContext, createEffect, createMemo, createSignal, useContext } from 'solid-js'
import { bridge } from '../bridge'
import type { Occasion } from '../figures/occasion'
import { type Animation, createAnimation } from './animation'
import { createClock } from './clock'
import { begun, changed, goneOn, type History, redone, restored, undone } from './history'
import { createPresentation, type Presentation } from './presentation'
import { createSchemeLookedAt } from './scheme'

/** The one store of the page: the document with its history, what is selected in it, and how the person likes to see it. */
export interface Lab {
  readonly experiment: Accessor<Experiment>
  /** Changes the document. Changes about the same topic in quick succession are undone together. */
  change(edit: (experiment: Experiment) => Experiment, topic?: string): void
  /** Changes only how the document is looked at: saved with it, but neither an undo step nor an unsaved change. */
  look(edit: (view: View) => View): void
  /** Tells the document what is typed but still held back: before it is saved, undone or exported. */
  finishTyping(): void
  /** Says how what is held back is told. There is one editor. */
  whenTypingFinishes(tell: () => void): void
  undo(): void
  redo(): void
  readonly canUndo: Accessor<boolean>
  readonly canRedo: Accessor<boolean>
  /** Takes another document. `undoable`: as a change that can be taken back, otherwise without history. */
  begin(experiment: Experiment, undoable?: boolean): void
  /** The document with those before and after it. */
  readonly history: Accessor<History<Experiment>>
  /** Takes another document with its history, saved or not. */
  restore(history: Pick<History<Experiment>, 'past' | 'present' | 'future'>, unsaved: boolean): void
  /** As what the document began: another one with every `begin`. */
  readonly begun: Accessor<Experiment>
  /** Whether there is something to save. */
  readonly unsaved: Accessor<boolean>
  /**
   * What a crash must not lose: the document with its history while it is unsaved; else the last one before it that gave
   * its place unsaved, as an example with other settings does. Null without either.
   */
  readonly toRecover: Accessor<History<Experiment> | null>
  markSaved(experiment: Experiment): void
  /**
   * Back to what was opened, begun or saved last, with its view and its step; what was changed since comes back with undo.
   * Whether there was something to be taken back.
   */
  revert(): boolean
  /** The document's own title, or that of the example it came from, or “untitled”. */
  readonly title: Accessor<string>

  /** What the present text says, or why it cannot be read. */
  readonly formula: Accessor<Formula | FormulaError>
  /** The same, of the last text before it that could be read; null if none could. */
  readonly reading: Accessor<Formula | null>
  /** The function of that text, with the variables and parameters of now. */
  readonly subject: Accessor<Subject>
  /** The vector in the function, as in `np.sum(x**2)`; null without one. */
  readonly vector: Accessor<Vector | null>
  /** The scheme of the quotient that is looked at: the one in use, until another is chosen to be looked at. */
  readonly scheme: Accessor<Scheme>
  lookAt(scheme: Scheme): void
  /** What figures of the document are made of. */
  readonly occasion: Accessor<Occasion>
  /** Moves a parameter, or h; it stops when the document is another, or as it was before. */
  readonly animation: Animation

  /** The one selected step, shared by all plots, the table and the step panel, and the run it is read in. */
  readonly step: Accessor<number>
  selectStep(step: number): void
  readonly run: Accessor<number>
  selectRun(run: number): void
  /** Has the document say what is selected, as it is to be found again. */
  noteSelected(): void

  /** The variable along which a derivation is shown, the first if the one asked for is gone. */
  readonly derivationAlong: Accessor<string>
  showDerivation(variable: string): void
  /** The tabs of the inspector that were asked for, the last one first: each of its panes shows the first that it has. */
  readonly inspected: Accessor<readonly string[]>
  inspect(tab: string): void

  readonly presentation: Presentation

  readonly surroundings: Surroundings
  readonly language: Accessor<Language>
  readonly words: Accessor<Words>
  readonly theme: Accessor<Theme>
  /** Whether the first lines for a new person are still wanted. */
  readonly welcome: Accessor<boolean>
  /** How the person has laid out a tab: what was never moved is not in it. */
  layout(tab: Tab): Layout
  arrange(tab: Tab, changes: Layout): void
  prefer(preferences: Partial<Preferences>): void

  /** Why what is typed as the step size, or as a range, is not taken: what is seen is of the one before. Null: it is. */
  refused(topic: Refused): string | null
  /** `field` tells the fields of a topic from one another. */
  refuse(field: string, topic: Refused, sentence: string | null): void

  /** One line shown for a while, about what was done or could not be done. */
  readonly notice: Accessor<Notice | null>
  tell(text: string, bad?: boolean): void
  dismissNotice(): void
}

export type Refused = 'h' | 'range'

export interface Notice {
  readonly text: string
  readonly bad: boolean
}

/** Milliseconds for which good news is shown; bad news stays until it is dismissed. */
const noticeTime = 4000

/** The experiment's own title, or that of the example it still is, or “untitled”. */
export function titleOf(experiment: Experiment, vocabulary: Words): string {
  if (experiment.title) return experiment.title
  const example = exampleOf(experiment)
  return example ? vocabulary.examples[example.id].title : vocabulary.lab.untitled
}

/** The example the experiment came from, as long as its function is still the example's. */
export function exampleOf({ example, formula }: Experiment): Example | undefined {
  const found = example === null ? undefined : exampleNamed(example)
  return found?.experiment.formula === formula ? found : undefined
}

const sameSubject = (a: Subject, b: Subject) => JSON.stringify(a) === JSON.stringify(b)

/** The store, holding `first` until another document is begun. Call it inside a Solid root. */
export function createLab(first: Experiment, surroundings: Surroundings): Lab {
  const edited = createDocument(first)
  const { experiment, unsaved } = edited
  const animation = createAnimation(edited)
  const [step, setStep] = createSignal(0)
  const [run, setRun] = createSignal(0)
  const selected = {
    step: createMemo(() => Math.min(step(), experiment().steps)),
    run: createMemo(() => Math.min(run(), Math.max(0, experiment().runs.length - 1)))
  }
  /** What was selected when it was saved; else the whole run is in the picture, and starts over when it is played. */
  const select = ({ view, steps }: Experiment) => {
    setStep(view.selected?.step ?? steps)
    setRun(view.selected?.run ?? 0)
  }
  const said = createFunction(experiment, edited.readText)
  const [wanted, setDerivationAlong] = createSignal<string | null>(null)
  const derivationAlong = createMemo(() => {
    const name = wanted()
    const [first = 'x', ...others] = said.subject().variables
    return name !== null && others.includes(name) ? name : first
  })
  const [inspected, setInspected] = createSignal<readonly string[]>([])
  const inspect = (tab: string) => setInspected((old) => [tab, ...old.filter((other) => other !== tab)])
  const taste = createTaste(surroundings)
  const title = createMemo(() => titleOf(experiment(), taste.words()))
  const [scheme, lookAt] = createSchemeLookedAt(experiment)
  const occasion = createMemo(() => ({
    experiment: experiment(),
    subject: said.subject(),
    scheme: scheme(),
    title: title(),
    words: taste.words()
  }))
  createEffect(() => bridge.describe({ title: title(), changed: unsaved() }))
  const notices = createNotice()
  const refusals = createRefusals()
  let tellTyped = () => {}
  return {
    ...edited,
    ...said,
    ...taste,
    ...notices,
    ...refusals,
    scheme,
    lookAt,
    occasion,
    animation,
    presentation: createPresentation(),
    finishTyping: () => tellTyped(),
    whenTypingFinishes: (tell) => {
      tellTyped = tell
    },
    undo: () => {
      animation.stop()
      edited.undo()
    },
    redo: () => {
      animation.stop()
      edited.redo()
    },
    begin: (another, undoable = false) =>
      batch(() => {
        animation.stop()
        notices.dismissNotice()
        edited.begin(another, undoable)
        select(another)
      }),
    revert: () =>
      batch(() => {
        animation.stop()
        const isChanged = edited.revert()
        select(experiment())
        return isChanged
      }),
    restore: (history, unsaved) =>
      batch(() => {
        animation.stop()
        notices.dismissNotice()
        edited.restore(history, unsaved)
        select(history.present)
      }),
    title,
    step: selected.step,
    selectStep: (wanted) => setStep(Math.max(0, Math.min(Math.round(wanted), experiment().steps))),
    run: selected.run,
    selectRun: setRun,
    noteSelected: () => edited.look((view) => ({ ...view, selected: { run: selected.run(), step: selected.step() } })),
    derivationAlong,
    showDerivation: (variable) =>
      batch(() => {
        setDerivationAlong(variable)
        inspect('derivation')
      }),
    inspected,
    inspect
  }
}

/** The experiment, looked at in the way of `other` – if that is about the same variables of the same example. */
function seenLike(experiment: Experiment, other: Experiment): Experiment {
  const names = ({ variables }: Experiment) => variables.map(({ name }) => name).join()
  if (experiment.example !== other.example || names(experiment) !== names(other)) return experiment
  // The vertical range and h are typed and dragged like other numbers, and tangents are put there: they belong to the history.
  const { values, tangents, h } = experiment.view
  // So do the heights of a surface where they were let go with their function.
  const surface = experiment.formula === other.formula ? other.view.surface : experiment.view.surface
  const { h: _, ...others } = other.view
  const seen = h === undefined ? others : { ...other.view, h }
  const view = { ...seen, values, tangents, surface: { ...other.view.surface, range: surface.range } }
  return JSON.stringify(view) === JSON.stringify(experiment.view) ? experiment : { ...experiment, view }
}

/** The document, its history and what of it is saved. */
function createDocument(first: Experiment) {
  const [history, setHistory] = createSignal<History<Experiment>>(begun(first))
  const [saved, setSaved] = createSignal(first)
  /** The document as it was begun, opened or saved last, seen as it was then; null: of recovered work it is not known. */
  const [kept, keep] = createSignal<Experiment | null>(first)
  /** Those whose place another document took while they were unsaved; in the history only. */
  const [left, setLeft] = createSignal<ReadonlySet<Experiment>>(new Set())
  // Also the same one is begun again.
  const [origin, setBegun] = createSignal(first, { equals: false })
  const experiment = createMemo(() => history().present)
  const clock = createClock()
  let memory: Memory = new Map()
  let heights: HeldHeights = new Map()
  /** Of every document in the history the last text, its own or one before it, that could be read. */
  const readTexts = new WeakMap<Experiment, string>()
  /** `next`, which was `old` before. */
  const following = (next: Experiment, old: Experiment) => {
    const isRead = next.formula !== old.formula && formulaOf(next) !== null
    readTexts.set(next, isRead ? next.formula : (readTexts.get(old) ?? old.formula))
    return next
  }
  /** Back or forth. How one looks at the experiment is no change, so it does not jump with it. */
  const step = (way: typeof undone<Experiment>) =>
    batch(() => {
      const old = experiment()
      const next = way(history())
      const present = next.present === old ? old : following(seenLike(next.present, old), next.present)
      setHistory({ ...next, present })
      if (saved() === next.present) setSaved(present)
    })
  const begin = (another: Experiment, undoable: boolean) => {
    memory = new Map()
    heights = new Map()
    const isLeft = undoable && experiment() !== saved()
    setLeft((old) => new Set<Experiment>(isLeft ? [...old, experiment()] : undoable ? old : []))
    setHistory((old) => (undoable ? changed(old, another, null, clock()) : begun(another)))
    setSaved(another)
    keep(another)
    setBegun(another)
  }
  const look = (edit: (view: View) => View) =>
    batch(() => {
      const old = experiment()
      const present = following({ ...old, view: edit(old.view) }, old)
      setHistory((history) => ({ ...history, present }))
      if (saved() === old) setSaved(present)
    })
  return {
    experiment,
    readText: () => readTexts.get(experiment()) ?? experiment().formula,
    change: (edit: (experiment: Experiment) => Experiment, topic?: string) =>
      setHistory((old) => {
        const next = edit(old.present)
        memory = remembered(memory, old.present, next)
        const read = { ...old.present, formula: readTexts.get(old.present) ?? old.present.formula }
        const own = withOwnHeights(heights, read, recalled(memory, old.present, next))
        heights = own.held
        return changed(old, following(own.experiment, old.present), topic ?? null, clock())
      }),
    goOn: (edit: (experiment: Experiment) => Experiment) =>
      setHistory((old) => goneOn(old, following(edit(old.present), old.present))),
    look,
    undo: () => step(undone),
    redo: () => step(redone),
    canUndo: createMemo(() => history().past.length > 0),
    canRedo: createMemo(() => history().future.length > 0),
    begin,
    revert: (): boolean => {
      const before = kept()
      if (!before) return false
      const isChanged = experiment() !== saved()
      if (isChanged) begin(before, true)
      else look(() => before.view)
      return isChanged
    },
    history,
    restore: (another: Pick<History<Experiment>, 'past' | 'present' | 'future'>, unsaved: boolean) => {
      memory = new Map()
      setLeft(new Set<Experiment>())
      setHistory(restored(another))
      // What is saved of it is another document, or none.
      setSaved(unsaved ? { ...another.present } : another.present)
      keep(unsaved ? null : another.present)
      setBegun(another.present)
    },
    begun: origin,
    unsaved: createMemo(() => experiment() !== saved()),
    toRecover: createMemo(() => {
      const { past, present, future } = history()
      if (present !== saved()) return history()
      const at = past.findLastIndex((document) => left().has(document))
      const document = past[at]
      return document
        ? restored({ past: past.slice(0, at), present: document, future: [...past.slice(at + 1), present, ...future] })
        : null
    }),
    markSaved: (document: Experiment) => {
      setSaved(document)
      keep(document)
      setLeft(new Set<Experiment>())
    }
  }
}

/** What the document's text says, and the last one before it that could be read. */
function createFunction(
  experiment: Accessor<Experiment>,
  readText: Accessor<string>
): Pick<Lab, 'formula' | 'reading' | 'subject' | 'vector'> {
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

/** Language and colours: as chosen, otherwise the system's. */
function createTaste(
  surroundings: Surroundings
): Pick<Lab, 'surroundings' | 'language' | 'words' | 'theme' | 'welcome' | 'layout' | 'arrange' | 'prefer'> {
  const [preferences, setPreferences] = createSignal(surroundings.preferences)
  const systemDark = window.matchMedia('(prefers-color-scheme: dark)')
  const [dark, setDark] = createSignal(systemDark.matches)
  systemDark.addEventListener('change', (event) => setDark(event.matches))
  const language = createMemo<Language>(() => preferences().language ?? surroundings.systemLanguage)
  const theme = createMemo<Theme>(() => preferences().theme ?? (dark() ? 'dark' : 'light'))
  createEffect(() => {
    document.documentElement.lang = language()
    document.documentElement.dataset['theme'] = theme()
  })
  const prefer = (wish: Partial<Preferences>) => {
    setPreferences((old) => ({ ...old, ...wish }))
    void bridge.setPreferences(preferences())
  }
  const layout = (tab: Tab): Layout => preferences().layouts[tab] ?? {}
  return {
    surroundings,
    language,
    words: createMemo(() => words[language()]),
    theme,
    welcome: createMemo(() => preferences().welcome),
    layout,
    arrange: (tab, changes) => prefer({ layouts: { ...preferences().layouts, [tab]: { ...layout(tab), ...changes } } }),
    prefer
  }
}

function createRefusals(): Pick<Lab, 'refused' | 'refuse'> {
  const [found, setFound] = createSignal<ReadonlyMap<string, { readonly topic: Refused; readonly sentence: string }>>(
    new Map()
  )
  return {
    refused: (wanted) => [...found().values()].find(({ topic }) => topic === wanted)?.sentence ?? null,
    refuse: (field, topic, sentence) =>
      setFound((old) => {
        if (sentence === null && !old.has(field)) return old
        const next = new Map(old)
        if (sentence === null) next.delete(field)
        else next.set(field, { topic, sentence })
        return next
      })
  }
}

function createNotice(): Pick<Lab, 'notice' | 'tell' | 'dismissNotice'> {
  const [notice, setNotice] = createSignal<Notice | null>(null)
  return {
    notice,
    tell: (text, bad = false) => {
      const own = { text, bad }
      setNotice(own)
      if (!bad) setTimeout(() => setNotice((shown) => (shown === own ? null : shown)), noticeTime)
    },
    dismissNotice: () => setNotice(null)
  }
}

const LabContext = createContext<Lab>()

export const LabProvider = LabContext.Provider

/** The store, from anywhere below its provider. */
export function useLab(): Lab {
  const lab = useContext(LabContext)
  if (!lab) throw new Error('useLab is called outside of the laboratory')
  return lab
}
