import { words } from '@shared/words/index'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { menu } from '../../src-main/menu'

type Item = MenuItemConstructorOptions
const actions = { tell: vi.fn(), openRecent: vi.fn(), quit: vi.fn() }

const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
const itemsOf = (language: 'ja' | 'en', recent: readonly string[] = [], developing = false) =>
  flat(menu(words[language], recent, developing, actions))
const click = (item: Item | undefined) => (item?.click as (() => void) | undefined)?.()

describe.each(['ja', 'en'] as const)('the menu in %s', (language) => {
  it('has a name for every entry', () => {
    const unnamed = itemsOf(language).filter(({ type, label }) => type !== 'separator' && !label)
    expect(unnamed).toEqual([])
  })

  it('shows keys that the page owns, and keeps them to itself only where no command is behind them', () => {
    for (const item of itemsOf(language)) {
      if (item.id && item.accelerator) expect(item.registerAccelerator, item.label).toBe(false)
    }
    expect(itemsOf(language).find(({ id }) => id === 'save')?.accelerator).toBe('CmdOrCtrl+S')
  })

  it('has no letter twice in one menu', () => {
    for (const { label, submenu } of menu(words[language], [], true, actions)) {
      const letters = (submenu as Item[]).flatMap(
        (item) => /&(\p{L})/u.exec(item.label ?? '')?.[1]?.toLowerCase() ?? []
      )
      expect(new Set(letters).size, label).toBe(letters.length)
    }
  })
})

describe('the menu', () => {
  it('tells the page what was chosen', () => {
    for (const command of ['new', 'open', 'save', 'save-as', 'export', 'undo', 'redo', 'present', 'help', 'about']) {
      click(itemsOf('en').find(({ id }) => id === command))
      expect(actions.tell).toHaveBeenLastCalledWith(command)
    }
  })

  it('opens recent files', () => {
    const files = itemsOf('en', ['/home/R&D/a.gradlab', '/b.gradlab']).filter(({ label }) =>
      label?.endsWith('.gradlab')
    )
    expect(files.map(({ label }) => label)).toEqual(['/home/R&&D/a.gradlab', '/b.gradlab'])
    click(files[0])
    expect(actions.openRecent).toHaveBeenCalledWith('/home/R&D/a.gradlab')
  })

  it('says when there are none', () => {
    expect(itemsOf('ja')).toContainEqual({ label: '最近使ったファイルはありません', enabled: false })
  })

  it('has the developer tools only while the program is developed', () => {
    const has = (developing: boolean) => itemsOf('en', [], developing).some(({ role }) => role === 'toggleDevTools')
    expect([has(true), has(false)]).toEqual([true, false])
  })
})
