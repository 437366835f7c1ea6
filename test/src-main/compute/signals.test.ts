import { describe, expect, it } from 'vitest'
import { signals } from '../../../src-main/compute/signals'

describe('the signals between a worker and its host', () => {
  it('are the same for both sides of one memory', () => {
    const host = signals()
    const worker = signals(host.memory)
    const before = host.beats()
    worker.beat()
    expect(host.beats()).not.toBe(before)
    host.cancel(7)
    expect(worker.isCancelled(7)).toBe(true)
  })

  it('let a cancel that comes too late pass by the next question', () => {
    const { cancel, isCancelled } = signals()
    cancel(1)
    expect(isCancelled(2)).toBe(false)
  })

  it('cancel nothing at the start', () => {
    expect(signals().isCancelled(1)).toBe(false)
    expect(signals().isEnough(1)).toBe(false)
  })

  it('tell that an answer is enough as it is, without cancelling it', () => {
    const host = signals()
    const worker = signals(host.memory)
    host.enough(3)
    expect([worker.isEnough(3), worker.isEnough(4), worker.isCancelled(3)]).toEqual([true, false, false])
  })

  it('tell how much of the work is done', () => {
    const host = signals()
    const worker = signals(host.memory)
    expect(host.share()).toBe(0)
    worker.progress(0.25)
    expect(host.share()).toBe(0.25)
    worker.progress(1)
    expect(host.share()).toBe(1)
  })
})
