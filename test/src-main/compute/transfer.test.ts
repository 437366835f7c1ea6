import { describe, expect, it } from 'vitest'
import { transferables } from '../../../src-main/compute/transfer'

describe('what is moved to another thread', () => {
  it('is every buffer of the message, each once, wherever it is', () => {
    const shared = new Float64Array(4)
    const message = {
      runs: [
        { points: new Float64Array(2), steps: new Int32Array(3) },
        { problem: { code: 'x' }, setting: null }
      ],
      head: shared.subarray(0, 2),
      tail: shared.subarray(2)
    }
    const { runs } = message
    expect(new Set(transferables(message))).toEqual(
      new Set([runs[0]?.points?.buffer, runs[0]?.steps?.buffer, shared.buffer])
    )
    expect(transferables(message)).toHaveLength(3)
  })

  it('is nothing of memory that both threads share, and nothing of plain values', () => {
    expect(transferables({ memory: new Int32Array(new SharedArrayBuffer(8)), text: 'x', none: null, n: 1 })).toEqual([])
  })
})
