import { createMemo } from 'solid-js'
import { PlotCard } from '../cards/PlotCard'
import { createSize } from '../cards/size'
import { variablesFigure } from '../figures/descend'
import { PartButtons } from '../frame/part'
import type { Lab } from '../lab/lab'
import { variableColumns } from '../plots/variables'
import { pickOf } from '../runs/selection'
import type { Scene } from '../scene/scene'
import { AllHidden } from './AllHidden'
import { ArrangementChoice } from './ArrangementChoice'
import type { Pictures } from './pictures'

/** The value of each variable over the steps, a small chart each; of many there is more below. */
export function variableCharts(lab: Lab, scene: Scene): Pictures {
  const words = () => lab.words().dimensions
  const { size, attach } = createSize()
  const rows = () => {
    const count = lab.experiment().variables.length
    return Math.ceil(count / variableColumns(count, size().width))
  }
  const figure = createMemo(() => variablesFigure(scene.descent()))
  return {
    hero: () => (
      <div class="variable-charts" style={{ '--rows': rows() }}>
        <PlotCard
          class="each-variable"
          attach={attach}
          title={words().variablesTitle}
          heading={<ArrangementChoice />}
          controls={<PartButtons />}
          strip={<AllHidden />}
          stale={scene.runs().problem !== undefined}
          figure={figure()}
          events={{ pick: pickOf(lab, scene) }}
        />
      </div>
    ),
    companionTitle: () => undefined,
    companion: () => null
  }
}
