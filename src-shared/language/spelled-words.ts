/** A word of everyday language that stands for a sign. */
export interface SpelledWord {
  /** Sticky, over the folded text, where the long vowel of `ルート` has become a minus sign. */
  readonly pattern: RegExp
  /** The sign it stands for. */
  readonly written: (match: RegExpExecArray) => string
  /**
   * How the text is repaired with it: it replaces the word; or it is a function, of the operand before or behind the
   * word. Absent: there is no repair.
   */
  readonly place?: 'here' | 'before' | 'behind'
}

const digits = '〇一二三四五六七八九十'
/** `三` as 3; digits and letters as they are. */
const plain = (number: string): string => {
  const digit = digits.indexOf(number)
  return digit < 0 ? number : String(digit)
}

const sign = (words: string, written: string): SpelledWord => ({
  pattern: new RegExp(words, 'iy'),
  written: () => written,
  place: 'here'
})
const applied = (words: string, name: string, place: 'before' | 'behind' = 'behind'): SpelledWord => ({
  pattern: new RegExp(words, 'iy'),
  written: () => `${name}(x)`,
  place
})

/** The first that matches is taken. */
export const spelledWords: readonly SpelledWord[] = [
  {
    pattern: /の?\s*([〇一二三四五六七八九十]|\d+|[a-z])\s*乗/iy,
    written: ([, exponent = '']) => `^${plain(exponent)}`,
    place: 'here'
  },
  {
    pattern: /の\s*([-−][a-z\d.]+|\([^()]*\))\s*乗/iy,
    written: ([, exponent = '']) => `^${exponent}`,
    place: 'here'
  },
  sign('の?(?:自乗|平方(?!根))', '^2'),
  sign('の?立方(?!根)', '^3'),
  applied('の平方根', 'sqrt', 'before'),
  applied('の立方根', 'cbrt', 'before'),
  applied('の絶対値', 'abs', 'before'),
  applied('の?平方根|ル[-ー]ト', 'sqrt'),
  applied('の?立方根', 'cbrt'),
  applied('絶対値', 'abs'),
  applied('サイン', 'sin'),
  applied('コサイン', 'cos'),
  applied('タンジェント', 'tan'),
  applied('自然対数|対数|ログ', 'log'),
  { pattern: /シグマ|総和/y, written: () => 'sum(i, 1, 10, x^i)' },
  {
    pattern: /(\d+|[a-z])分の(\d+|[a-z])/iy,
    written: ([, below = '', above = '']) => `${above}/${below}`,
    place: 'here'
  },
  sign('円周率|パイ', 'pi'),
  sign('掛ける|かける', '*'),
  sign('割る|わる', '/'),
  sign('足す|たす|プラス', '+'),
  sign('引く|ひく|マイナス', '-'),
  sign('squared\\b', '^2'),
  sign('cubed\\b', '^3'),
  sign('to the power of\\b', '^'),
  sign('divided by\\b', '/'),
  sign('times\\b', '*'),
  sign('plus\\b', '+'),
  sign('minus\\b', '-'),
  applied('(?:the )?square root of\\b', 'sqrt'),
  applied('(?:the )?cube root of\\b', 'cbrt')
]

/** The row that matches a word. */
export function spelledWordOf(text: string): SpelledWord | undefined {
  return spelledWords.find(({ pattern }) => {
    pattern.lastIndex = 0
    return pattern.test(text)
  })
}
