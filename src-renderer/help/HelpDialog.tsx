import { Dialog } from '@kobalte/core/dialog'
import { Tabs } from '@kobalte/core/tabs'
import { type TermId, termGroups } from '@shared/words/terms'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { gestures, keysHeld, repairKeys, shortcuts } from '../commands/shortcuts'
import { TermEntry } from '../controls/Term'
import { useLab } from '../lab/lab'
import { plotKeys } from '../plots/keys'
import { Combination, GestureRows, KeyNames } from './KeyNames'

const parts = ['gestures', 'keys', 'terms'] as const
const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as Key[]

/** What the pointer does in the pictures, what the keys do, and what every term means. */
export function HelpDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const lab = useLab()
  const words = () => lab.words().help
  return (
    <Dialog open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <Dialog.Portal>
        <Dialog.Overlay class="overlay" />
        <Dialog.Content class="dialog help">
          <Dialog.Title as="h2">{words().heading}</Dialog.Title>
          <Tabs>
            <Tabs.List class="tab-list" aria-label={words().heading}>
              <For each={parts}>{(part) => <Tabs.Trigger value={part}>{words().parts[part]}</Tabs.Trigger>}</For>
            </Tabs.List>
            <Tabs.Content value="gestures">
              <Gestures />
            </Tabs.Content>
            <Tabs.Content value="keys">
              <Keys />
              <For each={keysOf(plotKeys)}>
                {(kind) => (
                  <section>
                    <h3>{words().keysOf[kind]}</h3>
                    <dl>
                      <KeyNames kind={kind} />
                    </dl>
                  </section>
                )}
              </For>
            </Tabs.Content>
            <Tabs.Content value="terms">
              <AllTerms />
            </Tabs.Content>
          </Tabs>
          <div class="dialog-buttons">
            <Dialog.CloseButton class="primary" aria-label={lab.words().lab.close}>
              {lab.words().lab.close}
            </Dialog.CloseButton>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  )
}

function Gestures() {
  const lab = useLab()
  const words = () => lab.words().help
  return (
    <For each={keysOf(gestures)}>
      {(place) => (
        <section>
          <h3>{words().places[place]}</h3>
          <dl>
            <GestureRows gestures={gestures[place]} />
          </dl>
        </section>
      )}
    </For>
  )
}

function Keys() {
  const lab = useLab()
  const words = () => lab.words().help
  const rows = (isPresenting: boolean) => {
    const listed = shortcuts.filter(({ presenting = false }) => presenting === isPresenting)
    return (
      <For each={[...new Set(listed.map(({ action }) => action))]}>
        {(action) => (
          <div>
            <dt>
              <For each={listed.filter((one) => one.action === action)}>
                {(one) => <Combination keys={keysHeld(one, words().space)} />}
              </For>
            </dt>
            <dd>{words().actions[action]}</dd>
          </div>
        )}
      </For>
    )
  }
  return (
    <>
      <dl>
        {rows(false)}
        <div>
          <dt>
            <For each={repairKeys}>{(keys) => <Combination keys={keys.replace('Mod', 'Ctrl').split('-')} />}</For>
          </dt>
          <dd>{words().actions.repair}</dd>
        </div>
      </dl>
      <h3>{words().presenting}</h3>
      <dl>{rows(true)}</dl>
    </>
  )
}

/** All terms, or those that have the text that is typed in their name or their sentence. */
function AllTerms() {
  const lab = useLab()
  const words = () => lab.words().help
  const [wanted, setWanted] = createSignal('')
  const folded = (text: string) => text.normalize('NFKC').toLowerCase()
  const matches = (id: TermId) => {
    const { term, text } = lab.words().glossary[id]
    return folded(`${term} ${text}`).includes(folded(wanted().trim()))
  }
  const groups = createMemo(() =>
    keysOf(termGroups)
      .map((group) => ({ group, ids: (termGroups[group] as readonly TermId[]).filter(matches) }))
      .filter(({ ids }) => ids.length > 0)
  )
  return (
    <>
      <input
        type="search"
        aria-label={words().search}
        placeholder={words().search}
        value={wanted()}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      <Show when={groups().length > 0} fallback={<p role="status">{words().none({ text: wanted().trim() })}</p>}>
        <For each={groups()}>
          {({ group, ids }) => (
            <section>
              <h3>{words().groups[group]}</h3>
              <For each={ids}>
                {(id) => (
                  <p class="entry">
                    <TermEntry id={id} />
                  </p>
                )}
              </For>
            </section>
          )}
        </For>
      </Show>
    </>
  )
}
