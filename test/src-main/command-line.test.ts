import { describe, expect, it } from 'vitest'
import { launch } from '../../src-main/command-line'

const program = '/home/user/lab'
const started = (...words: string[]) => launch(['/runtime/electron', ...words], program, '/home/user')

describe('the command line', () => {
  it.each([
    [['lab']],
    [['--no-sandbox', '/home/user/lab', '--verbose']],
    [['--inspect=0', '-r', '/x/loader.js', '/home/user/lab']],
    [['somewhere/else.js']]
  ])('%j opens the window', (words) => {
    expect(started(...words)).toEqual({ kind: 'window', file: null })
  })

  it('names a file from where the user is', () => {
    expect(started('lab', 'tests/a b.gradlab')).toEqual({ kind: 'window', file: '/home/user/tests/a b.gradlab' })
    expect(started('--no-sandbox', 'lab', '--flag', '/x.gradlab')).toEqual({ kind: 'window', file: '/x.gradlab' })
  })

  it('hands everything behind "render" to the render command', () => {
    expect(started('lab', 'render', 'a', '--out', 'b')).toEqual({ kind: 'render', words: ['a', '--out', 'b'] })
    expect(started('lab', 'render')).toEqual({ kind: 'render', words: [] })
  })

  it('of an installed program begins behind its own name', () => {
    expect(launch(['/usr/bin/gradient-lab'], null, '/')).toEqual({ kind: 'window', file: null })
    expect(launch(['/usr/bin/gradient-lab', 'a.gradlab'], null, '/home')).toEqual({
      kind: 'window',
      file: '/home/a.gradlab'
    })
    expect(launch(['/usr/bin/gradient-lab', 'render', 'a'], null, '/')).toEqual({ kind: 'render', words: ['a'] })
  })
})
