import { type ColourMap, colourMaps } from '@shared/experiment/experiment'
import { createUniqueId, For } from 'solid-js'
import { useLab } from '../lab/lab'
import { groundStops, looks } from '../plots/look'

/** The colours of heights, each map shown as a strip from low to high; the same for contour and surface. */
export function ColourMapChoice() {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const group = createUniqueId()
  const strip = (map: ColourMap) => `linear-gradient(to right, ${groundStops(looks[lab.theme()], map).join(', ')})`
  return (
    <div class="swatches" role="radiogroup" aria-label={words().map}>
      <For each={colourMaps}>
        {(map) => (
          <label classList={{ on: lab.experiment().view.map === map }} title={words().maps[map]}>
            <input
              type="radio"
              name={group}
              aria-label={words().maps[map]}
              checked={lab.experiment().view.map === map}
              onChange={() => lab.look((view) => ({ ...view, map }))}
            />
            <span class="swatch" style={{ background: strip(map) }} />
          </label>
        )}
      </For>
    </div>
  )
}
