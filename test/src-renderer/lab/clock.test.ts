import { describe, expect, it } from 'vitest'
import { createClock } from '../../../src-renderer/lab/clock'

function clockOf() {
  const hearing = new EventTarget()
  let time = 0
  const clock = createClock(hearing as unknown as Window, () => time)
  return {
    clock,
    wait: (milliseconds: number) => {
      time += milliseconds
    },
    hears: (event: string) => hearing.dispatchEvent(new Event(event))
  }
}

describe('the clock of changes', () => {
  it('goes', () => {
    const { clock, wait } = clockOf()
    wait(1500)
    expect(clock()).toBe(1500)
  })

  it.each(['pointerup', 'pointercancel', 'blur'])('stands while a pointer is held, until %s', (end) => {
    const { clock, wait, hears } = clockOf()
    wait(100)
    hears('pointerdown')
    wait(5000)
    expect(clock()).toBe(100)
    hears(end)
    expect(clock()).toBe(5100)
  })

  it('stands at the newest press', () => {
    const { clock, wait, hears } = clockOf()
    hears('pointerdown')
    wait(2000)
    hears('pointerdown')
    wait(2000)
    expect(clock()).toBe(2000)
  })
})
