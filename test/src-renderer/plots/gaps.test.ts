import { expect, test } from 'vitest'
import { brokenLine, heightAt } from '../../../src-renderer/plots/gaps'
import { curveOf } from './samples'

const view = { min: -10, max: 10 }
const range = { min: -5, max: 5 }

/** How often the line is interrupted. */
function breaks(f: (x: number) => number, slope: (x: number) => number, count = 800): number {
  const samples = curveOf(f, slope, range, count)
  const line = brokenLine(samples, samples.values, view)
  return line.filter(({ y }, index) => Number.isNaN(y) && !Number.isNaN(line[index - 1]?.y ?? NaN)).length
}

test('no line joins the two sides of a pole, wherever the samples fall', () => {
  for (const count of [400, 601, 800, 997]) {
    expect(
      breaks(
        (x) => 1 / x,
        (x) => -1 / x ** 2,
        count
      )
    ).toBe(1)
    // tan has its poles at ±π/2 and ±3π/2 here.
    expect(breaks(Math.tan, (x) => 1 / Math.cos(x) ** 2, count)).toBe(4)
  }
})

test('a step is a gap', () => {
  expect(breaks(Math.floor, () => 0)).toBe(10)
  expect(breaks(Math.sign, () => 0)).toBeGreaterThan(0)
})

test('steep, kinked and fast curves stay whole', () => {
  expect(
    breaks(
      (x) => x ** 3,
      (x) => 3 * x * x
    )
  ).toBe(0)
  expect(breaks(Math.abs, Math.sign)).toBe(0)
  expect(breaks(Math.cbrt, (x) => Math.abs(x) ** (-2 / 3) / 3)).toBe(0)
  expect(
    breaks(
      (x) => 8 * Math.sin(40 * x),
      (x) => 320 * Math.cos(40 * x)
    )
  ).toBe(0)
})

test('where f is not defined there is a gap', () => {
  expect(
    breaks(
      (x) => (x > 0 ? Math.log(x) : x < -2 ? 1 : NaN),
      (x) => (x > 0 ? 1 / x : 0)
    )
  ).toBe(1)
})

test('far heights are cut where chart.js still places them exactly', () => {
  const samples = curveOf(
    (x) => 1e300 * x,
    () => 1e300,
    range,
    11
  )
  for (const { y } of brokenLine(samples, samples.values, view)) expect(Math.abs(y)).toBeLessThanOrEqual(210)
})

test('heightAt() joins neighbouring samples by straight lines and knows nothing outside them', () => {
  const samples = curveOf(
    (x) => 3 * x - 1,
    () => 3,
    range,
    21
  )
  for (const x of [-5, -4.9, 0, 1.234, 5]) expect(heightAt(samples, samples.values, x)).toBeCloseTo(3 * x - 1, 10)
  expect(heightAt(samples, samples.values, 5.001)).toBeNaN()
  expect(heightAt(samples, samples.values, NaN)).toBeNaN()
})
