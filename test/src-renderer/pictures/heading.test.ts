import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Trace } from '../../../src-renderer/figure'
import { captionLines, headingOf, paintHeading } from '../../../src-renderer/pictures/heading'
import { looks } from '../../../src-renderer/plots/look'

const length = (text: string) => text.length

test('a caption is broken after what separates its parts', () => {
  expect(captionLines('same start, 30 evaluations: descent, Adam', 20, length)).toEqual([
    'same start, 30',
    'evaluations:',
    'descent, Adam'
  ])
  expect(captionLines('同じ初期値・評価 30 回・学習率は最良：勾配降下法、Adam', 12, length)).toEqual([
    '同じ初期値・評価 30',
    '回・学習率は最良：',
    '勾配降下法、Adam'
  ])
  expect(captionLines('', 20, length)).toEqual([])
})

test('no letter is lost and no line is too long, unless it is one letter', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '勾', ' ', '、', '・', '：', ','), maxLength: 80 })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (caption, most) => {
      const lines = captionLines(caption, most, length)
      expect(lines.join('').replaceAll(' ', '')).toBe(caption.replaceAll(' ', ''))
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(most)
    })
  )
})

/** A context that notes what is written, and where; every letter is 6 pixels wide. */
function pen() {
  const written: { readonly text: string; readonly y: number }[] = []
  const context = new Proxy({} as Record<string, unknown>, {
    get: (_, name) => {
      if (name === 'measureText') return (text: string) => ({ width: 6 * text.length })
      if (name === 'fillText') return (text: string, _x: number, y: number) => written.push({ text, y })
      return () => {}
    },
    set: () => true
  }) as unknown as CanvasRenderingContext2D
  return { context, written }
}

test('the caption stands in a picture below its title and the runs, all of it, and above what is drawn', () => {
  const caption = 'Same start (−7, 2), 30 evaluations each: Gradient descent η = 0.95, Adam η = 0.001'
  const trace = { name: 'Adam', colour: 1 } as Trace
  const heading = { title: 'A title', runs: [trace], caption, note: null }
  const { context, written } = pen()
  const laid = headingOf(context, heading, 300, looks.light)
  const { height } = laid
  paintHeading(context, laid, looks.light)
  const [title, run, ...lines] = written
  expect([title?.text, run?.text]).toEqual(['A title', 'Adam'])
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.map(({ text }) => text).join(' ')).toBe(caption)
  const places = written.map(({ y }) => y)
  expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
  expect(height).toBeGreaterThan(places.at(-1) ?? 0)
  const without = headingOf(pen().context, { ...heading, caption: null }, 300, looks.light).height
  expect(height).toBeGreaterThan(without)
})

test('title, note and names are broken into lines where they are longer than the picture is wide', () => {
  const name = 'Gradient descent with a very long name'
  const heading = { title: 'f(x, y) = (x^2 + y - 11)^2 + (x + y^2 - 7)^2', note: 'finer where f is low', caption: null }
  const runs = [{ name, colour: 0 } as Trace, { name: 'Adam', colour: 1 } as Trace]
  const { texts, samples, height } = headingOf(pen().context, { ...heading, runs }, 200, looks.light)
  for (const { text, x } of texts) expect(x + 6 * text.length).toBeLessThanOrEqual(180)
  expect(texts.map(({ text }) => text).join(' ')).toBe(`${heading.title} ${heading.note} ${name} Adam`)
  const rows = texts.map(({ y }) => y)
  expect(rows).toEqual(rows.toSorted((a, b) => a - b))
  expect(new Set(rows).size).toBe(rows.length)
  expect(samples.map(({ trace }) => trace.name)).toEqual([name, 'Adam'])
  expect(height).toBeGreaterThan(rows.at(-1) ?? 0)
})
