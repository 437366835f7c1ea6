import type { Bridge, ExportedFile } from '@shared/bridge'
import { ProblemError, sentence } from '@shared/problem'
import { bridge } from '../bridge'
import type { ContourData, Figure } from '../figure'
import { answerTo } from '../figures/know'
import type { NamedFigure } from '../figures/occasion'
import { laidOut, type PictureSize, usualSize } from '../figures/picture-size'
import { type ContourSheet, contourSheet, contourSize } from '../figures/sampling'
import { joined, stepsPieces } from '../figures/steps'
import type { Lab } from '../lab/lab'
import { framesOf, mostFrames } from '../pictures/frames'
import { gifOf } from '../pictures/gif'
import { pngOf } from '../pictures/png'
import { looks } from '../plots/look'
import { approachOf, showsApproach } from './approach'
import { momentsOf } from './moments'

/** The figure as PNG. Pictures are for paper and slides, so they are light whatever the window is. */
export const pictureOf = (lab: Pick<Lab, 'words'>, figure: Figure, size: PictureSize): Promise<Uint8Array> =>
  pngOf(figure, { ...laidOut(size), look: looks.light, words: lab.words().plots })

/** Says what became of a file; whether it was saved. */
function isSaved(lab: Lab, reply: Awaited<ReturnType<Bridge['exportFile']>>): boolean {
  if (reply.kind === 'saved') lab.tell(lab.words().lab.export.saved({ name: reply.name }))
  if (reply.kind === 'problem') lab.tell(sentence(reply.problem, lab.words()), true)
  return reply.kind === 'saved'
}

/** Asks where to, saves, and says so. Like all that save here: whether it was saved. */
const saveExport = async (lab: Lab, file: ExportedFile): Promise<boolean> => isSaved(lab, await bridge.exportFile(file))

/** Does what makes a picture, and says why if there can be none. */
async function told(lab: Lab, work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    lab.tell(sentence(error, lab.words()), true)
    return false
  }
}

/** What is on the screen, with samples for a picture of this size where it is sampled by the pixels that it has there. */
async function sampledFor(lab: Lab, figure: Figure, size: PictureSize): Promise<Figure> {
  const { width, height, scale } = laidOut(size)
  const finer = async (contour: ContourData, joint?: Pick<ContourSheet, 'joint'>): Promise<ContourData> => {
    const { asked, ...data } = contour
    if (!asked) return contour
    const sheet = { ...contourSheet(lab.experiment(), asked.body), ...joint }
    const body = { ...asked.body, ...contourSize({ width, height }, sheet, scale) }
    return { ...data, samples: await answerTo(bridge.ask, { ...asked, body } as typeof asked) }
  }
  if (figure.plot === 'contour') return { ...figure, data: await finer(figure.data) }
  if (figure.plot === 'joint')
    return { ...figure, data: { ...figure.data, contour: await finer(figure.data.contour, { joint: true }) } }
  if (figure.plot === 'runs') return { ...figure, data: { ...figure.data, contour: await finer(figure.data.contour) } }
  if (figure.plot === 'steps' && figure.data.kind === 'contour')
    return { ...figure, data: { ...figure.data, contour: await finer(figure.data.contour) } }
  return figure
}

/** `name`: what the file is called beside the title. */
export async function savePicture(
  lab: Lab,
  figure: Figure,
  size = usualSize,
  name: string = figure.plot
): Promise<boolean> {
  return told(lab, async () => {
    const bytes = await pictureOf(lab, await sampledFor(lab, figure, size), size)
    return saveExport(lab, { name: `${lab.title()}-${name}`, format: 'picture', bytes })
  })
}

export async function copyPicture(lab: Lab, figure: Figure, size = usualSize): Promise<void> {
  await told(lab, async () => {
    await bridge.copyImage(await pictureOf(lab, await sampledFor(lab, figure, size), size))
    lab.tell(lab.words().lab.copied)
    return true
  })
}

/** Milliseconds each step of an animation is shown, and each h on its way to 0. */
const [stepTime, sizeTime] = [200, 100]

/** Whether there is something to animate in the figure. */
export const isMoving = (lab: Lab, { figure }: NamedFigure): boolean =>
  showsApproach(lab.experiment(), figure) || framesOf(figure, lab.words().plots, 2).length > 1

/** The steps of the figure one after the other as GIF, or the secant on its way to the tangent. `progress` is told percents; rejects when `signal` aborts. */
export async function saveAnimation(
  lab: Lab,
  { name, figure }: NamedFigure,
  size: PictureSize,
  watch: { readonly progress: (percent: number) => void; readonly signal: AbortSignal }
): Promise<boolean> {
  const experiment = lab.experiment()
  const isApproach = showsApproach(experiment, figure)
  const frames = isApproach
    ? await approachOf(lab.occasion(), bridge.ask, name, sizeTime, watch.signal)
    : framesOf(
        figure,
        lab.words().plots,
        mostFrames,
        await momentsOf(lab.occasion(), bridge.ask, figure, mostFrames, watch.signal)
      )
  watch.signal.throwIfAborted()
  const bytes = await gifOf(frames, {
    ...laidOut(size),
    look: looks.light,
    words: lab.words().plots,
    delay: isApproach ? sizeTime : stepTime,
    progress: (done, total) => watch.progress(Math.round((100 * done) / total)),
    signal: watch.signal
  })
  return saveExport(lab, { name: `${lab.title()}-${name}`, format: 'animation', bytes })
}

/** Bytes of a long file that are sent at once. */
const pieceSize = 8 * 1024 * 1024

/**
 * All steps of all runs, however many. `progress` is told percents of a file that takes a while; rejects when `signal`
 * aborts, and then there is no file.
 */
export async function saveTable(
  lab: Lab,
  watch: { readonly progress: (percent: number) => void; readonly signal: AbortSignal }
): Promise<boolean> {
  const file = { name: lab.title(), format: 'table' } as const
  const waiting: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  let begun = false
  const send = async (end: 'keep' | null) => {
    const bytes = joined(waiting.splice(0))
    size = 0
    const reply = begun
      ? await bridge.exportMore({ bytes, end })
      : await bridge.exportFile({ ...file, bytes, more: true })
    begun = true
    return reply
  }
  try {
    for await (const { bytes, share } of stepsPieces(bridge.ask, lab.experiment(), lab.subject(), lab.words())) {
      watch.signal.throwIfAborted()
      waiting.push(bytes)
      size += bytes.length
      if (size < pieceSize) continue
      const reply = await send(null)
      if (reply.kind !== 'saved') return isSaved(lab, reply)
      watch.progress(Math.floor(100 * share))
    }
    if (!begun) return await saveExport(lab, { ...file, bytes: joined(waiting) })
    return isSaved(lab, await send('keep'))
  } catch (error) {
    if (begun) await bridge.exportMore({ bytes: new Uint8Array(), end: 'drop' })
    throw error
  }
}

/** A run as a Python script. */
export const saveScript = (lab: Lab, script: string): Promise<boolean> =>
  saveExport(lab, { name: lab.title(), format: 'python', bytes: new TextEncoder().encode(script) })
