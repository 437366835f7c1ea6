import { withTitle } from '@shared/experiment/edit'
import { limits } from '@shared/experiment/limits'
import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import FilePlus from 'lucide-solid/icons/file-plus'
import FolderOpen from 'lucide-solid/icons/folder-open'
import Info from 'lucide-solid/icons/info'
import Moon from 'lucide-solid/icons/moon'
import Redo from 'lucide-solid/icons/redo-2'
import Save from 'lucide-solid/icons/save'
import Share from 'lucide-solid/icons/share'
import Sun from 'lucide-solid/icons/sun'
import Undo from 'lucide-solid/icons/undo-2'
import { Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { limited } from '../controls/limited'
import type { DocumentFile } from '../document-file'
import { useLab } from '../lab'
import { ExamplesMenu } from './ExamplesMenu'

/** Title, file, undo, export, language and theme. */
export function Toolbar(props: { file: DocumentFile; onExport: () => void; onHelp: () => void; onAbout: () => void }) {
  const lab = useLab()
  const words = () => lab.words().lab.toolbar
  return (
    <header class="toolbar">
      <b class="brand">{lab.words().lab.name}</b>
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
      <span class="gap" />
      <ExamplesMenu file={props.file} />
      <button type="button" title={`${words().new} (Ctrl+N)`} onClick={() => void props.file.begin()}>
        <FilePlus size={15} aria-hidden="true" /> <span class="wide">{words().new}</span>
      </button>
      <button type="button" title={`${words().open} (Ctrl+O)`} onClick={() => void props.file.open()}>
        <FolderOpen size={15} aria-hidden="true" /> <span class="wide">{words().open}</span>
      </button>
      <button type="button" title={`${words().save} (Ctrl+S)`} onClick={() => void props.file.save()}>
        <Save size={15} aria-hidden="true" /> <span class="wide">{words().save}</span>
      </button>
      <IconButton label={words().undo} disabled={!lab.canUndo()} onClick={lab.undo}>
        <Undo size={16} />
      </IconButton>
      <IconButton label={words().redo} disabled={!lab.canRedo()} onClick={lab.redo}>
        <Redo size={16} />
      </IconButton>
      <button type="button" class="primary" title={`${words().export} (Ctrl+E)`} onClick={() => props.onExport()}>
        <Share size={15} aria-hidden="true" /> {words().export}
      </button>
      <IconButton label={lab.words().help.open} onClick={() => props.onHelp()}>
        <CircleHelp size={16} />
      </IconButton>
      <button
        type="button"
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
      <IconButton label={words().about} onClick={() => props.onAbout()}>
        <Info size={16} />
      </IconButton>
    </header>
  )
}
