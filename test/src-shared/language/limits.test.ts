import { spawnSync } from 'node:child_process'
import { FormulaError } from '@shared/language/error'
import { limits } from '@shared/language/limits'
import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import { typeset } from '@shared/language/typeset'
import { describe, expect, test } from 'vitest'
import { bundle } from '../../support/bundle'

/** The problem's code, or 'read'. Anything but a FormulaError fails the test. */
function outcome(text: string): string {
  try {
    parse(text)
    return 'read'
  } catch (error) {
    if (error instanceof FormulaError) return error.code
    throw error
  }
}

const nested = (before: string, after: string, times: number) => before.repeat(times) + 'x' + after.repeat(times)

// Processor times, which do not depend on the load of the machine.

describe('what is too large is refused immediately, with a sentence', () => {
  test.each([
    ['100,000 brackets', '('.repeat(100_000), 'formula-too-long'],
    ['20,000 brackets', '('.repeat(20_000), 'formula-too-deep'],
    ['one character too many', '1'.padEnd(limits.characters + 1, ' '), 'formula-too-long'],
    ['brackets around x', nested('(', ')', 501), 'formula-too-deep'],
    ['minus signs', nested('-', '', 501), 'formula-too-deep'],
    ['many minus signs', nested('-', '', 19_999), 'formula-too-deep'],
    ['plus signs', nested('+', '', 19_999), 'formula-too-deep'],
    ['minus signs between factors', `2*${nested('-', '', 9999)}`, 'formula-too-deep'],
    ['powers', nested('x^', '', 9999), 'formula-too-deep'],
    ['signs in an exponent', `x^${nested('-', '', 9999)}`, 'formula-too-deep'],
    ['superscripts', `x${'² '.repeat(9000)}`, 'formula-too-deep'],
    ['functions without brackets', nested('sin ', '', 4999), 'formula-too-deep'],
    ['functions with brackets', nested('sin(', ')', 3000), 'formula-too-deep'],
    ['roots', nested('√', '', 19_999), 'formula-too-deep'],
    ['bars', nested('|', '|', 9999), 'formula-too-deep'],
    ['fractions', nested('\\frac{', '}{2}', 1500), 'formula-too-deep'],
    ['choices in brackets', nested('(1 if x<1 else ', ')', 1200), 'formula-too-deep'],
    ['choices', '1 if(x'.repeat(3000), 'formula-too-deep'],
    ['ifs', 'if '.repeat(6000), 'else-unexpected'],
    ['pieces in pieces', nested('if(x<1,', ',1)', 1800), 'formula-too-deep'],
    ['conditions in brackets', `if(${nested('(', ')', 5000)}<1`, 'formula-too-deep'],
    ['conditions in conditions', `if(${nested('if(', '<1,1,2)', 1500)}`, 'formula-too-deep'],
    ['brackets around a condition', `if(${'('.repeat(5000)}x<1${')'.repeat(5000)},1,2)`, 'formula-too-deep'],
    ['nots', `if(${'not '.repeat(4000)}x<1,1,2)`, 'formula-too-deep'],
    ['sums of sums', 'sum(i,1,1000,sum(j,1,1000,sum(k,1,1000,x^k)))', 'series-too-large'],
    ['sums in sums', `${'sum(i,1,2,'.repeat(100)}x${')'.repeat(100)}`, 'series-too-large'],
    ['a thousand sums', `x${'+sum(i,1,1000,x)'.repeat(1200)}`, 'series-too-large'],
    ['sums over a vector in each other', `${'np.sum(x*'.repeat(200)}x${')'.repeat(200)}`, 'series-too-large'],
    ['bounds of sums in each other', `${'sum(i,1,'.repeat(2000)}`, 'formula-too-deep'],
    ['an element far beyond', 'np.sum(x) + x[999999]', 'sum-too-long'],
    ['an element further still', 'np.sum(x) + x[9999999] + x_999999999999', 'index-too-large'],
    ['functions run together', 'sin'.repeat(6000), 'formula-too-deep'],
    ['letters raised', `x${'ⁿ '.repeat(9000)}`, 'formula-too-deep'],
    ['sums that do not end', 'np.sum('.repeat(2800), 'vector-unclear'],
    ['slices', 'x[:'.repeat(6000), 'index-slice'],
    ['indices of indices', nested('x[', ']', 5000), 'formula-too-deep'],
    ['subscripts', `x${'_x'.repeat(9000)}`, 'name-unknown'],
    ['subscripts in braces', nested('x_{', '}', 4000), 'formula-too-deep'],
    ['bases of logarithms', nested('log_{', '}', 3000), 'formula-too-deep'],
    ['lambdas', 'lambda x:'.repeat(2000), 'python-inside'],
    ['words before a lambda', 'lambda '.repeat(2800), 'read'],
    ['parameters', `def f(${'x,'.repeat(9000)}`, 'python-header'],
    ['defs', 'def f(x):\n'.repeat(1900), 'python-return'],
    ['names for names', `def f(x):\n${'x = x*x\n'.repeat(30)}return x`, 'names-too-large'],
    ['remarks', `x${' //あ'.repeat(3900)}`, 'read'],
    ['floor divisions', `x${' // x'.repeat(3900)}`, 'refused-floor-division'],
    ['remainders', `x${' mod x'.repeat(3000)}`, 'formula-too-deep'],
    ['questions', `${'x<1 ? x : '.repeat(1900)}x`, 'formula-too-deep'],
    ['quotation marks', `'''${'"'.repeat(9001)}`, 'refused-string'],
    ['a line of bars', '|'.repeat(20_000), 'formula-too-deep'],
    ['bars between letters', 'x|'.repeat(10_000), 'bars-ambiguous'],
    ['an unknown word', 'qk'.repeat(10_000), 'name-unknown'],
    ['a number of too many digits', '9'.repeat(20_000), 'number-too-large'],
    ['points', '.'.repeat(20_000), 'refused-dots']
  ])('%s', (_, text, expected) => {
    const begun = process.cpuUsage()
    expect(outcome(text)).toBe(expected)
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(5000)
  })
})

describe('what is large but allowed is parsed', () => {
  test.each([
    ['brackets', nested('(', ')', limits.depth)],
    ['minus signs', nested('-', '', limits.depth)],
    ['powers', nested('x^', '', limits.depth)],
    ['functions', nested('sin(', ')', limits.depth)],
    ['bars', nested('|', '|', limits.depth)],
    ['everything in turn', nested('-(2*abs(x)^', ')', Math.floor(limits.depth / 3) - 1)],
    ['pieces in pieces', nested('if(x<1,', ',1)', limits.depth - 1)],
    ['conditions in conditions', nested('if(', '<1,1,2)', limits.depth / 2)],
    ['1,400 choices', `${'1 if x<1 else '.repeat(1428)}x`],
    ['a chain of 9,000 comparisons', `if(x${'<x'.repeat(9000)},1,2)`],
    ['2,800 pieces', `if(${'x<1,x,'.repeat(2800)}x)`],
    ['a sum of 10,000 terms', `x${'+x'.repeat(9999)}`],
    ['a product of 10,000 factors', `x${'*x'.repeat(9999)}`],
    ['a word of 20,000 variables', 'x'.repeat(limits.characters)]
  ])('%s', (_, text) => {
    const begun = process.cpuUsage()
    const { tree } = parse(text)
    expect(print(tree).length).toBeGreaterThan(0)
    expect(typeset(tree).length).toBeGreaterThan(0)
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(10_000)
  })

  test('the deepest formula needs less than three quarters of the usual stack, also before any code is optimised', async () => {
    // In kilobytes, by default. Interpreted code takes the most, and always the same.
    const usual = 984
    const deepest = await bundle('test/support/deepest-formulas.ts')
    const run = (kilobytes: number) =>
      spawnSync(process.execPath, ['--jitless', `--stack-size=${kilobytes}`, deepest.file], { encoding: 'utf8' })
    expect(run((usual * 3) / 4)).toMatchObject({ status: 0, stdout: '6 read\n' })
    // With far too little the program does fail.
    expect(run(usual / 4).stderr).toContain('Maximum call stack size exceeded')
    deepest.remove()
  }, 30_000)
})
