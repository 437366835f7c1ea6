import { withFormula, withSteps } from '@shared/experiment/edit'
import { withMethod } from '@shared/experiment/runs'
import type { Question, Reply, RequestName } from '@shared/protocol'
import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Ask } from '../../../src-renderer/answers/answer'
import { axesOf, createPointer, type Pointer } from '../../../src-renderer/cards/pointer'
import { createLab, type Lab } from '../../../src-renderer/lab/lab'
import { surroundings } from '../../support/bridge'
import { ask as core } from '../../support/core-ask'
import { experimentNamed } from '../laboratory'

/** Keeps what was asked until the test lets it be answered, by the core. */
let held: { readonly question: Question; readonly answer: () => void }[]
let lab: Lab
let pointer: Pointer
let dispose: () => void

const ask = ((question: Question) =>
  new Promise<Reply>((resolve) => {
    held.push({ question, answer: () => void core(question).then((reply) => resolve(reply as Reply)) })
  })) as Ask
async function answerAll(): Promise<void> {
  while (held.length > 0) {
    for (const { answer } of held.splice(0)) answer()
    await vi.advanceTimersByTimeAsync(0)
  }
}
const asked = <Name extends RequestName>(name: Name) =>
  held.flatMap(({ question }) => (question.name === name ? [question as Question<Name>] : []))

beforeEach(() => {
  vi.useFakeTimers()
  held = []
  createRoot((end) => {
    lab = createLab(experimentNamed('descent-2d'), surroundings)
    pointer = createPointer(
      lab,
      ask,
      axesOf(
        () => [0, 1],
        () => [0, 0]
      ),
      true
    )
    dispose = end
  })
})
afterEach(() => {
  dispose()
  vi.useRealTimers()
})

describe('the place under the pointer', () => {
  it('is known at once, with its gradient and the path of the selected run from there once they are answered', async () => {
    pointer.point([2, 1])
    expect(pointer.pointed()).toMatchObject({ at: [2, 1], ground: null, ghost: null })
    await answerAll()
    // Gradient descent on x₀² + x₁²: every step takes 2η off.
    const share = (1 - 2 * 0.08) ** 15
    const { ground, ghost } = pointer.pointed() ?? {}
    expect(ground).toEqual({ at: [2, 1], value: 5, slopes: [4, 2] })
    expect(ghost?.taken).toBe(15)
    expect(ghost?.x[15]).toBeCloseTo(2 * share, 9)
    expect(ghost?.y[15]).toBeCloseTo(share, 9)
  })

  it('asks nothing while it rests, and is nowhere once the pointer has gone', async () => {
    pointer.point([2, 1])
    await answerAll()
    pointer.point([2, 1])
    await vi.advanceTimersByTimeAsync(1000)
    expect(held).toEqual([])
    pointer.point(null)
    expect(pointer.pointed()).toBeNull()
    expect(held).toEqual([])
  })

  it('keeps what is known of the place before for a moment, and not when the answer takes long', async () => {
    pointer.point([2, 1])
    await answerAll()
    pointer.point([1, 1])
    expect(pointer.pointed()).toMatchObject({ at: [1, 1], ground: { at: [2, 1] } })
    await vi.advanceTimersByTimeAsync(400)
    expect(pointer.pointed()).toMatchObject({ at: [1, 1], ground: null, ghost: null })
    await answerAll()
    expect(pointer.pointed()).toMatchObject({ ground: { at: [1, 1] } })
  })

  it('shows nothing of an earlier visit', async () => {
    pointer.point([2, 1])
    await answerAll()
    pointer.point(null)
    pointer.point([1, 1])
    expect(pointer.pointed()).toMatchObject({ ground: null, ghost: null })
  })

  it('shows no path of another method, and no value of another function, while those of now are under way', async () => {
    pointer.point([2, 1])
    await answerAll()
    lab.change((old) => withMethod(old, 'run-1', 'adam', 'book'))
    expect(pointer.pointed()).toMatchObject({ ground: { value: 5 }, ghost: null })
    await answerAll()
    lab.change((old) => withFormula(old, 'x0^2 + 3x1^2'))
    expect(pointer.pointed()).toMatchObject({ ground: null, ghost: null })
  })

  it('is followed for a few hundred steps of a long run', () => {
    lab.change((old) => withSteps(old, 100_000))
    pointer.point([2, 1])
    expect(asked('runs')[0]?.body.steps).toBe(500)
  })
})
