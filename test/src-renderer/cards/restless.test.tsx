import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { restless } from '../../../src-renderer/cards/restless'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watched() {
  return createRoot((dispose) => {
    const [value, setValue] = createSignal(0)
    return { moving: restless(value), setValue, dispose }
  })
}

test('a value is restless from the second of two quick changes until it rests', () => {
  const { moving, setValue, dispose } = watched()
  expect(moving()).toBe(false)
  setValue(1)
  expect(moving()).toBe(false)
  vi.advanceTimersByTime(100)
  setValue(2)
  expect(moving()).toBe(true)
  vi.advanceTimersByTime(299)
  expect(moving()).toBe(true)
  vi.advanceTimersByTime(1)
  expect(moving()).toBe(false)
  dispose()
})

test('changes that are far apart are no unrest', () => {
  const { moving, setValue, dispose } = watched()
  for (const each of [1, 2, 3]) {
    setValue(each)
    expect(moving()).toBe(false)
    vi.advanceTimersByTime(400)
  }
  dispose()
})
