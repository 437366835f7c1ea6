import type { Values } from '../values'

/** Texts drawn into pictures. */
export const plots = {
  step: 'ステップ',
  stepNumber: ({ step }: Values) => `ステップ ${step}`,
  mostDecrease: '−∇f：最も減る方向',
  mostIncrease: '∇f：最も増える方向',
  secantSlope: ({ slope }: Values) => `割線の傾き ${slope}`,
  undefinedHere: 'ここでは定義されません',
  infiniteHere: 'ここでは定義されないか、値が大きすぎます',
  noDerivative: 'ここに微分係数はありません',
  noLimit: 'ここに極限値はありません',
  noGradient: 'ここに勾配はありません',
  leftSlope: ({ slope }: Values) => `左の傾き ${slope}`,
  rightSlope: ({ slope }: Values) => `右の傾き ${slope}`,
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
  notSquare: '1:1 ではないので、∇f は垂直に見えません',
  finerBelow: 'f が小さいほど細かい間隔',
  finerAbove: 'f が大きいほど細かい間隔',
  kinds: { minimum: '極小点', maximum: '極大点', saddle: '鞍点', level: '平らな点' },
  constant: 'f は一定で、等高線はありません',
  nowhere: 'この範囲では f は定義されません',
  logarithmic: ({ value }: Values) => `等高線は log ${value} で等間隔`,
  equalAreas: '等高線の間の面積はどこも同じ',
  notSquareAxes: '1:1 ではないので、直角に見えません',
  direction: {
    angle: 'u の方向（度）',
    greatest: ({ gradient, value }: Values) => `${gradient}：最大 ${value}`,
    least: ({ gradient, value }: Values) => `−${gradient}：最小 ${value}`,
    along: '等高線に沿う方向：0',
    flat: ({ gradient }: Values) => `ここでは ${gradient} = 0`,
    none: 'ここには勾配がないか、勾配が大きすぎます'
  },
  errors: {
    step: '刻み幅 h',
    error: '誤差',
    schemes: { forward: '前進', backward: '後退', central: '中心' },
    roundingLine: ({ power }: Values) => `丸め誤差 ∝ ${power}`,
    truncationLine: ({ power }: Values) => `打ち切り誤差 ∝ ${power}`,
    best: ({ h }: Values) => `最良 ${h}`,
    usual: ({ h }: Values) => `既定 ${h}`,
    isUsual: ({ h }: Values) => `h = ${h}（既定）`,
    none: '誤差 0',
    sideOf: ({ scheme, side }: Values) => `${scheme}：${side}`,
    sides: {
      truncation: '打ち切り誤差（h を小さく）',
      rounding: '桁落ちによる丸め誤差（h を大きく）',
      balance: '最良の h の近く'
    },
    parts: { truncation: '打ち切り誤差', rounding: '丸め誤差（桁落ち）', balance: '最良に近い' },
    lost: {
      forward: 'a + h が a に丸められる',
      backward: 'a − h が a に丸められる',
      central: 'a ± h が a に丸められる'
    },
    unknown: 'ここでは f に微分係数がないため、誤差を測れません。',
    exact: 'どの刻み幅でも差分商は正確で、誤差はありません。',
    allLost: 'a が大きく、どの h でも a + h が a に丸められるため、差分商はすべて 0 です。'
  },
  leftOut: '対数目盛りのため、0 以下の値は表示されません。',
  notPositive: '0 以下の値があるため、等間隔の目盛りで表示しています。',
  below: ({ value, bound }: Values) => `${value} ≤ ${bound}`,
  above: ({ value, bound }: Values) => `${value} ≥ ${bound}`,
  between: ({ value, low, high }: Values) => `${low} ≤ ${value} ≤ ${high}`,
  logHeights: ({ formula }: Values) => `高さは ${formula}`,
  logShifted: ({ shift }: Values) => `対数を取れるよう f に ${shift} を足す`,
  noTangent: 'ここに接平面はありません',
  noTaylor: 'ここに 2 次の近似はありません',
  comma: '、',
  noSurface: 'このコンピューターでは立体を描けないため、等高線を表示しています。'
}
