import { words } from '@shared/words/index'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menu } from '../../../src-main/menu'
import { gestures, gesturesOf, type KeyAction, keyAction, shortcuts } from '../../../src-renderer/commands/shortcuts'

/** What a key does while the first element of `html` has the focus. */
function pressed(
  key: string,
  held: KeyboardEventInit = {},
  html = '<main></main>',
  isPresenting = false
): KeyAction | null {
  document.body.innerHTML = html
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...held })
  document.body.querySelector('*')?.dispatchEvent(event)
  return keyAction(event, isPresenting)
}
const ctrl = { ctrlKey: true }
const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

describe('a key with Ctrl, or ⌘ on a Mac,', () => {
  it.each([
    ['n', 'new'],
    ['o', 'open'],
    ['s', 'save'],
    ['z', 'undo'],
    ['y', 'redo'],
    ['e', 'export']
  ])('%s means %s', (key, action) => {
    expect(pressed(key, ctrl)).toBe(action)
    expect(pressed(key, { metaKey: true })).toBe(action)
    expect(pressed(key.toUpperCase(), ctrl), 'with Caps Lock').toBe(action)
  })

  it('means save as and redo with Shift', () => {
    expect(pressed('S', { ...ctrl, shiftKey: true })).toBe('save-as')
    expect(pressed('Z', { ...ctrl, shiftKey: true })).toBe('redo')
    expect(pressed('N', { ...ctrl, shiftKey: true })).toBeNull()
  })

  it('means the same while something is typed: undo is the document’s', () => {
    expect(pressed('z', ctrl, '<input>')).toBe('undo')
    expect(pressed('s', ctrl, '<div contenteditable="true"></div>')).toBe('save')
  })

  it('means nothing with Alt, as letters are typed on some keyboards', () => {
    expect(pressed('e', { ...ctrl, altKey: true })).toBeNull()
  })

  it('is left alone where it means nothing', () => {
    expect(pressed('c', ctrl)).toBeNull()
  })
})

describe('the table of keys', () => {
  it('has every key that does anything, and each does what stands there', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789?/=+-. ']
    const named = [
      'F1',
      'F2',
      'F11',
      'Home',
      'End',
      'PageUp',
      'PageDown',
      'Escape',
      'Enter',
      'Tab',
      'Delete',
      'Backspace'
    ]
    const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
    const done = new Set<string>()
    for (const key of [...letters, ...named, ...arrows])
      for (const [held, event] of [
        ['nothing', {}],
        ['shift', { shiftKey: true }],
        ['control', ctrl],
        ['control-shift', { ...ctrl, shiftKey: true }]
      ] as const) {
        const row = shortcuts.find(
          (one) => one.key === key && (one.held === held || (one.held === 'sign' && !('ctrlKey' in event)))
        )
        const action = row?.action ?? null
        expect(pressed(key, event), `${held} ${key}`).toBe(row?.presenting ? null : action)
        expect(pressed(key, event, undefined, true), `${held} ${key}, presenting`).toBe(action)
        if (row) done.add(`${row.held} ${key}`)
      }
    expect([...done].sort()).toEqual(shortcuts.map(({ held, key }) => `${held} ${key}`).sort())
  })

  it('has for every key of the menu the same command', () => {
    const shown = flat(menu(words.en, [], false, { tell() {}, openRecent() {}, quit() {} })).filter(
      ({ id, accelerator }) => id && accelerator
    )
    expect(shown.length).toBeGreaterThan(5)
    for (const { id, accelerator } of shown) {
      const parts = String(accelerator).split('+')
      const [key = ''] = parts.slice(-1)
      const held = { ctrlKey: parts.includes('CmdOrCtrl'), shiftKey: parts.includes('Shift') }
      expect(pressed(key, held), String(accelerator)).toBe(id)
    }
  })

  it('opens the help with F1 wherever one is, and with a question mark where nothing is typed', () => {
    expect(pressed('F1', {}, '<input>')).toBe('help')
    expect(pressed('?', { shiftKey: true })).toBe('help')
    expect(pressed('?', { shiftKey: true }, '<input>')).toBeNull()
  })
})

describe('a key of a presentation', () => {
  it('is for the audience also where a slider has the focus, but not where something is typed or a dialog is open', () => {
    expect(pressed('PageDown', {}, '<input type="range">', true)).toBe('next')
    expect(pressed('b', {}, '<input type="text">', true)).toBeNull()
    expect(pressed('PageDown', {}, '<div role="dialog"></div>', true)).toBeNull()
    expect(pressed('ArrowRight', {}, '<input type="range">', true)).toBe('step-forward')
  })

  it('is not for the audience inside of a plot, which has keys of its own', () => {
    const plot = '<div class="plot-area inside"><canvas tabindex="0"></canvas></div>'
    for (const key of ['ArrowUp', 'Escape', 'n']) expect(pressed(key, {}, plot, true)).toBeNull()
  })

  it('ends it, also out of a field, but not before a dialog is closed', () => {
    expect(pressed('Escape', {}, '<input type="text">', true)).toBe('stop-presenting')
    expect(pressed('Escape', {}, '<div role="dialog"></div>', true)).toBeNull()
    expect(pressed('F11', {}, '<input type="text">', true)).toBe('present')
  })
})

describe('the table of gestures', () => {
  it('has each once, and those of every event of a picture', () => {
    const all = Object.values(gestures).flat()
    expect(new Set(all).size).toBe(all.length)
    for (const listed of Object.values(gesturesOf)) expect(all).toEqual(expect.arrayContaining([...listed]))
  })
})

describe('a key alone', () => {
  const keys = [
    [' ', 'toggle-play'],
    ['ArrowLeft', 'step-back'],
    ['ArrowRight', 'step-forward'],
    ['Home', 'to-start'],
    ['End', 'to-end']
  ] as const

  it.each(keys)('“%s” means %s', (key, action) => expect(pressed(key)).toBe(action))

  it.each([
    '<input>',
    '<input type="range">',
    '<textarea></textarea>',
    '<select></select>',
    '<div contenteditable="true"></div>',
    '<div role="menu"></div>',
    '<div role="dialog"></div>',
    '<div role="tab"></div>',
    '<div role="separator"></div>'
  ])('belongs to %s', (html) => {
    for (const [key] of keys) expect(pressed(key, {}, html), key).toBeNull()
  })

  it.each(['<button></button>', '<summary></summary>'])(
    'steps also after a click on %s, which needs space itself',
    (html) => {
      expect(pressed('ArrowRight', {}, html)).toBe('step-forward')
      expect(pressed('Home', {}, html)).toBe('to-start')
      expect(pressed(' ', {}, html)).toBeNull()
    }
  )

  it('means nothing with Shift, or while characters are composed', () => {
    expect(pressed('ArrowLeft', { shiftKey: true })).toBeNull()
    expect(pressed(' ', { isComposing: true })).toBeNull()
  })

  it('is left alone where it means nothing', () => expect(pressed('a')).toBeNull())
})
