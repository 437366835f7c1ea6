import { Dialog } from '@kobalte/core/dialog'
import { stepsCsv } from '@shared/experiment/table'
import { ProblemError, sentence } from '@shared/problem'
import { createEffect, createMemo, createResource, createSignal, For, onCleanup, Show } from 'solid-js'
import { bridge } from '../bridge'
import { Choice } from '../controls/Choice'
import { NumberField } from '../controls/NumberField'
import { pictureOf, saveExport, usualSize } from '../figures/export'
import { answerTo, figuresOf, type NamedFigure } from '../figures/gather'
import { runNames } from '../figures/run-names'
import { useLab } from '../lab'
import { framesOf } from '../pictures/frames'
import { gifOf } from '../pictures/gif'
import { looks } from '../plots/look'
import { runsQuestion } from '../questions'
import type { Scene } from '../scene'

type Kind = 'picture' | 'animation' | 'table'

/** Milliseconds each step of an animation is shown. */
const frameTime = 200
/** An animation is for a slide, not for print: one device pixel per CSS pixel unless more is asked for. */
const animationSize = { width: 800, height: 600 }

/** Saves the tab's figures as pictures, a run as an animation, all steps as a table. */
export function ExportDialog(props: { open: boolean; onOpenChange: (open: boolean) => void; scene: Scene }) {
  const lab = useLab()
  return (
    <Dialog open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <Dialog.Portal>
        <Dialog.Overlay class="overlay" />
        <Dialog.Content class="dialog">
          <Dialog.Title as="h2">{lab.words().lab.export.heading}</Dialog.Title>
          <Exports onDone={() => props.onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  )
}

function Exports(props: { onDone: () => void }) {
  const lab = useLab()
  const words = () => lab.words().lab.export
  const [kind, setKind] = createSignal<Kind>('picture')
  const [size, setSize] = createSignal(usualSize)
  const [wanted, setWanted] = createSignal<string | null>(null)
  const [progress, setProgress] = createSignal<number | null>(null)
  const stop = new AbortController()
  onCleanup(() => stop.abort())

  const [figures] = createResource(size, (wish) =>
    figuresOf({
      experiment: lab.experiment(),
      title: lab.title(),
      selection: { step: lab.step(), run: lab.run() },
      words: lab.words(),
      size: wish,
      ask: bridge.ask
    }).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error
      lab.tell(sentence(error, lab.words()), true)
      return [] as readonly NamedFigure[]
    })
  )
  const moving = (figure: NamedFigure) => framesOf(figure.figure, lab.words().plots, 2).length > 1
  const offered = createMemo(() => (figures() ?? []).filter((one) => kind() === 'picture' || moving(one)))
  const chosen = createMemo(() => offered().find((one) => one.name === wanted()) ?? offered()[0])
  const preview = createPreview(() => (kind() === 'table' ? undefined : chosen()))

  const changeKind = (next: Kind) => {
    setKind(next)
    setSize(next === 'animation' ? { ...animationSize, scale: 1 } : usualSize)
  }
  const fileName = () => `${lab.title()}-${chosen()?.name ?? ''}`

  const savePicture = async () => {
    const found = chosen()
    if (!found) return
    const bytes = await pictureOf(lab, found.figure, size())
    await saveExport(lab, { name: fileName(), ending: 'png', bytes })
  }
  const copyPicture = async () => {
    const found = chosen()
    if (!found) return
    await bridge.copyImage(await pictureOf(lab, found.figure, size()))
    lab.tell(lab.words().lab.copied)
  }
  const saveAnimation = async () => {
    const found = chosen()
    if (!found) return
    setProgress(0)
    const bytes = await gifOf(framesOf(found.figure, lab.words().plots), {
      ...size(),
      look: looks.light,
      words: lab.words().plots,
      delay: frameTime,
      progress: (done, total) => setProgress(Math.round((100 * done) / total)),
      signal: stop.signal
    })
    await saveExport(lab, { name: fileName(), ending: 'gif', bytes })
  }
  const saveTable = async () => {
    const experiment = lab.experiment()
    const reports = await answerTo(bridge.ask, runsQuestion(lab.subject(), experiment, experiment.steps + 1))
    const names = experiment.variables.map(({ name }) => name)
    const text = stepsCsv(names, runNames(experiment, lab.words()), reports, lab.words().table)
    await saveExport(lab, { name: lab.title(), ending: 'csv', bytes: new TextEncoder().encode(text) })
  }
  const save = async () => {
    try {
      await { picture: savePicture, animation: saveAnimation, table: saveTable }[kind()]()
      props.onDone()
    } catch (error) {
      if (error instanceof ProblemError) lab.tell(sentence(error, lab.words()), true)
      else if (!stop.signal.aborted) throw error
    } finally {
      setProgress(null)
    }
  }
  const refuseSize = (value: number) =>
    Number.isInteger(value) && value >= 200 && value <= 4000 ? null : words().sizeRefused
  const kinds = () =>
    (['picture', 'animation', 'table'] as const)
      .filter((one) => one === 'picture' || lab.experiment().runs.length > 0)
      .map((value) => ({ value, label: words()[value] }))

  return (
    <>
      <Choice label={words().heading} value={kind()} options={kinds()} onChange={changeKind} />
      <Show when={kind() !== 'table'}>
        <div class="export-preview">
          <Show when={preview()}>{(source) => <img src={source()} alt={chosen()?.figure.title ?? ''} />}</Show>
        </div>
        <div class="export-grid">
          <span>{words().plot}</span>
          <select aria-label={words().plot} onChange={(event) => setWanted(event.currentTarget.value)}>
            <For each={offered()}>
              {(one) => (
                <option value={one.name} selected={one === chosen()}>
                  {plotLabel(one)}
                </option>
              )}
            </For>
          </select>
          <span>{words().size}</span>
          <span class="range">
            <NumberField
              value={size().width}
              label={words().width}
              refuse={refuseSize}
              onChange={(width) => setSize({ ...size(), width })}
            />
            <span aria-hidden="true">×</span>
            <NumberField
              value={size().height}
              label={words().height}
              refuse={refuseSize}
              onChange={(height) => setSize({ ...size(), height })}
            />
          </span>
          <span>{words().scale}</span>
          <Choice
            label={words().scale}
            value={String(size().scale)}
            options={['1', '2', '3', '4'].map((value) => ({ value, label: `${value}×` }))}
            onChange={(scale) => setSize({ ...size(), scale: Number(scale) })}
          />
          <span />
          <span class="soft">
            {words().pixels({ width: size().width * size().scale, height: size().height * size().scale })}
          </span>
        </div>
      </Show>
      <div class="dialog-buttons">
        <Show when={progress() !== null}>
          <span class="soft" role="status">
            {words().working({ percent: progress() ?? 0 })}
          </span>
        </Show>
        <Show when={kind() === 'picture'}>
          <button type="button" disabled={!chosen()} onClick={() => void copyPicture()}>
            {words().copy}
          </button>
        </Show>
        <Dialog.CloseButton aria-label={lab.words().lab.cancel}>{lab.words().lab.cancel}</Dialog.CloseButton>
        <button
          type="button"
          class="primary"
          disabled={progress() !== null || (kind() !== 'table' && !chosen())}
          onClick={() => void save()}
        >
          {words().save}
        </button>
      </div>
    </>
  )

  function plotLabel({ name, figure }: NamedFigure): string {
    const plots = lab.words().lab.plots
    const names: Readonly<Record<string, string>> = {
      curve: plots.curve,
      slope: plots.slope,
      contour: plots.contour,
      surface: plots.surface,
      loss: plots.loss,
      grid: plots.steps,
      runs: plots.methods
    }
    return names[name] ?? figure.title
  }
}

/** A small picture of the figure as an image source, made anew when it changes. */
function createPreview(figure: () => NamedFigure | undefined) {
  const lab = useLab()
  const [source, setSource] = createSignal<string>()
  let made: string | undefined
  const release = () => made && URL.revokeObjectURL(made)
  createEffect(() => {
    const found = figure()
    if (!found) return
    void pictureOf(lab, found.figure, { width: 800, height: 500, scale: 1 }).then((bytes) => {
      release()
      made = URL.createObjectURL(new Blob([bytes.slice()], { type: 'image/png' }))
      setSource(made)
    })
  })
  onCleanup(release)
  return source
}
