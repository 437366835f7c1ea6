import type { FixedRate } from '@shared/methods/method'
import { everyPositive, type Setting, zeroAndUp } from '@shared/methods/setting'

const setting = (id: string, symbol: string, bounds: typeof everyPositive): Setting => ({
  id,
  symbol,
  default: 0.5,
  ...bounds,
  slider: { scale: 'linear', min: 0.1, max: 1 }
})

/** A method that is in no table: whatever is made from a row must be made from this one, too. */
export const inventedMethod: FixedRate = {
  id: 'invented',
  convention: 'book',
  family: 'adaptive',
  settings: [
    setting('lr', '\\eta', everyPositive),
    setting('eps', '\\varepsilon', zeroAndUp),
    setting('rho', '\\rho', { ...zeroAndUp, max: 1 })
  ],
  memory: { h: 0 },
  rule: [
    { target: 'h', formula: 'rho*h + (1 - rho)*g^2' },
    { target: 'x', formula: 'x - lr*g/(sqrt(h) + eps)' }
  ],
  symbols: { h: '\\bar{h}' },
  source: 'made up for tests'
}
