import type { SignPlace } from '@shared/protocol'
import type { CurveData } from '../figure'
import { isWithin } from './breaks'
import { faded, type Look } from './look'
import type { Mark } from './marks'
import type { Canvas } from './plot'
import { labels, type Room, type Wish, wish } from './room'
import { formText } from './signs-layout'

/** The column of the sign table that is looked at: its ends, and what lies between. */
export function columnMarks({ column }: CurveData, look: Look): readonly Mark[] {
  if (!column) return []
  const { min, max } = column
  const guide = (x: number): Mark => ({ mark: 'guide', x, y: null, colour: look.tangent, width: 1, dash: [3, 3] })
  if (min === max) return [guide(min)]
  return [{ mark: 'stretch', from: min, to: max, colour: faded(look.tangent, 0.12) }, guide(min), guide(max)]
}

/** A line up through each place of the sign table. */
export function placeGuides({ signPlaces = [] }: CurveData, look: Look): readonly Mark[] {
  return signPlaces.map(({ at }) => ({ mark: 'guide', x: at, y: null, colour: look.zero, width: 1, dash: [4, 4] }))
}

/** The same with the places of the curve that have a name, full dots for its highest and lowest, open ones where it bends the other way. */
export function placeMarks(data: CurveData, room: Room, canvas: Canvas): readonly Mark[] {
  const { look } = canvas
  if (!data.signPlaces) return []
  const named = data.signPlaces.filter((place) => isNamed(place) && isWithin(room.y, place.value))
  const at = ({ at, value }: SignPlace) => [at, value]
  const wishes = named.map((place): Wish => {
    return { ...wish([at(place)], nameOf(place, canvas.words.signs), look.ink, 12), optional: true }
  })
  const extrema = named.filter(({ extremum }) => extremum !== null).map(at)
  const bends = named.filter(({ extremum }) => extremum === null).map(at)
  return [
    ...placeGuides(data, look),
    { mark: 'dots', places: extrema, colour: look.ink, halo: look.card, radius: 4, opacity: 1 },
    { mark: 'circles', places: bends, colour: look.ink, ground: look.card, radius: 4, width: 1.8 },
    ...labels(room, wishes)
  ]
}

const isNamed = ({ extremum, inflection }: SignPlace): boolean => extremum !== null || inflection

/** 極大 2; 変曲点 (0, 0). */
function nameOf(place: SignPlace, words: Canvas['words']['signs']): string {
  const value = formText(place.exactValue, place.value)
  if (place.extremum) return `${words[place.extremum]} ${value}`
  return `${words.inflection} (${formText(place.exact, place.at)}, ${value})`
}
