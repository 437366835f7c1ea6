import { numeral } from '@shared/numbers/numeral'
import { toDecimals } from '@shared/numbers/rounded'
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Ask } from '../answers/answer'
import type { Axes } from '../cards/pointer'
import type { HeldRanges } from '../figures/descend'
import { inPlane, onPlane, type PrincipalPlane } from '../figures/principal'
import { composition, principalNames, principalOf, turned } from '../figures/principal-descent'
import { type Lab, useLab } from '../lab/lab'
import { nearestOn, pickOf } from '../runs/selection'
import type { Scene } from '../scene/scene'
import type { Pictures } from './pictures'
import { planePictures } from './plane-pictures'

/** Descent over the plane in which the selected run moves most: contour beside surface, or small contours. */
export function principalPlane(lab: Lab, scene: Scene, ask: Ask): Pictures {
  const pick = pickOf(lab, scene)
  const plane = createMemo(() => {
    const { experiment, kept, selection } = scene.descent()
    return principalOf(experiment, kept, selection.run)
  })
  const [held, hold] = createSignal<HeldRanges | null>(null)
  const descent = createMemo(() => ({ ...scene.descent(), held: held() }))
  return planePictures(lab, scene, ask, {
    descent,
    isHeld: () => held() !== null,
    axes: principalAxes(plane),
    missing: () => (plane() ? null : lab.words().dimensions.noPath),
    strip: () => <Shares plane={plane()} />,
    events: (shown) => ({
      seek: (x, y) => {
        const found = nearestOn(shown(), x, y)
        if (found) pick(found.run, found.step)
      },
      view: (x, y) => {
        const of = plane()
        if (of) hold({ x, y, of })
      },
      reset: () => hold(null)
    })
  })
}

/** The directions of the plane as axes; without one nothing is on them. */
function principalAxes(plane: () => PrincipalPlane | null): Axes {
  const none = [Number.NaN, Number.NaN] as const
  const over = <Value,>(use: (plane: PrincipalPlane) => Value, otherwise: Value) => {
    const found = plane()
    return found ? use(found) : otherwise
  }
  return {
    pointOf: ([x = Number.NaN, y = Number.NaN]) =>
      over<readonly number[] | null>((found) => onPlane(found, x, y), null),
    placeOf: (point) => over<readonly [number, number]>((found) => inPlane(found, point), none),
    slopesOf: (gradient) => over<readonly [number, number]>((found) => turned(found, gradient), none)
  }
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
