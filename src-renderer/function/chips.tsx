import { numeral } from '@shared/numbers/numeral'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For, Show } from 'solid-js'
import { Popover } from '../controls/Popover'
import { coordinatesText } from '../figures/caption'
import { axisName, shownName } from '../figures/names'
import { useLab } from '../lab/lab'
import { GradientFields } from './GradientFields'
import { ParameterRow } from './ParameterRow'
import { startOf } from './VariableRow'
import { Variables } from './Variables'

/** More of them than this are only counted on a chip. */
const [mostRanges, mostParameters, mostCoordinates] = [2, 2, 3]

/** The ranges of the variables, and – where runs are looked at – the start: a sheet with their fields behind it. */
export function RangesChip() {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const variables = () => lab.experiment().variables
  const ranges = () =>
    variables().length > mostRanges
      ? [`${words().range} (${variables().length})`]
      : variables().map(
          ({ min, max }, axis) => `${axisName(lab.experiment(), axis)} ${numeral(min, 4)}…${numeral(max, 4)}`
        )
  const start = () => coordinatesText(startOf(lab), mostCoordinates, 3)
  return (
    <Popover
      label={words().rangesAndStart}
      says
      face={
        <>
          <For each={ranges()}>{(range) => <span class="figures">{range}</span>}</For>
          <Show when={lab.experiment().view.tab === 'descend'}>
            <span class="soft">
              {words().start} <span class="figures">{start()}</span>
            </span>
          </Show>
          <ChevronDown size={12} aria-hidden="true" />
        </>
      }
    >
      <div class="function-sheet">
        <Variables />
      </div>
    </Popover>
  )
}

/** The constants with their sliders; nothing without any. */
export function ParametersChip() {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const parameters = () => lab.experiment().parameters
  const faces = () =>
    parameters().length > mostParameters
      ? [`${words().parameters} (${parameters().length})`]
      : parameters().map(({ name, value }) => `${shownName(name)} = ${numeral(value, 4)}`)
  return (
    <Show when={parameters().length > 0}>
      <Popover
        label={words().parameters}
        says
        face={
          <>
            <For each={faces()}>{(face) => <span class="figures">{face}</span>}</For>
            <ChevronDown size={12} aria-hidden="true" />
          </>
        }
      >
        <div class="function-sheet">
          <For each={parameters().map(({ name }) => name)}>{(name) => <ParameterRow name={name} />}</For>
        </div>
      </Popover>
    </Show>
  )
}

/** How the gradient is obtained. */
export function GradientChip() {
  const lab = useLab()
  const words = () => lab.words().lab.gradient
  const gradient = () => lab.experiment().gradient
  const face = () => {
    const { method, h } = gradient()
    return method === 'exact' ? words().exact : `${words()[method]} h = ${numeral(h, 3)}`
  }
  return (
    <Popover
      label={words().heading}
      says
      face={
        <>
          <span>
            <span class="soft">{lab.experiment().variables.length > 1 ? words().gradient : words().derivative}</span>{' '}
            {face()}
          </span>
          <ChevronDown size={12} aria-hidden="true" />
        </>
      }
    >
      <div class="function-sheet">
        <GradientFields />
      </div>
    </Popover>
  )
}
