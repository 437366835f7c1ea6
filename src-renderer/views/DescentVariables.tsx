import { createMemo } from 'solid-js'
import { captioned } from '../figures/caption'
import { variablesData } from '../figures/variables'
import { useLab } from '../lab'
import type { FlatFigure } from '../plots/figure'
import { variableColumns } from '../plots/variables'
import type { Scene } from '../scene'
import { PlotCard } from './PlotCard'
import { pickOf, selectionOf } from './selection'
import { createSize } from './size'

/** What of the width is taken by the edges of the card and the scrollbar: CSS pixels, rather too many. */
const besideCharts = 50

/** The value of each variable over the steps, a small chart each; of many there is more below. */
export function DescentVariables(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().dimensions
  const { size, attach } = createSize()
  const rows = () => {
    const count = lab.experiment().variables.length
    return Math.ceil(count / variableColumns(count, size().width - besideCharts))
  }
  const figure = createMemo(
    (): FlatFigure => ({
      plot: 'variables',
      title: lab.title(),
      ...captioned(lab.experiment(), lab.words()),
      data: variablesData(lab.experiment(), props.scene.shown().reports, lab.words(), selectionOf(lab, props.scene))
    })
  )
  return (
    <div ref={attach} class="plots" style={{ '--rows': rows() }}>
      <PlotCard
        class="whole each-variable"
        title={words().variablesTitle}
        stale={props.scene.runs().problem !== undefined}
        figure={figure()}
        events={{ pick: pickOf(lab, props.scene) }}
      />
    </div>
  )
}
