import type { Levels } from '@shared/levels'

/**
 * How high on the map of colours each band lies, from below the first level to above the last: between even levels by
 * its value, so that a surface in the same colours agrees; between others by its number, for there most values would
 * share a colour.
 */
export function bandHeights({ values, spacing, range }: Levels): readonly number[] {
  if (!range || values.length === 0) return [0.5]
  const bounds = [range.min, ...values, range.max]
  return Array.from({ length: values.length + 1 }, (_, band) => {
    if (spacing !== 'even') return band / values.length
    const middle = (bounds[band] as number) / 2 + (bounds[band + 1] as number) / 2
    return (middle / 2 - range.min / 2) / (range.max / 2 - range.min / 2)
  })
}
