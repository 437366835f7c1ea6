import { Tabs } from '@kobalte/core/tabs'
import { withTitle } from '@shared/experiment/edit'
import type { Tab } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import Moon from 'lucide-solid/icons/moon'
import Screen from 'lucide-solid/icons/presentation'
import Redo from 'lucide-solid/icons/redo-2'
import Sun from 'lucide-solid/icons/sun'
import Undo from 'lucide-solid/icons/undo-2'
import { For, Show } from 'solid-js'
import type { Actions } from '../commands/actions'
import { hintOf } from '../commands/shortcuts'
import { IconButton } from '../controls/IconButton'
import { limited } from '../controls/limited'
import { ExamplesMenu } from '../examples/ExamplesMenu'
import type { DocumentFile } from '../file/document-file'
import { useLab } from '../lab/lab'
import { MoreMenu } from './MoreMenu'

export const tabs: readonly Tab[] = ['differentiate', 'partial', 'descend']

/** Title, tabs, examples, undo, file, export, language and theme; what is seldom wanted behind the last button. */
export function TitleBar(props: { file: DocumentFile; actions: Actions }) {
  const lab = useLab()
  const words = () => lab.words().lab.toolbar
  return (
    <header class="toolbar">
      <div class="name">
        <h1 class="brand">{lab.words().lab.name}</h1>
        <Title />
      </div>
      <Tabs.List class="tab-list" aria-label={lab.words().lab.tabs.label}>
        <For each={tabs}>{(id) => <Tabs.Trigger value={id}>{lab.words().lab.tabs[id]}</Tabs.Trigger>}</For>
      </Tabs.List>
      <div class="commands">
        <ExamplesMenu file={props.file} />
        <IconButton label={words().undo} disabled={!lab.canUndo()} onClick={lab.undo}>
          <Undo size={16} />
        </IconButton>
        <IconButton label={words().redo} disabled={!lab.canRedo()} onClick={lab.redo}>
          <Redo size={16} />
        </IconButton>
        <button type="button" class="plain" title={hintOf('save')} onClick={() => void props.file.save()}>
          {words().save}
        </button>
        <button type="button" class="plain" title={hintOf('export')} onClick={() => props.actions.export()}>
          {words().export}
        </button>
        <button
          type="button"
          class="plain"
          aria-label={lab.words().frame.present}
          title={lab.words().frame.presentHint}
          onClick={() => props.actions.present()}
        >
          <Screen size={15} aria-hidden="true" /> <span class="wide">{lab.words().frame.present}</span>
        </button>
        <button
          type="button"
          class="plain"
          lang={lab.language() === 'ja' ? 'en' : 'ja'}
          onClick={() => lab.prefer({ language: lab.language() === 'ja' ? 'en' : 'ja' })}
        >
          {words().otherLanguage}
        </button>
        <IconButton
          label={lab.theme() === 'light' ? words().dark : words().light}
          onClick={() => lab.prefer({ theme: lab.theme() === 'light' ? 'dark' : 'light' })}
        >
          <Show when={lab.theme() === 'light'} fallback={<Sun size={16} />}>
            <Moon size={16} />
          </Show>
        </IconButton>
        <IconButton label={lab.words().help.open} onClick={() => props.actions.help()}>
          <CircleHelp size={16} />
        </IconButton>
        <MoreMenu actions={props.actions} />
      </div>
    </header>
  )
}

function Title() {
  const lab = useLab()
  const words = () => lab.words().lab.toolbar
  return (
    <>
      <input
        class="title"
        type="text"
        spellcheck={false}
        aria-label={words().title}
        value={lab.experiment().title}
        placeholder={lab.title()}
        onInput={(event) => {
          const title = limited(event.currentTarget, lab.experiment().title, limits.title)
          if (title === null) lab.tell(lab.words().lab.tooLong({ most: limits.title }), true)
          else lab.change((experiment) => withTitle(experiment, title), 'title')
        }}
      />
      <span class="unsaved" classList={{ on: lab.unsaved() }} title={lab.unsaved() ? words().unsaved : undefined}>
        <Show when={lab.unsaved()}>
          <span class="sr-only">{words().unsaved}</span>
        </Show>
      </span>
    </>
  )
}
