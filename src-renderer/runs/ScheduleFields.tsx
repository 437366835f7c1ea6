import type { Run } from '@shared/experiment/experiment'
import { withSchedule, withScheduleSetting } from '@shared/experiment/runs'
import { type Schedule, schedules } from '@shared/methods/schedules'
import { countNumeral, numeral } from '@shared/numbers/numeral'
import { toDecimals } from '@shared/numbers/rounded'
import { createMemo, For, Show } from 'solid-js'
import { Formula } from '../editor/Formula'
import { scheduledRates, typesetFactor } from '../figures/schedule'
import { useLab } from '../lab/lab'
import { SettingRow } from './SettingRow'

/** Characters of a factor that is set on a line of its own, and smaller, to be seen as a whole. */
const longFactor = 80

/** How the learning rate of a run changes with the steps: the choice, its settings, and what comes of it. */
export function ScheduleFields(props: { run: Run }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs.schedule
  const names = (): Readonly<Record<string, string>> => lab.words().methods.schedules.names
  const meanings = (): Readonly<Record<string, string>> => lab.words().methods.schedules.meanings
  const row = createMemo(() => schedules.find(({ id }) => id === props.run.schedule.id))
  const id = () => props.run.id
  return (
    <div class="run-part">
      <h4>{words().heading}</h4>
      <select
        aria-label={words().heading}
        onChange={(event) => {
          const schedule = event.currentTarget.value
          lab.change((experiment) => withSchedule(experiment, id(), schedule))
        }}
      >
        <For each={schedules}>
          {(schedule) => (
            <option value={schedule.id} selected={schedule.id === props.run.schedule.id}>
              {names()[schedule.id] ?? schedule.id}
            </option>
          )}
        </For>
      </select>
      {/* Keyed: what is below also reads the document, and must not be reckoned anew for a schedule that has just gone. */}
      <Show when={row()?.settings.length ? row() : null} keyed>
        {(schedule) => (
          <>
            <p class="meaning">{meanings()[schedule.id]}</p>
            <Rates schedule={schedule} run={props.run} />
            <For each={schedule.settings}>
              {(setting) => (
                <SettingRow
                  setting={setting}
                  value={props.run.schedule.settings[setting.id] ?? setting.default}
                  whole
                  onChange={(value) =>
                    lab.change(
                      (experiment) => withScheduleSetting(experiment, id(), setting.id, value),
                      `${id()}-schedule-${setting.id}`
                    )
                  }
                />
              )}
            </For>
            <div class="update-rule">
              <Show
                when={schedule.factor.length > longFactor}
                fallback={<Formula tex={`\\eta_t / \\eta = ${typesetFactor(schedule)}`} block />}
              >
                <Formula tex="\eta_t / \eta =" block />
                <div class="small">
                  <Formula tex={typesetFactor(schedule)} block />
                </div>
              </Show>
            </div>
          </>
        )}
      </Show>
    </div>
  )
}

/** Of the small chart, in its own units; it is drawn as wide as the card. */
const chart = { width: 280, height: 40, margin: 2 }

/** The learning rate over the steps of the run, as a small chart from 0 up. */
function Rates(props: { schedule: Schedule; run: Run }) {
  const lab = useLab()
  const rates = createMemo(() => {
    const lr = props.run.settings['lr'] ?? Number.NaN
    return scheduledRates(props.schedule, props.run.schedule.settings, lr, lab.experiment().steps, chart.width)
  })
  const first = () => rates()[0]?.rate ?? Number.NaN
  const last = () => rates().at(-1)?.rate ?? Number.NaN
  const highest = createMemo(() => Math.max(...rates().map(({ rate }) => rate)))
  const line = () => {
    const end = rates().at(-1)?.step ?? 1
    const room = { width: chart.width - 2 * chart.margin, height: chart.height - 2 * chart.margin }
    return rates()
      .map(({ step, rate }) => {
        const x = chart.margin + (room.width * (step - 1)) / Math.max(1, end - 1)
        const y = chart.height - chart.margin - (room.height * rate) / highest()
        return `${toDecimals(x, 1)},${toDecimals(y, 1)}`
      })
      .join(' ')
  }
  const text = () =>
    lab.words().lab.runs.schedule.chart({
      // The first, the highest if that is another, the last.
      rates: [first(), ...(highest() > Math.max(first(), last()) ? [highest()] : []), last()].map((rate) =>
        numeral(rate, 3)
      ),
      steps: countNumeral(lab.experiment().steps)
    })
  return (
    <Show when={rates().length > 1}>
      <figure class="rates">
        <svg viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={text()}>
          <line x1="0" y1={chart.height - 1} x2={chart.width} y2={chart.height - 1} class="axis" />
          <polyline points={line()} />
        </svg>
        <figcaption>
          <Formula tex="\eta" /> {text()}
        </figcaption>
      </figure>
    </Show>
  )
}
