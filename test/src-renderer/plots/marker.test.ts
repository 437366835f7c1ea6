import { expect, test } from 'vitest'
import { markerCorners, markers } from '../../../src-renderer/plots/marker'

const area = (corners: readonly (readonly [number, number])[]) =>
  Math.abs(
    corners.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [0, 0]
      return sum + x * nextY - nextX * y
    }, 0) / 2
  )

test('each of eight runs has a shape of its own, about as large as a disc', () => {
  expect(new Set(markers.map((marker) => JSON.stringify(markerCorners(marker, 1)))).size).toBe(8)
  for (const marker of markers.filter((each) => each !== 'disc')) {
    expect(area(markerCorners(marker, 2)) / (4 * Math.PI), marker).toBeGreaterThan(0.65)
    expect(area(markerCorners(marker, 2)) / (4 * Math.PI), marker).toBeLessThan(1.35)
  }
})
