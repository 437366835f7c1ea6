import { everyPositive, type Setting, zeroAndUp, zeroToBelowOne } from './setting'

/** The settings of the fixed-rate methods. Defaults differ from method to method. */

export const learningRate = (usual: number): Setting => ({
  id: 'lr',
  default: usual,
  ...everyPositive,
  slider: { scale: 'log', min: 1e-4, max: 10 },
  symbol: '\\eta'
})

/** 1 is allowed as an experiment: without friction the point never comes to rest. */
export const momentum = (usual = 0.9): Setting => ({
  id: 'momentum',
  default: usual,
  ...zeroToBelowOne,
  maxIncluded: true,
  slider: { scale: 'linear', min: 0, max: 1 },
  symbol: '\\mu'
})

export const meanSquareDecay = (usual: number): Setting => ({
  id: 'rho',
  aliases: ['alpha'],
  default: usual,
  ...zeroToBelowOne,
  minIncluded: false,
  slider: { scale: 'linear', min: 0.001, max: 0.999 },
  symbol: '\\rho'
})

const decay = (id: 'beta1' | 'beta2', usual: number, symbol: string): Setting => ({
  id,
  default: usual,
  ...zeroToBelowOne,
  slider: { scale: 'linear', min: 0, max: 0.999 },
  symbol
})
export const betas = [decay('beta1', 0.9, '\\beta_1'), decay('beta2', 0.999, '\\beta_2')]

export const epsilon = (usual: number): Setting => ({
  id: 'eps',
  default: usual,
  ...zeroAndUp,
  slider: { scale: 'log', min: 1e-12, max: 1 },
  symbol: '\\varepsilon'
})

export const rateDecay: Setting = {
  id: 'lr_decay',
  default: 0,
  ...zeroAndUp,
  slider: { scale: 'linear', min: 0, max: 1 },
  symbol: '\\delta'
}

export const weightDecay: Setting = {
  id: 'weight_decay',
  default: 0.01,
  ...zeroAndUp,
  slider: { scale: 'linear', min: 0, max: 0.5 },
  symbol: '\\lambda'
}

export const momentumDecay: Setting = {
  id: 'momentum_decay',
  default: 0.004,
  ...zeroAndUp,
  slider: { scale: 'linear', min: 0, max: 0.1 },
  symbol: '\\psi'
}
