import { ProblemError, sentence } from '@shared/problem'
import { createResource, For, Show } from 'solid-js'
import { bridge } from '../bridge'
import type { Occasion } from '../figures/occasion'
import { stepsSample } from '../figures/steps'
import { type Lab, useLab } from '../lab/lab'

/** Rows that are shown of the file. */
const shown = 8

/** What the file of all steps has: how many rows, of which runs, in which columns, and the first of them. */
export function TablePreview() {
  const lab = useLab()
  const words = () => lab.words().table
  const [sample] = createResource(lab.occasion, (occasion) => sampleOf(lab, occasion))
  const count = () => sample()?.runs.reduce((sum, run) => sum + run.count, 0) ?? 0
  return (
    <section class="table-preview" tabindex="0" aria-label={words().preview}>
      <Show when={sample()}>
        {(found) => (
          <>
            <p class="soft">{words().saved({ runs: found().runs.length, rows: count() })}</p>
            <table class="steps-preview">
              <thead>
                <tr>
                  <For each={found().columns}>{(column) => <th scope="col">{column}</th>}</For>
                </tr>
              </thead>
              <tbody>
                <For each={found().runs}>
                  {({ name, rows, count }) => (
                    <>
                      <For each={rows}>
                        {(row) => (
                          <tr>
                            <th scope="row">{name}</th>
                            <For each={row}>{(cell) => <td>{cell}</td>}</For>
                          </tr>
                        )}
                      </For>
                      <Show when={count > rows.length}>
                        <tr class="soft">
                          <td colSpan={found().columns.length}>{words().more({ rows: count - rows.length })}</td>
                        </tr>
                      </Show>
                    </>
                  )}
                </For>
              </tbody>
            </table>
          </>
        )}
      </Show>
    </section>
  )
}

/** None, with a word about it, where the runs cannot be computed. */
const sampleOf = (lab: Lab, { experiment, subject, words }: Occasion) =>
  stepsSample(bridge.ask, experiment, subject, words, shown).catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error
    lab.tell(sentence(error, words), true)
    return undefined
  })
