import { words } from '@shared/words/index'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Running, start } from './harness'

let lab: Running

beforeAll(async () => {
  lab = await start({ language: 'ja', switches: ['--disable-gpu', '--disable-software-rasterizer'] })
})
afterAll(() => lab.close())

it('where there is no WebGL the contour takes the surface’s place, with a sentence', async () => {
  expect(await lab.page.evaluate(() => document.createElement('canvas').getContext('webgl'))).toBeNull()
  const surface = lab.page.locator('.plot', { has: lab.page.getByRole('img', { name: words.ja.lab.plots.surface }) })
  await surface.getByText(words.ja.plots.noSurface).waitFor()
  expect(await surface.locator('canvas').count()).toBe(1)
  expect(lab.complaints).toEqual([])
})
