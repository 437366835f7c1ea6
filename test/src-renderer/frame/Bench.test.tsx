import { createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { Bench } from '../../../src-renderer/frame/Bench'
import { PartButtons } from '../../../src-renderer/frame/part'
import type { Lab } from '../../../src-renderer/lab/lab'
import { bridge } from '../../support/bridge'
import { windowOf } from '../../support/window-size'
import { allNamed, button, inLaboratory, named } from '../laboratory'

/** A bench in a window of this size, each part with a word in it. */
function bench({ width = 1280, height = 800, companion = true } = {}) {
  const [hasCompanion, setCompanion] = createSignal(companion)
  const resize = windowOf(width, height)
  const card = (title: string) => (
    <section class="card">
      <h3>
        {title}
        <PartButtons />
      </h3>
    </section>
  )
  const { lab } = inLaboratory(() => (
    <Bench
      tab="descend"
      leftTitle="Runs"
      left="Settings"
      rail="Rail"
      hero={card('Contour')}
      companionTitle={hasCompanion() ? 'Surface' : undefined}
      companion={card('Surface')}
      insteadOfLeft={{ id: 'note', label: 'Note', content: () => 'Note' }}
      inspector={['One', 'Two', 'Three', 'Four'].map((label) => ({ id: label, label, content: () => label }))}
      subtitle={() => ''}
      dock={(isFolded) => (isFolded() ? 'Rate' : 'Dock')}
      usual={{ right: 0.4, rightOfLarge: 0.5, top: 0.45 }}
    />
  ))
  return { lab, resize, setCompanion }
}

const part = (selector: string) => document.querySelector<HTMLElement>(selector)
/** What there is room for. */
const seen = () => ({
  room: document.documentElement.dataset['room'],
  column: part('.column')?.textContent?.includes('Settings') ? 'whole' : 'rail',
  companion: part('.bench > .companion') ? 'beside' : allNamed('[role="tab"]', 'Surface').length > 0 ? 'tab' : 'none',
  panes: document.querySelectorAll('.pane').length
})
const usual = { room: '', column: 'whole', companion: 'beside', panes: 1 }
const narrow = { room: 'narrow', column: 'rail', companion: 'tab', panes: 1 }
const large = () => part('.bench')?.dataset['large']
const doubleClick = (element: Element | null) => element?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
const pressEscape = (on: Element = document.body, init: KeyboardEventInit = {}) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, ...init }))

describe('the parts of the window', () => {
  it.each([
    ['width of 900', [899.5, 800], { ...narrow, room: 'small narrow' }, [900, 800], narrow],
    ['width of 1180', [1179.5, 800], narrow, [1180, 800], usual],
    ['height of 560', [1280, 559.5], { ...narrow, room: 'small narrow' }, [1280, 560], usual],
    ['width of 1600', [1599.5, 800], usual, [1600, 800], { ...usual, room: 'wide', panes: 2 }],
    [
      'width of 2300',
      [2299.5, 800],
      { ...usual, room: 'wide', panes: 2 },
      [2300, 800],
      { ...usual, room: 'wide widest', panes: 3 }
    ]
  ] as const)('change at a %s pixels, there and back, and nowhere near', (_, [w, h], below, [width, height], above) => {
    const { resize } = bench({ width: w, height: h })
    expect(seen()).toEqual(below)
    resize(width, height)
    expect(seen()).toEqual(above)
    resize(w, h)
    expect(seen()).toEqual(below)
  })

  it('are still the same elements after the window was narrow: a surface is not made anew', () => {
    const { resize } = bench()
    const companion = part('.companion')
    resize(1024, 700)
    named('[role="tab"]', 'Surface').click()
    expect(part('.pane .companion')).toBe(companion)
    resize(1280, 800)
    expect(part('.bench > .companion')).toBe(companion)
  })

  it('have what stood in the column among the tabs of the inspector while that is folded', () => {
    const { resize } = bench()
    const notes = () => allNamed('[role="tab"]', 'Note').length
    expect(notes()).toBe(0)
    resize(1024, 700)
    expect(notes()).toBe(1)
    resize(1280, 800)
    expect(notes()).toBe(0)
  })

  it('fold the column as was wished, whatever the width, and tell the dock', () => {
    const { lab, resize } = bench()
    button('Collapse this column').click()
    expect([seen().column, part('.dock')?.textContent]).toEqual(['rail', 'Rate'])
    resize(1920, 1080)
    expect(seen().column).toBe('rail')
    button('Expand this column').click()
    resize(1024, 700)
    expect([seen().column, part('.dock')?.textContent]).toEqual(['whole', 'Dock'])
    expect(lab.layout('descend')).toEqual({ isFolded: false })
    expect(lab.layout('partial')).toEqual({})
  })

  it.each([
    ['.hero h3', 'hero'],
    ['.companion h3', 'companion'],
    ['.inspector [role="tablist"]', 'inspector']
  ])('each get all the room by a double click on %s, and give it back by another, or Escape', (heading, name) => {
    bench()
    expect(large()).toBeUndefined()
    doubleClick(part(heading))
    expect(large()).toBe(name)
    doubleClick(part(heading))
    expect(large()).toBeUndefined()
    doubleClick(part(heading))
    pressEscape()
    expect(large()).toBeUndefined()
    // Nothing of it is left to hear the next one.
    expect(pressEscape()).toBe(true)
  })

  it('stay as they are where a double click or Escape means something else', () => {
    bench()
    doubleClick(part('.hero .part-buttons button'))
    doubleClick(part('.hero section'))
    expect(large()).toBeUndefined()
    doubleClick(part('.hero h3'))
    pressEscape(document.body, { isComposing: true })
    const dialog = document.body.appendChild(document.createElement('div'))
    dialog.setAttribute('role', 'dialog')
    pressEscape(dialog)
    expect(large()).toBe('hero')
  })

  it('in a narrow window: the companion is large as the inspector that it is in', () => {
    bench({ width: 1024 })
    named('[role="tab"]', 'Surface').click()
    doubleClick(part('.companion h3'))
    expect(large()).toBe('inspector')
  })

  it('go on without a companion that was large, and keep it large where it is in a narrow window', () => {
    const { resize, setCompanion } = bench()
    doubleClick(part('.companion h3'))
    resize(1024, 700)
    expect(large()).toBe('inspector')
    resize(1280, 800)
    expect(large()).toBe('companion')
    setCompanion(false)
    expect(large()).toBeUndefined()
    setCompanion(true)
    expect(large()).toBeUndefined()
  })

  it('change places, hero and companion, where both are beside each other and neither is large', () => {
    const { lab, resize } = bench()
    const swaps = () => allNamed('button', 'Swap positions').length
    expect(swaps()).toBe(2)
    allNamed('button', 'Swap positions')[0]?.click()
    expect(part('.bench')?.classList.contains('swapped')).toBe(true)
    expect(lab.layout('descend')).toEqual({ isSwapped: true })
    doubleClick(part('.hero h3'))
    expect(swaps()).toBe(1)
    pressEscape()
    resize(1024, 700)
    expect(swaps()).toBe(0)
    expect(part('.bench')?.classList.contains('swapped')).toBe(false)
  })

  it('are two where there is no companion', () => {
    bench({ companion: false })
    expect(seen()).toMatchObject({ companion: 'none' })
    expect(document.querySelectorAll('.splitter')).toHaveLength(2)
  })
})

describe('a splitter of the window', () => {
  const splitter = (name: string) => named('[role="separator"]', name)
  const press = (element: HTMLElement, key: string) =>
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  const styled = (name: string) => part('.bench')?.style.getPropertyValue(name)
  const remembered = () => bridge.setPreferences.mock.calls.at(-1)?.[0].layouts?.descend
  /** Takes hold of it at 500, 300 and goes these ways from there. */
  const drag = (element: HTMLElement, ...ways: readonly (readonly [number, number])[]) => {
    element.setPointerCapture = () => {}
    const at = (type: string, [x, y]: readonly [number, number]) =>
      new PointerEvent(type, { bubbles: true, button: 0, pointerId: 1, clientX: 500 + x, clientY: 300 + y })
    element.dispatchEvent(at('pointerdown', [0, 0]))
    for (const way of ways) element.dispatchEvent(at('pointermove', way))
  }
  const letGo = (element: HTMLElement) => element.dispatchEvent(new PointerEvent('lostpointercapture'))
  /** A bench that lies at 0, 100 with 1274 by 600 pixels; the column takes 264 + 10 of the width. */
  const laid = (): Lab => {
    const { lab } = bench()
    const element = part('.bench') as HTMLElement
    element.getBoundingClientRect = () => new DOMRect(0, 100, 1274, 600)
    return lab
  }

  it('follows the hand, and is remembered where it is let go', () => {
    const lab = laid()
    const right = splitter('Width of the plots on the right')
    drag(right, [-200, 0], [50, 0])
    expect(Number(styled('--right'))).toBeCloseTo(0.35, 12)
    expect(right.getAttribute('aria-valuenow')).toBe('35')
    expect(right.classList.contains('held')).toBe(true)
    expect(lab.layout('descend')).toEqual({})
    letGo(right)
    expect(right.classList.contains('held')).toBe(false)
    const there = { right: expect.closeTo(0.35, 12) }
    expect([lab.layout('descend'), remembered()]).toEqual([there, there])
  })

  it('does not leap when it is taken hold of, wherever on it', () => {
    const lab = laid()
    for (const name of ['Width of the plots on the right', 'Height of the upper plot', 'Width of the left column']) {
      drag(splitter(name), [0, 0])
      letGo(splitter(name))
    }
    expect(lab.layout('descend')).toEqual({ right: 0.4, top: 0.45, left: 264 })
  })

  it('is moved by no other button, and not at all by a click', () => {
    const lab = laid()
    const top = splitter('Height of the upper plot')
    top.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 2 }))
    top.dispatchEvent(new PointerEvent('pointermove', { clientY: 200 }))
    drag(top)
    letGo(top)
    expect([styled('--top'), lab.layout('descend')]).toEqual(['0.45', {}])
  })

  it('stays within its room, however far the hand goes', () => {
    laid()
    const top = splitter('Height of the upper plot')
    drag(top, [0, -500])
    expect(Number(styled('--top'))).toBeCloseTo(140 / 600, 12)
    drag(top, [0, 5000])
    expect(styled('--top')).toBe('0.75')
    letGo(top)
    // And comes back with the first key.
    press(top, 'ArrowUp')
    expect(styled('--top')).toBe('0.73')
    const left = splitter('Width of the left column')
    for (const [x, width] of [
      [-100, '220px'],
      [100, '320px'],
      [300, '420px']
    ] as const) {
      drag(left, [x, 0])
      letGo(left)
      expect(styled('--left')).toBe(width)
    }
  })

  it('is moved by the arrow keys along it, towards where they point, and by no other', () => {
    laid()
    const right = splitter('Width of the plots on the right')
    press(right, 'ArrowRight')
    expect(styled('--right')).toBe('0.38')
    press(right, 'ArrowLeft')
    press(right, 'ArrowLeft')
    expect(Number(styled('--right'))).toBeCloseTo(0.42, 12)
    const top = splitter('Height of the upper plot')
    press(top, 'ArrowDown')
    expect(styled('--top')).toBe('0.47')
    expect(press(top, 'ArrowRight')).toBe(true)
    expect(press(top, 'ArrowUp')).toBe(false)
    expect(Number(styled('--top'))).toBeCloseTo(0.45, 12)
  })

  it('goes back by Enter or a double click to where it usually is', () => {
    const lab = laid()
    const right = splitter('Width of the plots on the right')
    for (const reset of [() => press(right, 'Enter'), () => doubleClick(right)]) {
      press(right, 'ArrowLeft')
      reset()
      expect([styled('--right'), lab.layout('descend').right]).toEqual(['0.4', undefined])
    }
  })
})
