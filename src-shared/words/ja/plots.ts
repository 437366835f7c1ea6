import type { Values } from '../values'

/** Texts drawn into pictures. */
export const plots = {
  step: 'ステップ',
  stepNumber: ({ step }: Values) => `ステップ ${step}`,
  mostDecrease: '−∇f：最も減る向き',
  mostIncrease: '∇f：最も増える向き',
  secant: '割線',
  undefinedHere: 'ここでは定義されません',
  notSquare: '縦横比が 1:1 でないため、矢印は等高線に垂直に見えません',
  finerBelow: '等高線は f が小さいほど細かい間隔',
  finerAbove: '等高線は f が大きいほど細かい間隔',
  leftOut: '対数目盛りのため、0 以下の値は表示されません。',
  notPositive: '0 以下の値があるため、等間隔の目盛りで表示しています。',
  below: ({ value, bound }: Values) => `${value} ≤ ${bound}`,
  above: ({ value, bound }: Values) => `${value} ≥ ${bound}`,
  between: ({ value, low, high }: Values) => `${low} ≤ ${value} ≤ ${high}`,
  noSurface: 'このコンピューターでは立体を描けないため、等高線を表示しています。'
}
