import { typesetName, typesetNumber } from '@shared/language/typeset'
import type { Curvature, PointReport } from '@shared/protocol'
import { type Accessor, For, Show } from 'solid-js'
import { Formula } from '../editor/Formula'
import { bendOf, isEven, isStationary } from '../figures/curvature'
import { planeSlopes } from '../figures/direction'
import { useLab } from '../lab'
import { degreesOf } from '../plots/angle'
import { numeral } from '../plots/numerals'

/** The Hessian matrix at the point, its eigenvalues with their directions, and what they mean. */
export function CurvatureNumbers(props: { report: Accessor<PointReport | undefined> }) {
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
          <Matrix curvature={found().curvature} />
          <Eigenvalues curvature={found().curvature} />
          <Meaning report={found().report} curvature={found().curvature} />
          <button
            type="button"
            aria-pressed={overlay() === 'taylor'}
            classList={{ chip: true, on: overlay() === 'taylor' }}
            onClick={() =>
              lab.look((view) => ({
                ...view,
                surface: { ...view.surface, overlay: view.surface.overlay === 'taylor' ? 'slices' : 'taylor' }
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

function Matrix(props: { curvature: Curvature }) {
  const lab = useLab()
  const tex = () => {
    const [x, y] = lab.experiment().view.axes.map((axis) => typesetName(lab.experiment().variables[axis]?.name ?? ''))
    const second = (below: string) => `\\frac{\\partial^2 f}{${below}}`
    const [xx, xy, yy] = props.curvature.hessian.map((value) => typesetNumber(value, 5))
    const mixed = second(`\\partial ${x} \\partial ${y}`)
    const names = `${second(`\\partial ${x}^2`)} & ${mixed} \\\\[0.6em] ${mixed} & ${second(`\\partial ${y}^2`)}`
    const numbers = `${xx} & ${xy} \\\\ ${xy} & ${yy}`
    return `H = \\begin{pmatrix} ${names} \\end{pmatrix} = \\begin{pmatrix} ${numbers} \\end{pmatrix}`
  }
  return (
    <div class="terms">
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
          <td>{words().eigenvalue}</td>
          <td>{words().principal}</td>
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

/** How f bends here, and what that says where the gradient is 0. */
function Meaning(props: { report: PointReport; curvature: Curvature }) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const bend = () => bendOf(props.curvature)
  const length = () => {
    const { variables, view } = lab.experiment()
    return Math.max(...view.axes.map((axis) => (variables[axis]?.max ?? 5) - (variables[axis]?.min ?? -5)))
  }
  const stationary = () => {
    const slopes = planeSlopes({ ...lab.experiment(), gradient: { method: 'exact', h: 0 } }, props.report)
    const found = bend()
    if (!found || !slopes || !isStationary(slopes, props.curvature, length())) return null
    const decided = words().stationary
    return found === 'bowl' || found === 'dome' || found === 'saddle' ? decided[found] : decided.undecided
  }
  return (
    <Show when={bend()}>
      {(found) => (
        <p>
          {words().bends[found()]} <Show when={stationary()}>{stationary()}</Show>
        </p>
      )}
    </Show>
  )
}
