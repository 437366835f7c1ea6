import { applyPalette, quantize } from 'gifenc'
import { expect, test } from 'vitest'
import { markColours } from '../../../src-renderer/pictures/gif'
import { looks } from '../../../src-renderer/plots/look'

test.each([looks.light, looks.dark])('a palette that begins with the colours of the $theme look keeps them', (look) => {
  const exact = markColours(look)
  expect(exact).toContainEqual([1, 3, 5].map((at) => Number.parseInt(look.ink.slice(at, at + 2), 16)))
  expect(exact.length).toBeLessThan(32)
  // A ground of very many colours, of which the marks are a vanishing part.
  const ground = Array.from({ length: 40_000 }, (_, index) => [
    120 + (index % 120),
    150 + ((index * 7) % 100),
    200,
    255
  ])
  const pixels = Uint8ClampedArray.from([...ground, ...exact.map((colour) => [...colour, 255])].flat())
  const palette = [...exact, ...quantize(pixels, 256 - exact.length)]
  const painted = [...applyPalette(pixels, palette)].slice(-exact.length).map((index) => palette[index])
  expect(palette.length).toBeLessThanOrEqual(256)
  expect(painted).toEqual(exact)
})
