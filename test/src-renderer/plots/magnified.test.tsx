import { expect, test } from 'vitest'
import { pixelRatio, pointerIn, seenOf } from '../../../src-renderer/plots/magnified'

/** An element at (100, 50) of the window whose pixels are drawn so many times as large. */
function elementDrawn(currentCSSZoom: number): Element {
  const element = document.createElement('div')
  Object.defineProperty(element, 'currentCSSZoom', { value: currentCSSZoom })
  element.getBoundingClientRect = () => new DOMRect(100, 50, 300, 200)
  return element
}

test('where the pointer is in a plot is told in the pixels the plot is drawn with', () => {
  const event = new MouseEvent('pointermove', { clientX: 160, clientY: 80 })
  expect(pointerIn(elementDrawn(1), event)).toEqual({ x: 60, y: 30 })
  expect(pointerIn(elementDrawn(1.5), event)).toEqual({ x: 40, y: 20 })
})

test('a plot is as sharp as the screen, however large its letters are', () => {
  expect(pixelRatio(elementDrawn(1.5))).toBe(1.5 * window.devicePixelRatio)
})

test('what is seen of a plot that is scrolled is told in the pixels the plot is drawn with', () => {
  const scroller = Object.assign(elementDrawn(1), { scrollTop: 600 })
  Object.defineProperty(scroller, 'clientHeight', { value: 300 })
  expect(seenOf(elementDrawn(1), scroller)).toEqual({ top: 600, bottom: 900 })
  expect(seenOf(elementDrawn(1.5), scroller)).toEqual({ top: 400, bottom: 600 })
})
