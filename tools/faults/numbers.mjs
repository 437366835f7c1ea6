/** In how numbers are written. @type {readonly import('./list.mjs').Fault[]} */
export const numbers = [
  {
    name: 'a million is written out',
    file: 'src-shared/numbers/numeral.ts',
    find: 'exponent < max)',
    replacement: 'exponent <= max)',
    matters: '1000000 stands where a column has room for 10⁶.',
    tests: ['test/src-shared/numbers/numeral.test.ts']
  },
  {
    name: 'the last digit that could tell two numbers apart is not tried',
    file: 'src-shared/numbers/digits.ts',
    find: 'digits <= max; digits++',
    replacement: 'digits < max; digits++',
    matters: 'Two different losses are written alike.',
    tests: ['test/src-shared/numbers/digits.test.ts']
  },
  {
    name: 'an axis has no tick at its end',
    file: 'src-shared/numbers/ticks.ts',
    find: 'length: last - first + 1',
    replacement: 'length: last - first',
    matters: 'An axis from 0 to 10 ends without its number.',
    tests: ['test/src-shared/numbers/ticks.test.ts']
  },
  {
    name: 'four digits are grouped',
    file: 'src-shared/numbers/numeral.ts',
    find: '/^\\d{5,}$/',
    replacement: '/^\\d{4,}$/',
    matters: 'Step 2 229 in the table, 2229 everywhere else.',
    tests: ['test/src-shared/numbers/numeral.test.ts']
  }
]
