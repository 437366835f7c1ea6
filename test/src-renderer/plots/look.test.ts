import { colourMaps } from '@shared/experiment/experiment'
import { interpolateCividis, interpolateViridis } from 'd3-scale-chromatic'
import { expect, test } from 'vitest'
import { groundColour, groundStops, inkOf, looks, readableOn, runLook } from '../../../src-renderer/plots/look'

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((p, q) => p - q) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

test('every ground is darker where f is lower, evenly so', () => {
  for (const look of Object.values(looks)) {
    for (const map of colourMaps) {
      const steps = Array.from({ length: 21 }, (_, index) => luminance(groundColour(look, map, index / 20)))
      for (let index = 1; index < steps.length; index++) {
        expect(steps[index]).toBeGreaterThan(steps[index - 1] as number)
      }
    }
  }
})

test('the stops of viridis and cividis are those of their publications, to the last bit', () => {
  expect(groundStops(looks.light, 'viridis').join(' ')).toBe(
    '#440154 #472d7b #3b528b #2c728e #21918c #28ae80 #5ec962 #addc30 #fde725'
  )
  expect(groundStops(looks.light, 'cividis').join(' ')).toBe(
    '#002051 #11366c #3c4d6e #62646f #7f7c75 #9a9478 #bbaf71 #e2cb5c #fdea45'
  )
})

test('between their stops, viridis and cividis keep within 18 of 255 of the published maps', () => {
  for (const [map, published] of Object.entries({ viridis: interpolateViridis, cividis: interpolateCividis })) {
    for (let height = 0; height <= 1; height += 1 / 256) {
      const colour = published(height)
      const channels = colour.startsWith('#')
        ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
        : (colour.match(/\d+/g) ?? []).map(Number)
      const drawn = groundColour(looks.light, map as 'viridis' | 'cividis', height)
      for (const [index, channel] of channels.entries()) {
        const apart = Number.parseInt(drawn.slice(1 + 2 * index, 3 + 2 * index), 16) - channel
        expect(Math.abs(apart), `${map} at ${height}: ${drawn} for ${colour}`).toBeLessThanOrEqual(18)
      }
    }
  }
})

test('grey is grey, and the published maps are the same in both themes', () => {
  for (const look of Object.values(looks)) {
    for (const stop of groundStops(look, 'grey')) expect(stop).toMatch(/^#(..)\1\1$/)
  }
  for (const map of ['viridis', 'cividis'] as const) {
    expect(groundStops(looks.light, map)).toEqual(groundStops(looks.dark, map))
  }
})

test('what is written on a ground is read on every colour of every map', () => {
  for (const look of Object.values(looks)) {
    for (const map of colourMaps) {
      for (let height = 0; height <= 1; height += 0.02) {
        const ground = groundColour(look, map, height)
        expect(contrast(readableOn(ground), ground)).toBeGreaterThan(4.5)
      }
    }
  }
})

test('letters are readable on the card', () => {
  for (const look of Object.values(looks)) {
    expect(contrast(look.ink, look.card)).toBeGreaterThan(7)
    expect(contrast(look.soft, look.card)).toBeGreaterThan(4.5)
    expect(contrast(look.tangent, look.card)).toBeGreaterThan(3)
    expect(contrast(look.decrease, look.card)).toBeGreaterThan(4.5)
  }
})

test('eight runs differ in colour and in dash', () => {
  for (const look of Object.values(looks)) {
    expect(new Set(look.runs.map(({ colour }) => colour)).size).toBe(8)
    expect(new Set(look.runs.map(({ dash }) => dash.join())).size).toBe(8)
  }
  expect(runLook(looks.light, 8)).toBe(runLook(looks.light, 0))
})

test('the names of runs can be read on the card, in the hues of their lines', () => {
  for (const look of Object.values(looks)) {
    for (const { colour } of look.runs) {
      expect(contrast(inkOf(look, colour), look.card), colour).toBeGreaterThanOrEqual(4.5)
      if (contrast(colour, look.card) >= 4.5) expect(inkOf(look, colour)).toBe(colour)
    }
  }
})
