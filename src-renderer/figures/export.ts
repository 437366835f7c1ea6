import type { ExportedFile } from '@shared/bridge'
import { sentence } from '@shared/problem'
import { bridge } from '../bridge'
import type { Lab } from '../lab'
import { pngOf } from '../pictures/png'
import type { Figure } from '../plots/figure'
import { looks } from '../plots/look'

/** Size of a picture in CSS pixels, and device pixels per CSS pixel. */
export interface PictureSize {
  readonly width: number
  readonly height: number
  readonly scale: number
}

export const usualSize: PictureSize = { width: 1280, height: 800, scale: 2 }

/** The figure as PNG. Pictures are for paper and slides, so they are light whatever the window is. */
export const pictureOf = (lab: Pick<Lab, 'words'>, figure: Figure, size: PictureSize): Promise<Uint8Array> =>
  pngOf(figure, { ...size, look: looks.light, words: lab.words().plots })

/** Asks where to, saves, and says so. */
export async function saveExport(lab: Lab, file: ExportedFile): Promise<void> {
  const reply = await bridge.exportFile(file)
  if (reply.kind === 'saved') lab.tell(lab.words().lab.export.saved({ name: reply.name }))
  if (reply.kind === 'problem') lab.tell(sentence(reply.problem, lab.words()), true)
}

export async function savePicture(lab: Lab, figure: Figure): Promise<void> {
  const bytes = await pictureOf(lab, figure, usualSize)
  await saveExport(lab, { name: `${lab.title()}-${figure.plot}`, ending: 'png', bytes })
}

export async function copyPicture(lab: Lab, figure: Figure): Promise<void> {
  await bridge.copyImage(await pictureOf(lab, figure, usualSize))
  lab.tell(lab.words().lab.copied)
}
