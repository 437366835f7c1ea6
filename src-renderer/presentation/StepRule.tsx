import type { Run } from '@shared/experiment/experiment'
import { isFixedRate } from '@shared/methods/method'
import { methodNamed } from '@shared/methods/table'
import type { StepReport } from '@shared/protocol'
import { createMemo, For, Show } from 'solid-js'
import { Formula } from '../editor/Formula'
import { runNames } from '../figures/run-names'
import { useLab } from '../lab/lab'
import { looks, runLook } from '../plots/look'
import type { Scene } from '../scene/scene'
import { algorithmExplanation, typesetLine } from '../steps/algorithm-explanation'
import { explanation, typesetRule } from '../steps/explanation'
import { mostMoved } from '../steps/reasons'
import { Fitted } from './Fitted'

/** Coordinates whose numbers there is room for. */
const mostCoordinates = 2

/** The selected run and the step of it that the rule is about. */
export function StepName(props: { scene: Scene }) {
  const lab = useLab()
  const run = () => lab.experiment().runs[lab.run()]
  const step = () => props.scene.opened()?.step ?? lab.step()
  return (
    <Show when={run()}>
      {(found) => (
        <span>
          <i class="run-dot" style={{ background: runLook(looks[lab.theme()], found().colour).colour }} />
          <b>{runNames(lab.experiment(), lab.words())[lab.run()]}</b>
          <span class="soft"> {lab.words().plots.stepNumber({ step: step() })}</span>
        </span>
      )}
    </Show>
  )
}

/** The line of the rule by which the selected run moves, with the numbers of the selected step; at the start without. */
export function StepRule(props: { scene: Scene }) {
  const lab = useLab()
  const seen = () => props.scene.descent().experiment
  const found = createMemo(() => {
    const taker = seen().runs[lab.run()]
    const names = seen().variables.map(({ name }) => name)
    return taker && moveOf(taker, props.scene.opened(), names)
  })
  return (
    <Show when={found()}>
      {(line) => (
        <Fitted>
          <Formula tex={line().rule} />
          <For each={line().numbers}>{(tex) => <Formula tex={tex} />}</For>
        </Fitted>
      )}
    </Show>
  )
}

interface Line {
  /** TeX: `x ← x − η ∇f`. */
  readonly rule: string
  /** TeX of the same with numbers, of the coordinates that moved most or of all at once. */
  readonly numbers: readonly string[]
}

function moveOf(run: Run, report: StepReport | undefined, variables: readonly string[]): Line | undefined {
  const method = methodNamed(run.method, run.convention)
  if (!method) return undefined
  if (isFixedRate(method)) {
    const at = method.rule.findIndex(({ target }) => target === 'x')
    const rule = typesetRule(method)[at] ?? ''
    if (!report || report.algorithm) return { rule, numbers: [] }
    const shown = mostMoved(report).slice(0, mostCoordinates)
    const explained = explanation(report, method, variables, shown)[at]
    return { rule, numbers: explained?.numbers.map(({ variable, tex }) => `${variable}\\colon\\; ${tex}`) ?? [] }
  }
  const row = method.lines.find(({ tex }) => tex.startsWith('{next} \\leftarrow'))
  if (!row) return undefined
  const found = report?.algorithm && algorithmExplanation(report.algorithm, method, run.settings)
  const numbers = found?.find(({ id }) => id === row.id)?.numbers
  return { rule: typesetLine(row, method), numbers: numbers ? [`= ${numbers}`] : [] }
}
