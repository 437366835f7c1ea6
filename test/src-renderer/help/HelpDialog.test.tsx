import { words } from '@shared/words/index'
import { afterEach, describe, expect, it } from 'vitest'
import { gestures, shortcuts } from '../../../src-renderer/commands/shortcuts'
import { HelpDialog } from '../../../src-renderer/help/HelpDialog'
import { plotKeys } from '../../../src-renderer/plots/keys'
import { inLaboratory, leaveLaboratory, named, soon, type } from '../laboratory'

afterEach(leaveLaboratory)

const { help, glossary } = words.en
const text = () => document.querySelector('[role="dialog"]')?.textContent ?? ''
const open = () => inLaboratory(() => <HelpDialog open onOpenChange={() => {}} />)
const turnTo = (part: keyof typeof help.parts) => {
  const tab = named('[role="tab"]', help.parts[part])
  tab.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
  tab.click()
}

describe('the help', () => {
  it('tells every gesture, every key and every term', async () => {
    open()
    for (const gesture of Object.values(gestures).flat()) expect(text()).toContain(help.gestures[gesture][1])
    turnTo('keys')
    await soon(() => expect(text()).toContain('F1'))
    for (const { action } of shortcuts) expect(text()).toContain(help.actions[action])
    expect(document.querySelectorAll('.keys')).toHaveLength(
      shortcuts.length + 2 + Object.values(plotKeys).flat().length
    )
    turnTo('terms')
    await soon(() => expect(document.querySelectorAll('.entry')).toHaveLength(Object.keys(glossary).length))
  })

  it('finds a term by its name or its sentence, and says where there is none', async () => {
    open()
    turnTo('terms')
    const search = () => named<HTMLInputElement>('input', help.search)
    await soon(() => search())
    type(search(), 'ＨESSIAN')
    const heads = () => [...document.querySelectorAll('.entry b')].map(({ textContent }) => textContent)
    expect(heads()).toContain('Hessian matrix')
    expect(heads()).toContain('eigenvalue')
    expect(heads()).not.toContain('secant')
    type(search(), 'xyzzy')
    expect(text()).toContain(help.none({ text: 'xyzzy' }))
  })
})
