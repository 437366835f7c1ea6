import { expect, it } from 'vitest'
import { laidOut, usualSize } from '../../../src-renderer/figures/picture-size'

it('magnifies the page of a large picture without changing its pixels or its proportions', () => {
  for (const size of [usualSize, { width: 4000, height: 2250, scale: 4 }, { width: 200, height: 900, scale: 1 }]) {
    const page = laidOut(size)
    expect(Math.round(page.width * page.scale)).toBe(size.width * size.scale)
    expect(Math.round(page.height * page.scale)).toBe(size.height * size.scale)
    expect(page.width).toBeLessThanOrEqual(880)
  }
})

it('magnifies a band only as far as it is high', () => {
  expect(laidOut({ width: 4000, height: 800, scale: 1 })).toMatchObject({ width: 2000, height: 400, magnified: 2 })
})

it('leaves a small picture as it is', () => {
  expect(laidOut({ width: 800, height: 600, scale: 1 })).toEqual({ width: 800, height: 600, scale: 1, magnified: 1 })
})
