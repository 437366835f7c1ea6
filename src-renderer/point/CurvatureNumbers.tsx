import type { Experiment, Surface } from '@shared/experiment/experiment'
import { typesetName, typesetNumber } from '@shared/language/typeset'
import { numeral } from '@shared/numbers/numeral'
import type { Curvature, PointReport } from '@shared/protocol'
import { type Accessor, For, Show } from 'solid-js'
import { Term, Terms } from '../controls/Term'
import { Formula } from '../editor/Formula'
import { bendOf, isEven } from '../figures/curvature'
import { planeSlopes, zeroGradient } from '../figures/direction'
import { heldAt } from '../figures/names'
import { useLab } from '../lab/lab'
import { degreesOf } from '../plots/angle'

/**
 * The Hessian matrix at the point, its eigenvalues with their directions, and what they mean. `seen`: the document as the
 * report is about it; `otherOverlay`: what lies over the surface when the Taylor polynomial does not.
 */
export function CurvatureNumbers(props: {
  seen: Experiment
  report: Accessor<PointReport | undefined>
  otherOverlay: Surface['overlay']
}) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const overlay = () => lab.experiment().view.surface.overlay
  const known = () => {
    const report = props.report()
    const curvature = report?.curvature
    return report && curvature?.principal && Number.isFinite(report.value) ? { report, curvature } : null
  }
  return (
    <Show
      when={known()}
      fallback={
        <Show when={props.report()}>
          <p class="bad">{words().noCurvature}</p>
        </Show>
      }
    >
      {(found) => (
        <>
          <Matrix seen={props.seen} curvature={found().curvature} />
          <Eigenvalues curvature={found().curvature} />
          <Meaning seen={props.seen} report={found().report} curvature={found().curvature} />
          <button
            type="button"
            aria-pressed={overlay() === 'taylor'}
            classList={{ chip: true, on: overlay() === 'taylor' }}
            onClick={() =>
              lab.look((view) => ({
                ...view,
                surface: { ...view.surface, overlay: view.surface.overlay === 'taylor' ? props.otherOverlay : 'taylor' }
              }))
            }
          >
            {words().showTaylor}
          </button>
        </>
      )}
    </Show>
  )
}

function Matrix(props: { seen: Experiment; curvature: Curvature }) {
  const lab = useLab()
  const tex = () => {
    const { variables, view } = props.seen
    const [x, y] = view.axes.map((axis) => typesetName(variables[axis]?.name ?? ''))
    const second = (below: string) => `\\frac{\\partial^2 f}{${below}}`
    const [xx, xy, yy] = props.curvature.hessian.map((value) => typesetNumber(value, 5))
    const mixed = second(`\\partial ${x} \\partial ${y}`)
    const names = `${second(`\\partial ${x}^2`)} & ${mixed} \\\\[0.6em] ${mixed} & ${second(`\\partial ${y}^2`)}`
    const numbers = `${xx} & ${xy} \\\\ ${xy} & ${yy}`
    return `H = \\begin{pmatrix} ${names} \\end{pmatrix} = \\begin{pmatrix} ${numbers} \\end{pmatrix}`
  }
  return (
    <div class="terms">
      <Term id="hessian">{lab.words().lab.partial.hessian}</Term>
      <Formula tex={tex()} label={lab.words().lab.partial.hessian} />
    </div>
  )
}

function Eigenvalues(props: { curvature: Curvature }) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const lines = () => props.curvature.principal ?? []
  return (
    <table class="numbers-table principal">
      <thead>
        <tr class="head">
          <th scope="col">
            <Terms text={words().eigenvalue} />
          </th>
          <th scope="col">
            <Terms text={words().principal} />
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={lines()}>
          {({ value, direction: [x, y] }, index) => (
            <tr>
              <th scope="row">
                <Formula tex={`\\lambda_${index() + 1} = ${typesetNumber(value, 6)}`} />
              </th>
              <td>
                <Show
                  when={isEven(props.curvature)}
                  fallback={`(${numeral(x, 3)}, ${numeral(y, 3)}) · ${numeral(degreesOf(x, y) % 180, 4)}°`}
                >
                  {words().everyDirection}
                </Show>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

/** How f bends here, and what that says where the gradient is 0: of the plane, if other variables are held. */
function Meaning(props: { seen: Experiment; report: PointReport; curvature: Curvature }) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const bend = () => bendOf(props.curvature)
  const held = () => heldAt(props.seen, props.seen.point, props.seen.view.axes)
  const stationary = () => {
    // Of the exact slopes: those of a difference are never quite 0.
    const slopes = planeSlopes({ ...props.seen, gradient: { method: 'exact', h: 0 } }, props.report)
    const found = bend()
    if (!found || !slopes || Math.hypot(...slopes) > 0) return null
    const about = { zero: zeroGradient(props.seen), plane: held() && words().inPlane({ held: held() }) }
    const decided = words().stationary
    return found === 'bowl' || found === 'dome' || found === 'saddle' ? decided[found](about) : decided.undecided(about)
  }
  return (
    <Show when={bend()}>
      {(found) => (
        <p>
          <Show when={held()}>{words().onlyPlane({ held: held() })} </Show>
          {words().bends[found()]} <Show when={stationary()}>{(said) => <Terms text={said()} />}</Show>
        </p>
      )}
    </Show>
  )
}
