import type { CriticalPoint } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { PlaneData } from './figure'
import type { Look } from './look'
import type { Mark, Place } from './marks'
import { numeral } from './numerals'

/** The signs of critical points, of which `place` says where they stand. */
export function criticalMarks(
  points: readonly CriticalPoint[],
  place: (point: CriticalPoint) => Place,
  look: Look
): readonly Mark[] {
  return points.map((point) => ({
    mark: 'sign',
    at: place(point),
    kind: point.kind,
    colour: look.ink,
    halo: look.card
  }))
}

/** What hovering over a critical point says: what it is, where, and how high. */
export function criticalLines(
  { x, y, value, kind }: CriticalPoint,
  variables: PlaneData['variables'],
  words: Words['plots']
): readonly string[] {
  const place = `${variables[0]} = ${numeral(x, 6)}, ${variables[1]} = ${numeral(y, 6)}`
  return [words.kinds[kind], place, `f = ${numeral(value, 6)}`]
}
