import type { Words } from '../en/index'

/** Texts of the Differentiate tab. */
export const differentiate: Words['lab']['differentiate'] = {
  at: '点 a',
  slice: '動かす変数',
  numbers: '点 a での値',
  value: 'f(a)',
  exact: 'f′(a)（式から）',
  error: '誤差',
  quotient: '差分商',
  undefinedHere: 'ここでは f が定義されていません。',
  infiniteHere: 'ここでは f が定義されていないか、値が大きすぎます。',
  undefinedNear: 'この点のどれかで f が定義されていないため、差分商はありません。',
  heldAt: ({ held }) => `固定している変数：${held}`,
  values: '縦軸の範囲',
  automatic: '自動'
}
