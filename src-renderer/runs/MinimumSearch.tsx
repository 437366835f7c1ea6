import { numeral } from '@shared/numbers/numeral'
import type { MinimumReport } from '@shared/protocol'
import Star from 'lucide-solid/icons/star'
import { For, onMount, Show } from 'solid-js'
import { Popover } from '../controls/Popover'
import { Working } from '../controls/Working'
import { coordinatesText } from '../figures/caption'
import { lowestOf } from '../figures/lowest'
import { useLab } from '../lab/lab'
import type { MinimumSearch } from '../scene/race'

/** Looks for the lowest point of f and tells how sure it is. */
export function MinimumButton(props: { minimum: MinimumSearch }) {
  const lab = useLab()
  const words = () => lab.words().race.minimum
  return (
    <Popover
      label={words().button}
      face={
        <>
          <Star size={13} aria-hidden="true" /> {words().button}
        </>
      }
    >
      <Sheet minimum={props.minimum} />
    </Popover>
  )
}

function Sheet(props: { minimum: MinimumSearch }) {
  const lab = useLab()
  const words = () => lab.words().race.minimum
  onMount(() => {
    if (!props.minimum.report() && !props.minimum.working()) props.minimum.search()
  })
  return (
    <div class="race-sheet">
      <h3>{words().heading}</h3>
      <Show when={props.minimum.report()}>{(report) => <Found report={report()} />}</Show>
      <Working work={props.minimum} text={words().working}>
        <button type="button" class="link" onClick={() => props.minimum.search()}>
          {words().again}
        </button>
      </Working>
    </div>
  )
}

/** More coordinates than this are in the hint. */
const mostCoordinates = 6
/** What is said of the outside of the ranges. */
const beyond = { lower: 'lowerOutside', bottomless: 'unboundedOutside' } as const
/** More other minima are only counted. */
const mostOthers = 5

function Found(props: { report: MinimumReport }) {
  const lab = useLab()
  const words = () => lab.words().race.minimum
  return (
    <Show when={lowestOf(props.report)} fallback={<p>{nothing(props.report)}</p>}>
      {(lowest) => (
        <>
          <p class="lowest" title={coordinatesText(lowest().point, Infinity, 15)}>
            {words().found({ point: placeText(lowest().point, 6) })}
          </p>
          <p class="numbers">{words().value({ value: numeral(lowest().value, 8) })}</p>
          <Show when={props.report.edges.length > 0}>
            <p>{words().edge({ bounds: bounds(props.report, lowest().point) })}</p>
          </Show>
          <Show when={does('falls')}>
            <p>{words().edgeFalls}</p>
          </Show>
          <Show when={does('undefined')}>
            <p>{words().edgeUndefined}</p>
          </Show>
          <Show when={!Number.isNaN(props.report.norm)} fallback={<p>{words().corner}</p>}>
            <p class="numbers">{words().norm({ value: numeral(props.report.norm, 3) })}</p>
            <Show when={props.report.edges.length === 0} fallback={<p>{words().edgeSlope}</p>}>
              <p>{curvature(props.report.eigenvalues)}</p>
            </Show>
          </Show>
          <p>{agreement(props.report)}</p>
          <Show when={props.report.stretch}>
            <p>{words().stretch}</p>
          </Show>
          <Places heading={words().asLow} places={others(true)}>
            {({ point }) => placeText(point, 4)}
          </Places>
          <Places heading={words().others} places={others(false)}>
            {({ point, value }) => `${placeText(point, 4)}, f = ${numeral(value, 5)}`}
          </Places>
          <Show when={props.report.outside}>{(outside) => <p>{words()[beyond[outside()]]}</p>}</Show>
          <p class="soft">{words().caution}</p>
        </>
      )}
    </Show>
  )

  /** The other minima that are as low as the lowest, or those that are higher. */
  function others(asLow: boolean): MinimumReport['others'] {
    return props.report.others.filter((other) => (other.asLow ?? false) === asLow)
  }

  /** Whether f does this beyond one of the bounds that the point lies on. */
  function does(what: 'falls' | 'undefined'): boolean {
    return props.report.edges.some(({ beyond }) => beyond === what)
  }

  function agreement({ agreeing, starts, stretch }: MinimumReport): string {
    return stretch ? words().agreeingAlong({ agreeing, starts }) : words().agreeing({ agreeing, starts })
  }

  function nothing({ unbounded, starts, value }: MinimumReport): string {
    if (unbounded) return words().unbounded
    return starts > 0 ? words().none({ value: numeral(value, 5) }) : words().undefinedThere
  }

  /** `x = 5, y = −3`: the bounds of the ranges that the point lies on. */
  function bounds({ edges }: MinimumReport, point: readonly number[]): string {
    const shown = edges
      .slice(0, mostCoordinates)
      .map(({ along }) => `${nameOf(along)} = ${numeral(point[along] ?? Number.NaN, 6)}`)
    return [...shown, ...(edges.length > mostCoordinates ? ['…'] : [])].join(', ')
  }

  function nameOf(along: number): string {
    return lab.experiment().variables[along]?.name ?? 'x'
  }

  /** `(0.29, 0.37)`; of one variable `x = 0.29`. */
  function placeText(point: readonly number[], digits: number): string {
    return point.length === 1
      ? `${nameOf(0)} = ${numeral(point[0] ?? Number.NaN, digits)}`
      : coordinatesText(point, mostCoordinates, digits)
  }

  /** What the eigenvalues of the Hessian are, and what they say. */
  function curvature(eigenvalues: MinimumReport['eigenvalues']): string {
    if (!eigenvalues) return words().curvatureUnknown
    const [least = Number.NaN] = eigenvalues
    // What is this small beside the largest is 0 but for rounding.
    const zero = 1e-9 * Math.max(...eigenvalues.map(Math.abs))
    const sign = least > zero ? 'positive' : least < -zero ? 'negative' : 'zero'
    if (eigenvalues.length === 1) return words().second({ value: numeral(least, 4), meaning: words()[sign] })
    const shown = eigenvalues.slice(0, mostCoordinates).map((value) => numeral(value, 4))
    const values = [...shown, ...(eigenvalues.length > mostCoordinates ? ['…'] : [])].join(', ')
    const of = { positive: 'definite', negative: 'indefinite', zero: 'semidefinite' } as const
    return words().curvature({ values, meaning: words()[of[sign]] })
  }
}

/** A list of places under a heading, the last of many only counted; nothing without any. */
function Places(props: {
  heading: string
  places: MinimumReport['others']
  children: (place: MinimumReport['others'][number]) => string
}) {
  const lab = useLab()
  const hidden = () => props.places.length - mostOthers
  return (
    <Show when={props.places.length > 0}>
      <p class="soft">{props.heading}</p>
      <ul>
        <For each={props.places.slice(0, mostOthers)}>
          {(place) => <li class="numbers">{props.children(place)}</li>}
        </For>
        <Show when={hidden() > 0}>
          <li class="soft">{lab.words().race.minimum.more({ count: hidden() })}</li>
        </Show>
      </ul>
    </Show>
  )
}
