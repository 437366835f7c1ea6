import type { Lab } from '../lab/lab'
import { looks, sliceColours } from '../plots/look'

/** The colour in which the slice along variable number `axis` is drawn in every plot; none off the axes. */
export function sliceColour(lab: Lab, axis: number): string {
  const side = lab.experiment().view.axes.indexOf(axis)
  return sliceColours(looks[lab.theme()])[side] ?? 'transparent'
}
