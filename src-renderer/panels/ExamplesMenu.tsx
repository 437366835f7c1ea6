import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { type Example, examples } from '@shared/experiment/examples'
import BookOpen from 'lucide-solid/icons/book-open'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For } from 'solid-js'
import type { DocumentFile } from '../document-file'
import { useLab } from '../lab'

const groups: readonly Example['group'][] = ['article', 'book', 'more']

/** All built-in examples, each opened by one click. */
export function ExamplesMenu(props: { file: DocumentFile }) {
  const lab = useLab()
  const words = () => lab.words().lab.examples
  return (
    <DropdownMenu gutter={4}>
      <DropdownMenu.Trigger class="menu-button" aria-label={words().open} title={words().label}>
        <BookOpen size={15} aria-hidden="true" /> <span class="wide">{words().open}</span>{' '}
        <ChevronDown size={13} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu" aria-label={words().label}>
          <For each={groups}>
            {(group) => (
              <DropdownMenu.Group>
                <DropdownMenu.GroupLabel class="menu-heading">{words()[group]}</DropdownMenu.GroupLabel>
                <For each={examples.filter((example) => example.group === group)}>
                  {(example) => (
                    <DropdownMenu.Item class="menu-item" onSelect={() => void props.file.replace(example.experiment)}>
                      {lab.words().examples[example.id].title}
                      <code>{example.experiment.formula}</code>
                    </DropdownMenu.Item>
                  )}
                </For>
              </DropdownMenu.Group>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}
