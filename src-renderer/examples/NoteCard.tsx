import { withNotes } from '@shared/experiment/edit'
import { type Example, examples } from '@shared/experiment/examples'
import { limits } from '@shared/experiment/limits'
import { typesetNumber } from '@shared/language/typeset'
import { numeral } from '@shared/numbers/numeral'
import { createEffect, createMemo, createSignal, For, Show } from 'solid-js'
import { limited } from '../controls/limited'
import { Formula } from '../editor/Formula'
import type { DocumentFile } from '../file/document-file'
import { exampleOf, useLab } from '../lab/lab'

/** What the example that is open shows, and the way to the others; nothing where none is. */
export function ExampleNote(props: { file: DocumentFile }) {
  const lab = useLab()
  const example = createMemo(() => exampleOf(lab.experiment()))
  return <Show when={example()}>{(found) => <NoteCard example={found()} file={props.file} />}</Show>
}

/** What the example shows, one thing to try, its buttons, the next one. */
export function NoteCard(props: { example: Example; file: DocumentFile }) {
  const lab = useLab()
  const words = () => lab.words().lab.note
  const texts = () => lab.words().examples[props.example.id]
  /** Those that still fit: the variables may have been changed. */
  const choices = () => props.example.choices.filter((choice) => choice.fits(lab.experiment()))
  const topics = () => [...new Set(choices().map((choice) => choice.topic))]
  /** The tab that the example is for. */
  const tab = () => props.example.experiment.view.tab
  const scheme = () => {
    const { method, h } = lab.experiment().gradient
    const name = lab.words().lab.gradient[`${method}Name`]
    return method === 'exact' ? words().schemeExact({ scheme: name }) : words().scheme({ scheme: name, h: numeral(h) })
  }
  return (
    <section class="note" aria-label={texts().title}>
      <h2>{texts().title}</h2>
      <Show when={tab() !== lab.experiment().view.tab}>
        <p class="soft">
          {words().elsewhere({ tab: lab.words().lab.tabs[tab()] })}{' '}
          <button type="button" class="link" onClick={() => lab.look((view) => ({ ...view, tab: tab() }))}>
            {words().goThere}
          </button>
        </p>
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
      <p class="soft">{scheme()}</p>
      <Neighbours example={props.example} file={props.file} />
    </section>
  )
}

/** The examples before and after this one, in the order of the menu. */
function Neighbours(props: { example: Example; file: DocumentFile }) {
  const lab = useLab()
  const at = (way: 1 | -1) => examples[examples.findIndex(({ id }) => id === props.example.id) + way]
  return (
    <div class="neighbours">
      <For each={[-1, 1] as const}>
        {(way) => (
          <Show when={at(way)}>
            {(other) => (
              <button
                type="button"
                class="link"
                title={lab.words().examples[other().id].title}
                onClick={() => void props.file.replace(other().experiment)}
              >
                {way < 0 ? `‹ ${lab.words().frame.previous}` : `${lab.words().frame.next} ›`}
              </button>
            )}
          </Show>
        )}
      </For>
    </div>
  )
}

/** The person's own notes, folded away behind their name until there are some. */
export function FoldedNotes() {
  const lab = useLab()
  const hasNotes = createMemo(() => lab.experiment().notes !== '')
  let folding!: HTMLDetailsElement
  // Whoever unfolds them empty, or empties them, writes on.
  createEffect(() => {
    if (hasNotes()) folding.open = true
  })
  return (
    <details ref={folding} class="folded-notes">
      <summary>{lab.words().lab.note.notes}</summary>
      <Notes />
    </details>
  )
}

/** The person's own notes, saved with the experiment. */
export function Notes() {
  const lab = useLab()
  const words = () => lab.words().lab.note
  const [isTooLong, setTooLong] = createSignal(false)
  return (
    <div class="notes">
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
    </div>
  )
}
