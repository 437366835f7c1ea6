import type { Experiment, View } from '@shared/experiment/experiment'
import { type HeldHeights, withOwnHeights } from '@shared/experiment/heights'
import { type Memory, recalled, remembered } from '@shared/experiment/memory'
import { formulaOf } from '@shared/experiment/reading'
import { type Accessor, batch, createMemo, createSignal } from 'solid-js'
import { createClock } from './clock'
import { begun, changed, goneOn, type History, redone, restored, undone } from './history'

/** The document, its history and what of it is saved. */
export interface Held {
  readonly experiment: Accessor<Experiment>
  /** Changes the document. Changes about the same topic in quick succession are undone together. */
  change(edit: (experiment: Experiment) => Experiment, topic?: string): void
  /** Changes only how the document is looked at: saved with it, but neither an undo step nor an unsaved change. */
  look(edit: (view: View) => View): void
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

/** The document, `first` until another is begun. Call it inside a Solid root. */
export function createDocument(first: Experiment) {
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
