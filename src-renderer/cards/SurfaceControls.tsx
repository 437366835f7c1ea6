import { overlays, type Surface } from '@shared/experiment/experiment'
import { niceStep } from '@shared/levels'
import Sliders from 'lucide-solid/icons/sliders-horizontal'
import { createMemo, Show } from 'solid-js'
import { AutomaticOr } from '../controls/AutomaticOr'
import { Choice } from '../controls/Choice'
import { NumberField } from '../controls/NumberField'
import { Popover } from '../controls/Popover'
import { RangeFields } from '../controls/RangeFields'
import type { SurfaceData } from '../figure'
import { PartButtons } from '../frame/part'
import { useLab } from '../lab/lab'
import { heightsOf, wantsLogHeight } from '../plots/heights'
import { ColourMapChoice } from './ColourMapChoice'
import { placedRange } from './placed'

interface Drawn {
  /** The surface that is drawn now; null while there is none. */
  readonly data: () => SurfaceData | null
}

/**
 * How a surface is looked at: shaded or wireframe beside the title – and logarithmic heights where its valleys would
 * vanish otherwise –, the rest behind a button.
 */
export function SurfaceControls(props: Drawn) {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const isLogarithmic = () => lab.experiment().view.surface.scale === 'log'
  const isOffered = createMemo(() => {
    const data = props.data()
    return isLogarithmic() || (data !== null && wantsLogHeight(data))
  })
  return (
    <span class="controls">
      <Show when={isOffered()}>
        <button
          type="button"
          class="chip"
          classList={{ on: isLogarithmic() }}
          aria-pressed={isLogarithmic()}
          title={words().logHeightsHelp}
          onClick={() =>
            lab.look((view) => {
              const scale = view.surface.scale === 'log' ? 'linear' : 'log'
              return { ...view, surface: { ...view.surface, scale } }
            })
          }
        >
          {words().logHeights}
        </button>
      </Show>
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
        <SurfaceSettings data={props.data} />
      </Popover>
      <PartButtons />
    </span>
  )
}

/** Half as many grid lines as are drawn without a distance of their own. */
const fewWires = 10

function SurfaceSettings(props: Drawn) {
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
          const data = props.data()
          return data && placedRange(heightsOf(data))
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
