import type { Words } from '../en/index'

/** Texts of the Partial tab. */
export const partial: Words['lab']['partial'] = {
  needsTwo: '偏微分には、変数が 2 つ以上の関数が必要です。',
  tryTwo: 'x^2 + y^2 で試す',
  slice: ({ held }) => `断面 ${held}`,
  numbers: 'この点での偏微分係数',
  coordinate: ({ name }) => `点の ${name} 座標`,
  at: ({ title, held }) => `${title}（${held}）`,
  across: '横軸',
  up: '縦軸',
  approximation: ({ scheme, exact }) => `${scheme}による近似。式から求めた値：${exact}`,
  norm: '勾配の大きさ ‖∇f‖',
  constant: ({ held }) => `${held} を定数とみなす`,
  rest: 'ほかの変数',
  variable: '変数',
  derivative: '偏微分係数'
}
