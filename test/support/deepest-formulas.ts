import { limits } from '@shared/language/limits'
import { parse } from '@shared/language/parser'
import { typeset } from '@shared/language/typeset'

// Reads and sets formulas as deep as they may be, one of each way to go deep: a program that a test starts with little stack.

const nested = (before: string, after: string, times: number) => before.repeat(times) + 'x' + after.repeat(times)

const texts = [
  nested('-(2*abs(x)^', ')', Math.floor(limits.depth / 3) - 1),
  nested('if(', '<1,1,2)', limits.depth / 2),
  nested('(1 if x<1 else ', ')', limits.depth - 1),
  nested('sum(i,1,1,', ')', limits.depth / 2),
  nested('\\frac{', '}2', limits.depth),
  nested('if(not (x<1 and ', '<1),1,2)', Math.floor(limits.depth / 5) - 1)
]
for (const text of texts) typeset(parse(text).tree)
console.log(`${texts.length} read`)
