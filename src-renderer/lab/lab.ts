import type { Surroundings } from '@shared/bridge'
import { type Example, exampleNamed } from '@shared/experiment/examples'
import type { Experiment, Scheme } from '@shared/experiment/experiment'
import type { Words } from '@shared/words/index'
import { type Accessor, batch, createContext, createEffect, createMemo, createSignal, useContext } from 'solid-js'
import { bridge } from '../bridge'
import type { Occasion } from '../figures/occasion'
import { type Animation, createAnimation } from './animation'
import { createDocument, type Held } from './document'
import { createNotice, createRefusals, type Notices, type Refusals } from './notices'
import { createPresentation, type Presentation } from './presentation'
import { createSchemeLookedAt } from './scheme'
import { createTaste, type Taste } from './taste'
import { createFunction, type Told } from './text'

/** The one store of the page: the document with its history, what is selected in it, and how the person likes to see it. */
export interface Lab extends Held, Told, Taste, Notices, Refusals {
  /** Tells the document what is typed but still held back: before it is saved, undone or exported. */
  finishTyping(): void
  /** Says how what is held back is told. There is one editor. */
  whenTypingFinishes(tell: () => void): void
  /** The document's own title, or that of the example it came from, or “untitled”. */
  readonly title: Accessor<string>

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
  /** As if that tab had not been asked for. */
  leave(tab: string): void

  readonly presentation: Presentation
}

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
  const leave = (tab: string) => setInspected((old) => old.filter((other) => other !== tab))
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
    inspect,
    leave
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
