import { createSignal } from 'solid-js'
import { expect, it, vi } from 'vitest'
import { LongWork } from '../../../src-renderer/controls/LongWork'
import { button, inLaboratory, named } from '../laboratory'

it('long work says how much of it is done, and is ended by a button', () => {
  const [share, setShare] = createSignal<number | null>(0.124)
  const cancel = vi.fn()
  inLaboratory((_, lab) => <LongWork progress={{ share, cancel }} text={lab.words().lab.runs.progress.working} />)
  expect(document.body.textContent).toContain('Computing … 12 %')
  const bar = named<HTMLProgressElement>('progress', 'Progress of the computation')
  expect(Number(bar.getAttribute('value') ?? bar.value)).toBe(0.124)
  setShare(0.999)
  expect(document.body.textContent).toContain('Computing … 99 %')
  button('Stop here').click()
  expect(cancel).toHaveBeenCalledOnce()
})
