import { describe, expect, it } from 'vitest'
import { type KeyAction, keyAction } from '../../src-renderer/shortcuts'

/** What a key does while the first element of `html` has the focus. */
function pressed(key: string, held: KeyboardEventInit = {}, html = '<main></main>'): KeyAction | null {
  document.body.innerHTML = html
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...held })
  document.body.querySelector('*')?.dispatchEvent(event)
  return keyAction(event)
}
const ctrl = { ctrlKey: true }

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
    '<div role="tab"></div>'
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
