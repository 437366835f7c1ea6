import type { Interval } from '@shared/experiment/experiment'
import { numeral } from '@shared/numbers/numeral'
import { toDecimals } from '@shared/numbers/rounded'
import { type Accessor, createMemo, createSignal, For, Show } from 'solid-js'
import { type Answered, type Ask, createAnswer } from '../answer'
import type { PrincipalPlane } from '../figures/principal'
import {
  composition,
  principalContour,
  principalCrowd,
  principalLowest,
  principalNames,
  principalOf,
  principalParts,
  principalRanges,
  principalTraces
} from '../figures/principal-descent'
import { contourSheet, surfaceSize } from '../figures/sampling'
import { standingPoint } from '../figures/standing'
import { type Lab, useLab } from '../lab'
import type { PlotEvents } from '../plots/chart'
import type { ContourData } from '../plots/figure'
import type { Size } from '../plots/layout'
import { planeQuestion, pointQuestion } from '../questions'
import type { Scene } from '../scene'
import { nowhereSentence } from './nowhere'
import type { Pictures } from './pictures'
import { byPixels } from './pixels'
import { planePictures } from './plane-pictures'
import { nearestStep, pickOf, selectionOf } from './selection'
import { createSize } from './size'

/** Descent over the plane in which the selected run moves most: contour beside surface, or small contours. */
export function principalPlane(lab: Lab, scene: Scene, ask: Ask): Pictures {
  const words = () => lab.words().lab.plots
  const { size, attach } = createSize()
  const view = createView(lab, scene, ask, size)
  return planePictures(lab, scene, {
    plane: view,
    attach,
    events: view.hands(pickOf(lab, scene)),
    instead: ({ last }) =>
      view.plane() ? nowhereSentence(last?.answer.values, words()) : lab.words().dimensions.noPath,
    strip: () => <Shares plane={view.plane()} />
  })
}

/** How much of the motion the plane shows, and what its axes are made of. */
function Shares(props: { plane: PrincipalPlane | null }) {
  const lab = useLab()
  const words = () => lab.words().dimensions
  const text = (plane: PrincipalPlane) => {
    const [first, second] = plane.shares
    if (Number.isNaN(first)) return words().still
    return words().share({ both: percent(first + second), first: percent(first), second: percent(second) })
  }
  return (
    <Show when={props.plane}>
      {(plane) => (
        <p class="shares soft">
          <span class="ellipsis" title={text(plane())}>
            {text(plane())}
          </span>
          <For each={principalNames}>
            {(name, at) => {
              const terms = () => composition(lab.experiment(), at() === 0 ? plane().across : plane().up)
              return (
                <span class="ellipsis" title={words().madeHint({ name, terms: terms().join(' ') })}>
                  {words().made({ name, terms: shortTerms(terms()) })}
                </span>
              )
            }}
          </For>
        </p>
      )}
    </Show>
  )
}

/** To a tenth; 100 % only where nothing is missing that one could see. */
function percent(share: number): string {
  const size = 100 * share
  const digits = size >= 99.95 && size < 99.995 ? 2 : 1
  return `${numeral(toDecimals(size, digits))} %`
}

/** More terms than these are told when the pointer is over them. */
const mostTerms = 3

const shortTerms = (terms: readonly string[]) =>
  terms.length > mostTerms ? `${terms.slice(0, mostTerms).join(' ')} …` : terms.join(' ')

interface Ranges {
  readonly x: Interval
  readonly y: Interval
}

interface View {
  readonly plane: Accessor<PrincipalPlane | null>
  readonly contour: Accessor<Answered<'plane'>>
  readonly surface: Accessor<Answered<'plane'>>
  /** Null until there are samples; until there are those of the plane of now, all of it is of the plane before. */
  readonly contourData: Accessor<ContourData | null>
  readonly surfaceData: Accessor<ContourData | null>
  readonly hands: (pick: (run: number, step: number) => void) => PlotEvents
}

/** Keeps asking for f over the plane. `size`: of the contour, in CSS pixels; zero while it is not shown. */
function createView(lab: Lab, scene: Scene, ask: Ask, size: Accessor<Size>): View {
  const look = () => lab.experiment().view
  const plane = createMemo(() => principalOf(lab.experiment(), scene.reports(), lab.run()), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b)
  })
  const traces = createMemo(() => {
    const found = plane()
    return found ? principalTraces(lab.experiment(), scene.shown().reports, lab.words(), found) : []
  })
  /** What the user has taken hold of; null: what shows the runs. It is of one plane alone, so no document has it. */
  const [held, hold] = createSignal<(Ranges & { readonly of: PrincipalPlane | null }) | null>(null)
  const whole = createMemo((): Ranges => {
    const found = plane()
    const paths = found ? principalTraces(lab.experiment(), scene.reports(), lab.words(), found) : []
    return principalRanges(paths, lab.run())
  })
  const wanted = createMemo((): Ranges => {
    const found = held()
    return found && found.of === plane() ? { x: found.x, y: found.y } : whole()
  })
  const contour = createAnswer(
    ask,
    byPixels(
      size,
      () => contourSheet(lab.experiment(), wanted()),
      (pixels) => {
        const found = plane()
        return found && planeQuestion('contour', lab.subject(), found, wanted(), pixels, look().contour)
      }
    )
  )
  const surface = createAnswer(
    ask,
    createMemo(() => {
      const found = plane()
      const corners = surfaceSize({ ...look().surface, spacing: null }, wanted())
      return found && planeQuestion('surface', lab.subject(), found, wanted(), corners, look().contour)
    })
  )
  const standing = createMemo(() => standingPoint(lab.experiment(), scene.shown().reports, selectionOf(lab, scene)))
  const slope = createAnswer(
    ask,
    createMemo(() => pointQuestion(lab.subject(), standing(), lab.experiment().gradient.h))
  )
  const crowd = createMemo(() => {
    const found = plane()
    return found ? principalCrowd(lab.experiment(), scene.crowd(), lab.run(), found) : undefined
  })
  const parts = createMemo(() => {
    const found = plane()
    return found && principalParts(lab.experiment(), scene.opened(), lab.run(), found)
  })
  /** `before`: what is shown while there are no samples of the function and the plane of the runs: none lie on another. */
  const dataOf = ({ last }: Answered<'plane'>, before: ContourData | null): ContourData | null => {
    const found = plane()
    if (!last || !found) return null
    const { subject, origin, across, up, x, y } = last.question.body
    if (origin.length !== found.origin.length) return null
    if (JSON.stringify(subject) !== JSON.stringify(scene.about())) return before
    if (JSON.stringify([origin, across, up]) !== JSON.stringify([found.origin, found.across, found.up])) return before
    const gradient = slope().last?.answer.gradient ?? null
    const selection = selectionOf(lab, scene)
    const data = principalContour(lab.experiment(), found, last.answer, { x, y }, traces(), selection, gradient)
    const lowest = principalLowest(scene.minimum.report(), found)
    return { ...data, ...lowest, crowd: crowd(), ...parts(), asked: last.question }
  }
  const contourData = createMemo((before: ContourData | null) => dataOf(contour(), before), null)
  const surfaceData = createMemo((before: ContourData | null) => dataOf(surface(), before), null)
  const hands = (pick: (run: number, step: number) => void): PlotEvents => ({
    place: (x, y) => {
      const unit = { x: 1 / (wanted().x.max - wanted().x.min), y: 1 / (wanted().y.max - wanted().y.min) }
      const found = nearestStep(traces(), { x, y }, unit)
      if (found) pick(found.run, found.step)
    },
    view: (x, y) => hold({ x, y, of: plane() }),
    reset: () => hold(null)
  })
  return { plane, contour, surface, contourData, surfaceData, hands }
}
