import type { Values } from '../values'

/** Texts drawn into pictures. */
export const plots = {
  step: 'ステップ',
  stepNumber: ({ step }: Values) => `ステップ ${step}`,
  mostDecrease: '−∇f：最も減る向き',
  mostIncrease: '∇f：最も増える向き',
  secant: '割線',
  undefinedHere: 'ここでは定義されません',
  infiniteHere: 'ここでは定義されないか、値が大きすぎます',
  noDerivative: 'ここに微分係数はありません',
  noLimit: 'ここに極限値はありません',
  left: ({ value }: Values) => `左 ${value}`,
  right: ({ value }: Values) => `右 ${value}`,
  leftAndRight: ({ left, right }: Values) => `左 ${left}、右 ${right}`,
  breaks: {
    jump: ({ sides }: Values) => `値のとび：${sides}`,
    pole: ({ sides }: Values) => `極：${sides}`,
    hole: ({ sides }: Values) => `穴：${sides}`,
    edge: ({ sides }: Values) => `定義域の端：${sides}`,
    corner: ({ sides }: Values) => `角、傾き：${sides}`
  },
  notSquare: '縦横比が 1:1 でないため、矢印は等高線に垂直に見えません',
  finerBelow: '等高線は f が小さいほど細かい間隔',
  finerAbove: '等高線は f が大きいほど細かい間隔',
  kinds: { minimum: '極小点', maximum: '極大点', saddle: '鞍点', level: '平らな点' },
  constant: 'この範囲で f は一定なので、等高線はありません',
  nowhere: 'この範囲では f は定義されません',
  logarithmic: ({ value }: Values) => `等高線は log ${value} で等間隔`,
  equalAreas: '等高線の間の面積はどこも同じ',
  notSquareAxes: '縦横比が 1:1 でないため、主方向は直角に見えません',
  leftOut: '対数目盛りのため、0 以下の値は表示されません。',
  notPositive: '0 以下の値があるため、等間隔の目盛りで表示しています。',
  below: ({ value, bound }: Values) => `${value} ≤ ${bound}`,
  above: ({ value, bound }: Values) => `${value} ≥ ${bound}`,
  between: ({ value, low, high }: Values) => `${low} ≤ ${value} ≤ ${high}`,
  logHeights: ({ formula }: Values) => `高さは ${formula}`,
  comma: '、',
  noSurface: 'このコンピューターでは立体を描けないため、等高線を表示しています。'
}
