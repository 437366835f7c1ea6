import type { Words } from '../en/index'

/** Texts of the Partial tab. */
export const partial: Words['lab']['partial'] = {
  needsTwo: '偏微分には、変数が 2 つ以上の関数が必要です。',
  tryTwo: 'x^2 + y^2 で試す',
  slice: ({ held }) => `断面 ${held}`,
  numbers: 'この点での数値',
  coordinate: ({ name }) => `点の ${name} 座標`,
  at: ({ title, held }) => `${title}（${held}）`,
  across: '横軸',
  up: '縦軸',
  approximation: ({ scheme, exact }) => `${scheme}による近似。式から求めた値：${exact}`,
  norm: '勾配の大きさ ‖∇f‖',
  constant: ({ held }) => `${held} を定数とみなす`,
  rest: 'ほかの変数',
  variable: '変数',
  derivative: '偏微分係数',

  topic: 'この点で見るもの',
  topics: { slopes: '偏微分', direction: '方向', curvature: '曲がり方', critical: '停留点' },

  angle: '向き（度）',
  directional: '方向微分係数',
  most: ({ angle, size }) => `最大は ∇f の向き（${angle}°）で、‖∇f‖ = ${size}`,
  levelEverywhere: 'ここでは ∇f = 0 なので、どの向きにも 0 です。',
  noGradient: 'ここには勾配がありません。',
  noDirectional: 'f はここで微分できないので、方向微分係数は ∇f · u では求まりません。',
  turnToGradient: '∇f の向きにする',

  hessian: 'ヘッセ行列',
  eigenvalue: '固有値',
  principal: '主方向',
  everyDirection: 'どの向きも同じ',
  bends: {
    bowl: 'どの向きにも上へ曲がっています（お椀の形）。',
    dome: 'どの向きにも下へ曲がっています（山の形）。',
    saddle: '一方の向きには上へ、もう一方には下へ曲がっています（鞍の形）。',
    trough: '一方の向きには上へ曲がり、もう一方には 2 次の範囲で曲がりません（樋の形）。',
    ridge: '一方の向きには下へ曲がり、もう一方には 2 次の範囲で曲がりません（尾根の形）。',
    flat: '2 次の範囲では曲がっていません。'
  },
  stationary: {
    bowl: '∇f = 0 なので、ここは極小点です。',
    dome: '∇f = 0 なので、ここは極大点です。',
    saddle: '∇f = 0 なので、ここは鞍点です。',
    undecided: '∇f = 0 ですが、2 階の微分だけではどんな点か決まりません。'
  },
  noCurvature: 'ここでは f の 2 階の微分がありません。',
  showTaylor: '2 次の近似を曲面に重ねる',

  critical: 'この範囲の停留点',
  kind: '種類',
  kinds: { minimum: '極小点', maximum: '極大点', saddle: '鞍点', level: '平らな点' },
  goTo: ({ kind, place }) => `${kind} ${place} へ移る`,
  searching: '探しています…',
  noneFound: 'この範囲に停留点は見つかりませんでした。',
  connected: '停留点が線や面になって続いています。その一部を示します。',
  more: ({ count }) => `ほかにもあります。範囲の中央に近い ${count} 個を示します。`,
  undecided: '* ヘッセ行列では決まらず、まわりの値から判定しました。'
}
