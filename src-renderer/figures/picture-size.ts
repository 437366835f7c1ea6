/** Size of a picture in CSS pixels, and device pixels per CSS pixel. */
export interface PictureSize {
  readonly width: number
  readonly height: number
  readonly scale: number
}

export const usualSize: PictureSize = { width: 1280, height: 800, scale: 2 }

/** CSS pixels of the page that a larger picture is laid out on: so wide, or wider and so high. */
const page = { width: 880, height: 400 }

/** A picture as it is laid out: `magnified` pixels of the size asked for are one of this. */
export interface LaidOut extends PictureSize {
  readonly magnified: number
}

/**
 * The layout of a picture of this size: on a page, then magnified, so that the letters of a large picture are read from
 * the last row; those of a band only as far as it is high. Same proportions, same number of device pixels.
 */
export function laidOut({ width, height, scale }: PictureSize): LaidOut {
  const magnified = Math.max(1, Math.min(width / page.width, height / page.height))
  return { width: width / magnified, height: height / magnified, scale: scale * magnified, magnified }
}
