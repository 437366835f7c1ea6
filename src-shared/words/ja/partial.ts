import type { Words } from '../en/index'

/** Texts of the Partial tab. */
export const partial: Words['lab']['partial'] = {
  needsTwo: '偏微分には、変数が 2 つ以上の関数が必要です。',
  tryTwo: 'x^2 + y^2 で試す',
  areConstants: ({ names }) => `この式では ${names} は定数です。`,
  makeVariables: ({ names }) => `${names} を変数にする`,
  joint: '等高線と断面',
  slice: ({ held }) => `断面 ${held}`,
  numbers: 'この点での数値',
  coordinate: ({ name }) => `点の ${name} 座標`,
  slide: ({ name }) => `${name} 座標を動かす`,
  outside: ({ names }) => `点は ${names} の範囲の外にあります。`,
  showPoint: '点を見る',
  at: ({ title, held }) => `${title}（${held}）`,
  across: '横軸',
  up: '縦軸',
  approximation: ({ scheme, exact }) => `${scheme}による近似。式から求めた値：${exact}`,
  norm: '勾配の大きさ ‖∇f‖',
  constant: ({ held }) => `${held} を定数とみなす`,
  rest: 'ほかの変数',
  variable: '変数',
  place: '座標',
  derivative: '偏微分係数',
  isSlope: ({ across, up }) => `${across} と ${up} は、2 つの断面での接線の傾きです。`,

  topic: 'この点で見るもの',
  topics: { slopes: '偏微分', direction: '方向微分', curvature: '曲がり方', critical: '停留点' },

  angle: '方向（度）',
  turn: '方向を回す',
  directional: '方向微分係数',
  most: ({ gradient, angle, size }) => `最大は ${gradient} の方向（${angle}°）で、‖${gradient}‖ = ${size}`,
  levelEverywhere: ({ zero }) => `ここでは ${zero} なので、平面のどの方向にも 0 です。`,
  noGradient: 'ここには勾配がありません。',
  noDirectional: 'f はここで微分できないので、方向微分係数は ∇f · u では求まりません。',
  turnToGradient: '∇f の方向にする',

  hessian: 'ヘッセ行列',
  eigenvalue: '固有値',
  principal: '主方向',
  everyDirection: 'どの方向も同じ',
  bends: {
    bowl: 'どの方向にも上へ曲がっています（お椀の形）。',
    dome: 'どの方向にも下へ曲がっています（山の形）。',
    saddle: '一方の方向には上へ、もう一方には下へ曲がっています（鞍の形）。',
    trough: '一方の方向には上へ曲がり、もう一方には 2 次の範囲で曲がりません（溝の形）。',
    ridge: '一方の方向には下へ曲がり、もう一方には 2 次の範囲で曲がりません（尾根の形）。',
    flat: '2 次の範囲では曲がっていません。'
  },
  stationary: {
    bowl: ({ zero, plane }) => `${zero} なので、ここは${plane}極小点です。`,
    dome: ({ zero, plane }) => `${zero} なので、ここは${plane}極大点です。`,
    saddle: ({ zero, plane }) => `${zero} なので、ここは${plane}鞍点です。`,
    undecided: ({ zero, plane }) => `${zero} ですが、ここが${plane}どんな点かは 2 階偏導関数だけでは決まりません。`
  },
  inPlane: ({ held }) => ` ${held} としたときの`,
  onlyPlane: ({ held }) => `${held} としたとき：`,
  noCurvature: 'ここでは f の 2 階偏微分係数がありません。',
  showTaylor: '2 次の近似を曲面に重ねる',

  critical: 'この範囲で見つかった停留点',
  kind: '種類',
  goTo: ({ kind, place }) => `${kind} ${place} へ移る`,
  searching: '探しています…',
  noneFound: 'この範囲に停留点は見つかりませんでした。',
  looked: '∇f = 0 となる点と、まわりの勾配が 0 をはさむ角を探しました。',
  cornerNote: '角：f に勾配はありませんが、まわりの勾配が 0 をはさんでいます。',
  connected: '停留点が線や面になって続いています。その一部を示します。',
  more: ({ count }) => `ほかにも見つかりました。そのうち範囲の中央に近い ${count} 個を示します。`,
  undecided: '* ヘッセ行列では決まらず、まわりの値から判定しました。'
}
