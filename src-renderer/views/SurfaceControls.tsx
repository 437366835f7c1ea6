import { type Interval, overlays, type Surface } from '@shared/experiment/experiment'
import { niceStep } from '@shared/levels'
import Sliders from 'lucide-solid/icons/sliders-horizontal'
import { Show } from 'solid-js'
import { AutomaticOr } from '../controls/AutomaticOr'
import { Choice } from '../controls/Choice'
import { NumberField } from '../controls/NumberField'
import { Popover } from '../controls/Popover'
import { RangeFields } from '../controls/RangeFields'
import { useLab } from '../lab'
import { ColourMapChoice } from './ColourMapChoice'
import { placedRange } from './placed'

interface Automatic {
  /** The heights between which the surface is drawn now; null while there is none. */
  readonly heights: () => Interval | null
}

/** How a surface is looked at: shaded or wireframe beside the title, the rest behind a button. */
export function SurfaceControls(props: Automatic) {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  return (
    <span class="controls">
      <Choice
        label={words().surfaceStyle}
        value={lab.experiment().view.surface.style}
        options={(['shaded', 'wireframe'] as const).map((value) => ({ value, label: words()[value] }))}
        onChange={(style) => lab.look((view) => ({ ...view, surface: { ...view.surface, style } }))}
      />
      <Popover
        label={words().surfaceSettings}
        face={
          <>
            <Sliders size={13} aria-hidden="true" /> {words().settings}
          </>
        }
      >
        <SurfaceSettings heights={props.heights} />
      </Popover>
    </span>
  )
}

/** Half as many grid lines as are drawn without a distance of their own. */
const fewWires = 10

function SurfaceSettings(props: Automatic) {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const view = () => lab.experiment().view
  const surface = () => view().surface
  const change = (changes: Partial<Surface>) => lab.look((old) => ({ ...old, surface: { ...old.surface, ...changes } }))
  const across = () => lab.experiment().variables[view().axes[0]] ?? { min: -5, max: 5 }
  return (
    <div class="settings">
      <Show when={view().tab === 'partial'}>
        <span>{words().overlay}</span>
        <Choice
          label={words().overlay}
          value={surface().overlay}
          options={overlays.map((value) => ({ value, label: words().overlays[value] }))}
          onChange={(overlay) => change({ overlay })}
        />
      </Show>
      <span>{words().heightScale}</span>
      <Choice
        label={words().heightScale}
        value={surface().scale}
        options={(['linear', 'log'] as const).map((value) => ({ value, label: words()[value] }))}
        onChange={(scale) => change({ scale })}
      />
      <span>{words().heights}</span>
      <AutomaticOr
        label={words().heights}
        value={surface().range}
        begin={() => {
          const heights = props.heights()
          return heights && placedRange(heights)
        }}
        onChange={(range) => change({ range })}
      >
        {(range) => (
          <RangeFields
            ranges={[range()]}
            from={lab.words().lab.function.from('f')}
            to={lab.words().lab.function.to('f')}
            onChange={(end) => change({ range: { ...range(), ...end } })}
          />
        )}
      </AutomaticOr>
      <span>{words().wires}</span>
      <AutomaticOr
        label={words().wires}
        value={surface().spacing}
        begin={() => niceStep((across().max - across().min) / fewWires)}
        onChange={(spacing) => change({ spacing })}
      >
        {(spacing) => (
          <NumberField
            value={spacing()}
            label={words().wires}
            width="84px"
            refuse={(wanted) => (wanted > 0 ? null : words().wiresRefused)}
            onChange={(wanted) => change({ spacing: wanted })}
          />
        )}
      </AutomaticOr>
      <span>{words().map}</span>
      <ColourMapChoice />
      <span class="whole">
        <button type="button" disabled={surface().camera === null} onClick={() => change({ camera: null })}>
          {words().standardView}
        </button>
      </span>
    </div>
  )
}
