import { describe, expect, it } from 'vitest'
import { PlotGestures } from '../../../src-renderer/cards/PlotGestures'
import { experimentNamed, inLaboratory, openSheet } from '../laboratory'

/** What is told of a flat plot that makes these events. */
function told(...events: readonly string[]): string {
  inLaboratory(() => <PlotGestures kind="flat" title="Contour" events={events} />, experimentNamed('descent-2d'))
  openSheet('Gestures and keys: Contour')
  return document.querySelector('[role="dialog"]')?.textContent ?? ''
}

describe('what hand and keys do on a plot', () => {
  it('is told of what it can do alone', () => {
    const text = told('place', 'view', 'reset')
    expect(text).toContain('Move the ranges')
    for (const absent of ['Start the selected run here', 'Add a run from here']) expect(text).not.toContain(absent)
  })

  it('is all of it where runs can be started', () => {
    const text = told('place', 'view', 'reset', 'start', 'add')
    for (const present of ['Start the selected run here', 'Add a run from here']) expect(text).toContain(present)
  })
})
