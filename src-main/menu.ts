import type { Command } from '@shared/bridge'
import type { Words } from '@shared/words/index'
import type { MenuItemConstructorOptions } from 'electron'
import type { Recent } from './files/recent'

type Item = MenuItemConstructorOptions

/** What the menu can make happen. */
export interface MenuActions {
  readonly tell: (command: Command) => void
  readonly openRecent: (path: string) => void
  readonly quit: () => void
}

/**
 * The application menu. Commands go to the page, which also owns their keys: the menu only shows them, so that a
 * key means the same wherever the cursor is.
 */
export function menu(words: Words, recent: Recent, developing: boolean, actions: MenuActions): Item[] {
  const texts = words.program.menu
  const command = (label: string, name: Command, accelerator?: string): Item => ({
    id: name,
    label,
    click: () => actions.tell(name),
    ...(accelerator && { accelerator, registerAccelerator: false })
  })
  const line: Item = { type: 'separator' }

  return [
    {
      label: texts.file,
      submenu: [
        command(texts.new, 'new', 'CmdOrCtrl+N'),
        command(texts.open, 'open', 'CmdOrCtrl+O'),
        { label: texts.recent, submenu: recentFiles(recent, texts.noRecent, actions) },
        line,
        command(texts.save, 'save', 'CmdOrCtrl+S'),
        command(texts.saveAs, 'save-as', 'CmdOrCtrl+Shift+S'),
        line,
        command(texts.export, 'export', 'CmdOrCtrl+E'),
        line,
        { label: texts.quit, accelerator: 'CmdOrCtrl+Q', click: actions.quit }
      ]
    },
    {
      label: texts.edit,
      submenu: [
        command(texts.undo, 'undo', 'CmdOrCtrl+Z'),
        command(texts.redo, 'redo', 'CmdOrCtrl+Shift+Z'),
        line,
        { label: texts.cut, role: 'cut' },
        { label: texts.copy, role: 'copy' },
        { label: texts.paste, role: 'paste' },
        { label: texts.selectAll, role: 'selectAll' }
      ]
    },
    {
      label: texts.view,
      submenu: [
        { label: texts.zoomIn, role: 'zoomIn' },
        // The plus sign stands on the key of = and would want Shift.
        { label: texts.zoomIn.replace('&', ''), role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
        { label: texts.zoomOut, role: 'zoomOut' },
        { label: texts.zoomReset, role: 'resetZoom' },
        line,
        command(texts.present, 'present', 'F11'),
        { label: texts.fullScreen, role: 'togglefullscreen', accelerator: 'Shift+F11' },
        ...(developing ? [line, { label: texts.developerTools, role: 'toggleDevTools' } satisfies Item] : [])
      ]
    },
    {
      label: texts.help,
      role: 'help',
      submenu: [command(texts.howTo, 'help', 'F1'), line, command(texts.about, 'about')]
    }
  ]
}

function recentFiles(recent: Recent, none: string, { openRecent }: MenuActions): Item[] {
  if (recent.length === 0) return [{ label: none, enabled: false }]
  // An ampersand would underline the letter behind it.
  return recent.map((path) => ({ label: path.replaceAll('&', '&&'), click: () => openRecent(path) }))
}
