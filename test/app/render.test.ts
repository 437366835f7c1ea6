import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from '@shared/experiment/codec'
import { blank, withFormula } from '@shared/experiment/edit'
import { examples } from '@shared/experiment/examples'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newFolder, removeFolder, runToEnd } from './harness'
import { pictureIn } from './png'

let folder: string
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => removeFolder(folder))

const render = (line: string, language: 'ja' | 'en' = 'en') =>
  runToEnd(['render', ...line.split(' ').filter(Boolean)], { folder, language })

describe('the render command', () => {
  it('draws the plots of an example in the wanted size, with a table of its steps', async () => {
    const { code, output, errors } = await render(
      'example:descent-2d --out pictures --width 640 --height 400 --scale 1.5'
    )
    expect({ code, errors }).toEqual({ code: 0, errors: [] })
    const files = readdirSync(join(folder, 'pictures')).sort()
    expect(files).toEqual(
      expect.arrayContaining(['descent-2d.csv', 'descent-2d-contour.png', 'descent-2d-surface.png'])
    )
    expect(output.toSorted()).toEqual(files.map((file) => join(folder, 'pictures', file)).toSorted())
    for (const file of files.filter((name) => name.endsWith('.png'))) {
      const { width, height, pixels } = pictureIn(readFileSync(join(folder, 'pictures', file)))
      expect([width, height], file).toEqual([960, 600])
      // An empty picture has one colour.
      expect(new Set(pixels).size, file).toBeGreaterThan(20)
    }
    const table = readFileSync(join(folder, 'pictures/descent-2d.csv'), 'utf8').trim().split(/\r?\n/)
    expect(table).toHaveLength(1 + 16)
    expect(table[2]).toMatch(/3\.36,4\.2,/)
  })

  it('draws session files, numbers equal names, and draws what it can', async () => {
    const experiment = examples.find(({ id }) => id === 'descent-1d')?.experiment
    mkdirSync(join(folder, 'a'))
    mkdirSync(join(folder, 'b'))
    if (experiment) for (const place of 'ab') writeFileSync(join(folder, place, 'x.gradlab'), encode(experiment))
    writeFileSync(join(folder, 'broken.gradlab'), '{"version": 1')
    const { code, errors } = await render(
      'broken.gradlab a/x.gradlab example:none none.gradlab b/x.gradlab --out o --scale 1'
    )
    expect(code).toBe(2)
    expect(errors).toHaveLength(3)
    expect(errors[0]).toMatch(/^broken\.gradlab: This is not a session file/)
    expect(errors[1]).toMatch(/^example:none: There is no example “none”\. Examples: .*descent-2d/)
    expect(errors[2]).toBe('none.gradlab: “none.gradlab” was not found.')
    for (const file of ['x.csv', 'x-curve.png', 'x-2.csv', 'x-2-curve.png']) {
      expect(existsSync(join(folder, 'o', file)), file).toBe(true)
    }
  })

  it('calls a slice after its variable, also one in capitals', async () => {
    const example = examples.find(({ id }) => id === 'partial-x2y2')?.experiment ?? blank()
    writeFileSync(join(folder, 'f.gradlab'), encode(withFormula(example, 'f(A, B) = A^2 + B^2')))
    const { code, errors } = await render('f.gradlab --out o --scale 1')
    expect({ code, errors }).toEqual({ code: 0, errors: [] })
    for (const file of ['f-slice-A.png', 'f-slice-B.png']) expect(existsSync(join(folder, 'o', file)), file).toBe(true)
  })

  it('says in the user’s language what it does not understand', async () => {
    const { code, output, errors } = await render('example:saddle --out o --width wide', 'ja')
    expect({ code, output }).toEqual({ code: 2, output: [] })
    expect(errors[0]).toBe('「--width」は 200 以上 8192 以下の整数で指定してください（「wide」は使えません）。')
    expect(existsSync(join(folder, 'o'))).toBe(false)
  })

  it('explains itself', async () => {
    const { code, output, errors } = await render('--help')
    expect({ code, errors }).toEqual({ code: 0, errors: [] })
    expect(output[0]).toMatch(/^npm start -- render TARGET… --out DIR/)
  })
})
