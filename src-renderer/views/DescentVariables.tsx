import { createMemo } from 'solid-js'
import { variablesData } from '../figures/variables'
import { useLab } from '../lab'
import type { FlatFigure } from '../plots/figure'
import { variableColumns } from '../plots/variables'
import type { Scene } from '../scene'
import { PlotCard } from './PlotCard'
import { pickOf, selectionOf } from './selection'
import { createSize } from './size'

/** The value of each variable over the steps, a small chart each; of many there is more below. */
export function DescentVariables(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().dimensions
  const { size, attach } = createSize()
  const rows = () => {
    const count = lab.experiment().variables.length
    return Math.ceil(count / variableColumns(count, size().width))
  }
  const figure = createMemo(
    (): FlatFigure => ({
      plot: 'variables',
      title: lab.title(),
      data: variablesData(lab.experiment(), props.scene.reports(), lab.words(), selectionOf(lab))
    })
  )
  return (
    <div class="plots" style={{ '--rows': rows() }}>
      <PlotCard
        class="whole each-variable"
        title={words().variablesTitle}
        attach={attach}
        stale={props.scene.runs().problem !== undefined}
        figure={figure()}
        events={{ pick: pickOf(lab, props.scene) }}
      />
    </div>
  )
}
