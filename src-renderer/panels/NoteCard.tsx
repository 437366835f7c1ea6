import { withNotes } from '@shared/experiment/edit'
import type { Example } from '@shared/experiment/examples'
import { limits } from '@shared/experiment/limits'
import { typesetNumber } from '@shared/language/typeset'
import { numeral } from '@shared/numbers/numeral'
import { createSignal, For, Show } from 'solid-js'
import { limited } from '../controls/limited'
import { Formula } from '../editor/Formula'
import { useLab } from '../lab'

/** What the example shows, one thing to try, and its buttons. */
export function NoteCard(props: { example: Example }) {
  const lab = useLab()
  const words = () => lab.words().lab.note
  const texts = () => lab.words().examples[props.example.id]
  /** Those that still fit: the variables may have been changed. */
  const choices = () => props.example.choices.filter((choice) => choice.fits(lab.experiment()))
  const topics = () => [...new Set(choices().map((choice) => choice.topic))]
  const scheme = () => {
    const { method, h } = lab.experiment().gradient
    const name = lab.words().lab.gradient[`${method}Name`]
    return method === 'exact' ? words().schemeExact({ scheme: name }) : words().scheme({ scheme: name, h: numeral(h) })
  }
  return (
    <section class="card note" aria-label={texts().title}>
      <h2>{texts().title}</h2>
      <p>{texts().note}</p>
      <Show when={props.example.comparison}>
        {(rows) => (
          <table class="comparison" aria-label={words().comparison}>
            <tbody>
              <For each={rows()}>
                {(row) => (
                  <tr classList={{ right: row.mistake === null }}>
                    <td>
                      <Formula tex={row.tex} />
                    </td>
                    <td>
                      <Formula tex={typesetNumber(row.value, 5)} />
                    </td>
                    <td>{row.mistake === null ? `✓ ${words().right}` : lab.words().mistakes[row.mistake]}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        )}
      </Show>
      <p>
        <b>{words().tryThis}</b> {texts().tryThis}
      </p>
      <For each={topics()}>
        {(topic) => (
          <div class="chips">
            <span>{lab.words().choices[topic]}</span>
            <For each={choices().filter((choice) => choice.topic === topic)}>
              {(choice) => (
                <button
                  type="button"
                  class="chip"
                  classList={{
                    on: JSON.stringify(choice.apply(lab.experiment())) === JSON.stringify(lab.experiment())
                  }}
                  onClick={() => lab.change(choice.apply)}
                >
                  {choice.label}
                </button>
              )}
            </For>
          </div>
        )}
      </For>
      <p class="soft">{scheme()}</p>
    </section>
  )
}

/** The person's own notes, saved with the experiment. */
export function Notes() {
  const lab = useLab()
  const words = () => lab.words().lab.note
  const [isTooLong, setTooLong] = createSignal(false)
  return (
    <details class="card notes" open={lab.experiment().notes !== ''}>
      <summary>{words().notes}</summary>
      <textarea
        rows="4"
        spellcheck={false}
        aria-label={words().notes}
        placeholder={words().notesHint}
        value={lab.experiment().notes}
        onInput={(event) => {
          const text = limited(event.currentTarget, lab.experiment().notes, limits.notes)
          setTooLong(text === null)
          if (text !== null) lab.change((experiment) => withNotes(experiment, text), 'notes')
        }}
      />
      <Show when={isTooLong()}>
        <p class="fault" role="alert">
          {lab.words().lab.tooLong({ most: limits.notes })}
        </p>
      </Show>
    </details>
  )
}
