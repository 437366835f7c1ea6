import type { Words } from '../en/index'

/** Texts of the Differentiate tab. */
export const differentiate: Words['lab']['differentiate'] = {
  at: '点 a',
  slice: '動かす変数',
  numbers: '点 a での値',
  exact: ({ name }) => `${name}（式から）`,
  quotientValue: '差分商',
  error: '誤差',
  relativeError: '相対誤差',
  exactlyEqual: '0（ちょうど一致）',
  digits: '色の付いた桁が有効数字です（最後の桁は ±1）。',
  closer: ({ times }) => `ここでは中心差分が前進差分の約 ${times.replace(/\d$/, '$& ')}倍正確です。`,
  quotient: '差分商',
  undefinedHere: 'ここでは f が定義されていません。',
  infiniteHere: 'ここでは f が定義されていないか、値が大きすぎます。',
  undefinedNear: 'この点のどれかで f が定義されていないか、値が大きすぎるため、差分商はありません。',
  heldAt: ({ held }) => `固定している変数：${held}`,
  tooFine: 'この範囲では f の上下が細かすぎて正しく描けません。範囲を狭めてください。',
  outside: '点 a は図の外にあります。',
  showPoint: '点 a を見る',
  values: '縦軸の範囲',
  second: '2 階導関数 f″',
  partialSecond: ({ name }) => `2 階偏導関数 ${name}`,
  showSecond: ({ name }) => `${name}（2 階）`,
  errors: '刻み幅 h と誤差',
  usualIsSafe: ({ h, forward, central }) =>
    `既定の h = ${h} なら、どの方式もまだ桁落ちに負けません。誤差は前進 ${forward}、中心 ${central} です。`,
  usualTooSmall: ({ h, schemes }) => `ここでは既定の h = ${h} は小さすぎて、丸め誤差が勝ちます（${schemes}）。`,
  bendsEvenly: '中心差分に打ち切り誤差はありません。f が点 a の左右で同じように曲がるからです（2 次式など）。',
  isStraight: 'どの方式にも打ち切り誤差はありません。点 a のまわりで f が直線だからです。',
  across: {
    pole: 'a − h と a + h の間に f の極があります。それをまたぐ中心差分は f の傾きではありません。',
    jump: 'a − h と a + h の間で f の値がとびます。それをまたぐ差分商は f の傾きではありません。'
  },
  besideOnly: '中心差分は a の両側の値だけを使うため値がありますが、点 a に微分係数はありません。',
  pin: '接線を残す',
  pinHint: '点 a を動かしても、いまの接線を残します',
  mostPinned: ({ count }) => `${count} 本までです。`,
  noTangent: '点 a には残せる接線がありません',
  pinned: '残した接線',
  pinnedAt: ({ name }) => `接線 ${name} =`,
  unpin: ({ at }) => `${at} の接線を取り除く`,
  unpinAll: 'すべて取り除く',
  shrink: 'h → 0',
  shrinkHint: 'h → 0：割線が接線になります',
  pause: 'h → 0：一時停止'
}
