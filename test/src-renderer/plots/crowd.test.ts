import { expect, it } from 'vitest'
import { crowdDots, crowdMarks } from '../../../src-renderer/plots/crowd'
import { looks } from '../../../src-renderer/plots/look'

const crowd = {
  colour: 2,
  ways: [
    { steps: [0, 1, 2, 3], x: [0, 1, 2, 3], y: [5, 6, 7, 8], values: [9, 8, 7, 6] },
    { steps: [0, 2], x: [-1, -2], y: [0, 0], values: [1, 0] }
  ]
}

it('each way of a crowd is a thin pale line up to the selected step, with a dot where it stands then', () => {
  const marks = crowdMarks(crowd, 1, 'y', looks.light)
  const lines = marks.flatMap((mark) => (mark.mark === 'path' ? [mark] : []))
  expect(lines.map(({ places }) => places)).toEqual([
    [
      [0, 5],
      [1, 6]
    ],
    [[-1, 0]]
  ])
  for (const { width, opacity, colour } of lines) {
    expect(width).toBeLessThanOrEqual(1)
    expect(opacity).toBeLessThan(1)
    expect(colour).toBe(looks.light.runs[2]?.colour)
  }
  expect(marks.at(-1)).toMatchObject({
    mark: 'dots',
    places: [
      [1, 6],
      [-1, 0]
    ]
  })
})

it('over one variable a crowd stands at the values of f', () => {
  expect(crowdMarks(crowd, 9, 'values', looks.light).at(-1)).toMatchObject({
    places: [
      [3, 6],
      [-2, 0]
    ]
  })
})

it('on a surface there is only the dot where each way stands', () => {
  const place = (x: number, y: number, value: number) => [x, y, value + 100]
  expect(crowdDots(crowd, 1, place, looks.light)).toMatchObject([
    {
      mark: 'dots',
      places: [
        [1, 6, 108],
        [-1, 0, 101]
      ]
    }
  ])
  expect(crowdDots(undefined, 1, place, looks.light)).toEqual([])
})

it('no crowd has no marks, and none is drawn where no run is', () => {
  expect(crowdMarks(undefined, 1, 'y', looks.light)).toEqual([])
  expect(crowdMarks(crowd, null, 'y', looks.light)).toEqual([])
})
