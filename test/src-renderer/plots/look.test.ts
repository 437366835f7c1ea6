import { expect, test } from 'vitest'
import { groundColour, looks, runLook } from '../../../src-renderer/plots/look'

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

test('the ground is darker where f is lower, evenly so', () => {
  for (const look of Object.values(looks)) {
    const steps = Array.from({ length: 21 }, (_, index) => luminance(groundColour(look, index / 20)))
    for (let index = 1; index < steps.length; index++) {
      expect(steps[index]).toBeGreaterThan(steps[index - 1] as number)
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
