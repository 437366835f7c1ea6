import { describe, expect, it } from 'vitest'
import { hover, pointedAt } from '../../../src-renderer/editor/hover'
import { viewOf } from './editor-view'

const moved = (movementX: number) => {
  const event = new MouseEvent('mousemove', { bubbles: true })
  Object.defineProperties(event, { movementX: { value: movementX }, movementY: { value: 0 } })
  return event
}

describe('the pointer', () => {
  it('has a word explained that it was moved to, not one that comes to lie under it', () => {
    const view = viewOf('sin(x)', hover)
    const point = (movementX: number) => view.contentDOM.dispatchEvent(moved(movementX))
    point(0)
    expect(pointedAt(view, 1, 1)).toBeNull()
    point(3)
    expect(pointedAt(view, 1, 1)).toMatchObject({ pos: 0, end: 3 })
    view.dispatch({ changes: { from: 0, to: 6, insert: 'cos(x)' } })
    point(0)
    expect(pointedAt(view, 1, 1)).toBeNull()
    point(-2)
    expect(pointedAt(view, 1, 1)).not.toBeNull()
  })
})
