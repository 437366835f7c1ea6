import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { type Example, examples } from '@shared/experiment/examples'
import type { Words } from '@shared/words/index'
import BookOpen from 'lucide-solid/icons/book-open'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For, Show } from 'solid-js'
import { type Miniature, miniatureOf, miniatureSize } from '../figures/miniature'
import type { DocumentFile } from '../file/document-file'
import { useLab } from '../lab/lab'

/** The article's examples in its order, by what they are about; then the others. */
const sections = [
  ...(['differentiate', 'partial', 'descend'] as const).map((tab) => ({
    name: (words: Words) => words.lab.tabs[tab],
    members: examples.filter(({ group, experiment }) => group === 'article' && experiment.view.tab === tab)
  })),
  ...(['book', 'more'] as const).map((wanted) => ({
    name: (words: Words) => words.lab.examples[wanted],
    members: examples.filter(({ group }) => group === wanted)
  }))
]

/** All built-in examples, each with a small picture of its function and opened by one click. */
export function ExamplesMenu(props: { file: DocumentFile }) {
  const lab = useLab()
  const words = () => lab.words().lab.examples
  return (
    <DropdownMenu modal={false} gutter={4}>
      <DropdownMenu.Trigger class="menu-button" aria-label={words().open} title={words().label}>
        <BookOpen size={15} aria-hidden="true" /> <span class="wide">{words().open}</span>{' '}
        <ChevronDown size={13} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu examples-menu" aria-label={words().label}>
          <For each={sections}>
            {({ name, members }) => (
              <DropdownMenu.Group class="examples">
                <DropdownMenu.GroupLabel class="menu-heading">{name(lab.words())}</DropdownMenu.GroupLabel>
                <For each={members}>
                  {(example) => (
                    <DropdownMenu.Item class="menu-item" onSelect={() => void props.file.replace(example.experiment)}>
                      <Picture example={example} />
                      <span class="example">
                        <span>{lab.words().examples[example.id].title}</span>
                        <code>{example.experiment.formula}</code>
                      </span>
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

/** Drawn when the menu is opened first. */
const drawn = new Map<string, Miniature | null>()

function Picture(props: { example: Example }) {
  const picture = () => {
    const { id, experiment } = props.example
    if (!drawn.has(id)) drawn.set(id, miniatureOf(experiment))
    return drawn.get(id)
  }
  const { width, height } = miniatureSize
  return (
    <svg class="miniature" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <Show when={picture()}>
        {(found) => (
          <>
            <path class="lines" d={found().lines} />
            <path class="aids" d={found().aids} />
            <circle cx={found().dot.x} cy={found().dot.y} r="2.6" />
          </>
        )}
      </Show>
    </svg>
  )
}
