import { words } from '@shared/words/index'
import { expect, it, vi } from 'vitest'
import { question } from '../../src-main/question'

const { dialog } = vi.hoisted(() => ({ dialog: { showMessageBox: vi.fn() } }))
vi.mock('electron', () => ({ dialog }))

const asked = (choices: Readonly<Record<'yes' | 'no', string>>) =>
  question({} as never, { type: 'question', message: 'm', detail: 'd', choices, usual: 'yes' })

it.each([
  [0, 'yes'],
  [1, 'no'],
  // Closed by the window manager.
  [-1, 'no']
])('button %i means %s', async (response, meaning) => {
  dialog.showMessageBox.mockResolvedValueOnce({ response })
  expect(await asked({ yes: '&Yes', no: '&No' })).toBe(meaning)
})

it('leaves the ampersands to the system, so that nobody reads them', async () => {
  dialog.showMessageBox.mockResolvedValueOnce({ response: 0 })
  await asked({ yes: words.en.program.dialog.saveChanges, no: words.en.program.dialog.cancel })
  expect(dialog.showMessageBox.mock.lastCall?.[1]).toMatchObject({ normalizeAccessKeys: true })
})
