import { Dialog } from '@kobalte/core/dialog'
import { type Format, formats } from '@shared/formats'
import { ProblemError, sentence } from '@shared/problem'
import type { ComparisonReport, MinimumReport } from '@shared/protocol'
import {
  type Accessor,
  createEffect,
  createMemo,
  createResource,
  createSignal,
  For,
  onCleanup,
  type Resource,
  Show
} from 'solid-js'
import { bridge } from '../bridge'
import { Choice } from '../controls/Choice'
import { NumberField } from '../controls/NumberField'
import { figuresOf, type PictureOccasion } from '../figures/gather'
import type { NamedFigure, Occasion } from '../figures/occasion'
import { laidOut, type PictureSize, usualSize } from '../figures/picture-size'
import { pythonOf } from '../figures/python'
import { type Lab, useLab } from '../lab/lab'
import { CopyPython } from './CopyPython'
import { copyPicture, isMoving, pictureOf, saveAnimation, savePicture, saveScript, saveTable } from './files'
import { PythonPreview } from './PythonPreview'
import { TablePreview } from './TablePreview'

/** An animation is for a slide, not for print: one device pixel per CSS pixel unless more is asked for. */
const animationSize: PictureSize = { width: 800, height: 600, scale: 1 }

/** Device pixels of the preview to a pixel of the picture's size: it is no larger than 800 × 500. */
const previewScale = ({ width, height }: PictureSize) => Math.min(1, 800 / width, 500 / height)

/** Saves the tab's figures as pictures, a run as an animation or a Python script, all steps as a table. */
export function ExportDialog(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The lowest point of f, if it has been searched for. */
  minimum?: MinimumReport | undefined
  /** What the fair comparison found, if the runs are as compared. */
  comparison?: ComparisonReport | undefined
}) {
  const lab = useLab()
  // What is exported is what is seen now.
  createEffect(() => props.open && lab.animation.stop())
  return (
    <Dialog open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <Dialog.Portal>
        <Dialog.Overlay class="overlay" />
        <Dialog.Content class="dialog">
          <Dialog.Title as="h2">{lab.words().lab.export.heading}</Dialog.Title>
          <Exports onDone={() => props.onOpenChange(false)} minimum={props.minimum} comparison={props.comparison} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  )
}

function Exports(props: {
  onDone: () => void
  minimum: MinimumReport | undefined
  comparison: ComparisonReport | undefined
}) {
  const lab = useLab()
  const words = () => lab.words().lab.export
  const [format, setFormat] = createSignal<Format>('picture')
  const [size, setSize] = createSignal(usualSize)
  const [wanted, setWanted] = createSignal<string | null>(null)
  const [progress, setProgress] = createSignal<number | null>(null)
  const [isMade, setMade] = createSignal(true)
  const stop = new AbortController()
  onCleanup(() => stop.abort())

  const figures = createFigures(lab, size, () => ({ minimum: props.minimum, comparison: props.comparison }))
  const offered = createMemo(() => (figures()?.all ?? []).filter((one) => format() === 'picture' || isMoving(lab, one)))
  const chosen = createMemo(() => offered().find((one) => one.name === wanted()) ?? offered()[0])

  const isCurrent = () => figures()?.size === size() && figures()?.occasion === lab.occasion()
  const isPicture = () => format() === 'picture' || format() === 'animation'
  const [scripted, setScripted] = createSignal<readonly number[]>([...lab.experiment().runs.keys()])
  const script = createScript(lab, () => format() === 'python' && scripted())
  const changeFormat = (next: Format) => {
    setFormat(next)
    setSize(next === 'animation' ? animationSize : usualSize)
  }
  const save = async () => {
    const found = chosen()
    const text = script()
    if (format() === 'table') return saveTable(lab, { progress: setProgress, signal: stop.signal })
    if (format() === 'python') return text ? saveScript(lab, text) : false
    if (found && format() === 'picture') return savePicture(lab, found.figure, size(), found.name)
    if (!found) return false
    setProgress(0)
    return saveAnimation(lab, found, size(), { progress: setProgress, signal: stop.signal })
  }
  const finish = async () => {
    try {
      // What was chosen here is not lost where no file was made of it.
      if (await save()) props.onDone()
    } catch (error) {
      if (error instanceof ProblemError) lab.tell(sentence(error, lab.words()), true)
      else if (!stop.signal.aborted) throw error
    } finally {
      setProgress(null)
    }
  }
  return (
    <>
      <FormatChoice value={format()} onChange={changeFormat} />
      <Show when={isPicture()}>
        <Show
          when={format() === 'picture' || !figures() || chosen()}
          fallback={<NothingMoves onPicture={() => changeFormat('picture')} />}
        >
          <Preview figure={isCurrent() ? chosen() : undefined} size={size()} onMade={setMade} />
          <PictureForm offered={offered()} chosen={chosen()} onChoose={setWanted} size={size()} onResize={setSize} />
        </Show>
      </Show>
      <Show when={format() === 'table'}>
        <TablePreview />
      </Show>
      <Show when={format() === 'python'}>
        <PythonPreview script={script()} runs={scripted()} onChoose={setScripted} />
      </Show>
      <div class="dialog-buttons">
        <Show when={progress() !== null}>
          <span class="soft" role="status">
            {(format() === 'table' ? lab.words().table.writing : words().working)({ percent: progress() ?? 0 })}
          </span>
        </Show>
        <Show when={format() === 'picture' && isCurrent() && isMade() && chosen()}>
          {(found) => (
            <button type="button" onClick={() => void copyPicture(lab, found().figure, size())}>
              {words().copy}
            </button>
          )}
        </Show>
        <Show when={format() === 'python'}>
          <CopyPython runs={scripted()} />
        </Show>
        <Dialog.CloseButton aria-label={lab.words().lab.cancel}>{lab.words().lab.cancel}</Dialog.CloseButton>
        <button
          type="button"
          class="primary"
          disabled={
            progress() !== null ||
            (isPicture() && !(chosen() && isCurrent() && isMade())) ||
            (format() === 'python' && (script.loading || !script()))
          }
          onClick={() => void finish()}
        >
          {words().save}
        </button>
      </div>
    </>
  )
}

/** These runs as one Python script: null where there is none of them, undefined while the first is being made. */
function createScript(lab: Lab, runs: Accessor<readonly number[] | false>): Resource<string | null> {
  const wanted = () => {
    const indices = runs()
    return indices && { indices, occasion: lab.occasion() }
  }
  const [script] = createResource(wanted, ({ indices, occasion: { experiment, title, subject, words } }) =>
    pythonOf(bridge.ask, experiment, title, subject, indices, words).catch((error: unknown): null => {
      if (!(error instanceof ProblemError)) throw error
      lab.tell(sentence(error, words), true)
      return null
    })
  )
  return script
}

/** Figures, and what they were computed for: undo works in dialogs, too. */
interface MadeFigures {
  readonly all: readonly NamedFigure[]
  readonly occasion: Occasion
  readonly size: PictureSize
}

/**
 * The figures of the tab for pictures of this size – older ones, while they are computed anew –; none, with a word
 * about it, if they cannot be; undefined at first.
 */
function createFigures(
  lab: Lab,
  size: Accessor<PictureSize>,
  known: Accessor<Pick<PictureOccasion, 'minimum' | 'comparison'>>
): Accessor<MadeFigures | undefined> {
  const wanted = () => ({ size: size(), occasion: lab.occasion() })
  const [figures] = createResource(wanted, ({ size, occasion }) =>
    figuresOf({
      ...occasion,
      selection: { step: lab.step(), run: lab.run() },
      size: laidOut(size),
      ask: bridge.ask,
      ...known()
    })
      .catch((error: unknown): readonly NamedFigure[] => {
        if (!(error instanceof ProblemError)) throw error
        lab.tell(sentence(error, lab.words()), true)
        return []
      })
      .then((all): MadeFigures => ({ all, size, occasion }))
  )
  return figures
}

/** Tables and scripts are of runs. */
function FormatChoice(props: { value: Format; onChange: (format: Format) => void }) {
  const lab = useLab()
  const words = () => lab.words().lab.export
  const hasRuns = createMemo(() => lab.experiment().runs.length > 0)
  // Made anew only where they change: the focus is on one of them.
  const offered = createMemo(() =>
    formats
      .filter((one) => one === 'picture' || one === 'animation' || hasRuns())
      .map((value) => ({ value, label: value === 'python' ? lab.words().python.kind : words()[value] }))
  )
  return <Choice label={words().heading} value={props.value} options={offered()} onChange={props.onChange} />
}

/** Said in place of an animation where nothing moves, with ways to something that does. */
function NothingMoves(props: { onPicture: () => void }) {
  const lab = useLab()
  const words = () => lab.words().lab.export
  const hasSteps = () => lab.experiment().runs.length > 0 && lab.experiment().steps > 0
  const isLinked = () => lab.experiment().view.tab === 'descend' && lab.experiment().view.arrangement === 'linked'
  return (
    <div class="nothing-moves">
      <p>{hasSteps() ? words().nothingMoves : words().noSteps}</p>
      <Show when={hasSteps() && !isLinked()}>
        <button type="button" onClick={() => lab.look((view) => ({ ...view, tab: 'descend', arrangement: 'linked' }))}>
          {words().moveSteps}
        </button>
      </Show>
      <Show when={lab.experiment().view.tab !== 'differentiate'}>
        <button type="button" onClick={() => lab.look((view) => ({ ...view, tab: 'differentiate' }))}>
          {words().moveH}
        </button>
      </Show>
      <button type="button" onClick={() => props.onPicture()}>
        {words().picture}
      </button>
    </div>
  )
}

/** Which plot, and how large in CSS pixels and in device pixels. */
function PictureForm(props: {
  offered: readonly NamedFigure[]
  chosen: NamedFigure | undefined
  onChoose: (name: string) => void
  size: PictureSize
  onResize: (size: PictureSize) => void
}) {
  const lab = useLab()
  const words = () => lab.words().lab.export
  const refuse = (value: number) =>
    Number.isInteger(value) && value >= 200 && value <= 4000 ? null : words().sizeRefused
  const length = (side: 'width' | 'height') => (
    <NumberField
      value={props.size[side]}
      label={words()[side]}
      refuse={refuse}
      onChange={(pixels) => props.onResize({ ...props.size, [side]: pixels })}
    />
  )
  return (
    <div class="export-grid">
      <span>{words().plot}</span>
      <select aria-label={words().plot} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        <For each={props.offered}>
          {(one) => (
            <option value={one.name} selected={one === props.chosen}>
              {plotLabel(lab, one)}
            </option>
          )}
        </For>
      </select>
      <span>{words().size}</span>
      <span class="range">
        {length('width')}
        <span aria-hidden="true">×</span>
        {length('height')}
      </span>
      <span>{words().scale}</span>
      <Choice
        label={words().scale}
        value={String(props.size.scale)}
        options={['1', '2', '3', '4'].map((value) => ({ value, label: `${value}×` }))}
        onChange={(scale) => props.onResize({ ...props.size, scale: Number(scale) })}
      />
      <span />
      <span class="soft">
        {words().pixels({
          width: props.size.width * props.size.scale,
          height: props.size.height * props.size.scale
        })}
      </span>
    </div>
  )
}

/** What a figure is; the title itself, where that is not the experiment's. */
function plotLabel(lab: Lab, { name, figure }: NamedFigure): string {
  const { plots } = lab.words().lab
  const names: Readonly<Record<string, string>> = {
    curve: plots.curve,
    contour: plots.contour,
    surface: plots.surface,
    grid: plots.steps,
    runs: plots.methods,
    variables: lab.words().dimensions.variablesTitle
  }
  return names[name] ?? figure.title
}

/**
 * The picture itself, with fewer pixels, made anew when it changes; or the sentence that says why it cannot be. `onMade`
 * hears whether there is one.
 */
function Preview(props: { figure: NamedFigure | undefined; size: PictureSize; onMade: (isMade: boolean) => void }) {
  const lab = useLab()
  const [made, setMade] = createSignal<{ readonly source: string } | { readonly problem: ProblemError }>()
  createEffect(() => {
    const [found, size] = [props.figure, props.size]
    let source: string | undefined
    let isOver = false
    onCleanup(() => {
      isOver = true
      if (source) URL.revokeObjectURL(source)
    })
    // What was said of another size is not true of this one.
    setMade((last) => (last && 'problem' in last ? undefined : last))
    if (!found) return
    const finish = (next: ReturnType<typeof made>) => {
      if (isOver) return
      setMade(next)
      props.onMade(next !== undefined && 'source' in next)
    }
    pictureOf(lab, found.figure, { ...size, scale: previewScale(size) }).then(
      (bytes) => {
        if (isOver) return
        source = URL.createObjectURL(new Blob([bytes.slice()], { type: 'image/png' }))
        finish({ source })
      },
      (error: unknown) => {
        if (!(error instanceof ProblemError)) throw error
        finish({ problem: error })
      }
    )
  })
  const source = () => {
    const found = made()
    return found && 'source' in found ? found.source : undefined
  }
  const problem = () => {
    const found = made()
    return found && 'problem' in found ? found.problem : undefined
  }
  return (
    <div class="export-preview">
      <Show when={source()}>{(found) => <img src={found()} alt={props.figure?.figure.title ?? ''} />}</Show>
      <Show when={problem()}>
        {(found) => (
          <p class="fault" role="alert">
            {sentence(found(), lab.words())}
          </p>
        )}
      </Show>
    </div>
  )
}
