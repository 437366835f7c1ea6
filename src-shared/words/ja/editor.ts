import type { Words } from '../en/index'

export const editor: Words['editor'] = {
  repairs: {
    label: '直し方の候補',
    write: (text) => `${text} に直す`,
    add: (text) => `${text} を補う`,
    leaveOut: (text) => `${text} を消す`
  },
  variable: '変数',
  parameter: 'パラメータ（スライダーで動かす定数）',
  letter: 'ギリシャ文字',
  constants: { pi: '円周率 π', e: 'ネイピア数' },
  tex: {
    frac: '分数',
    sqrt: '平方根',
    cdot: '積',
    times: '積',
    div: '商',
    left: 'かっこ',
    lvert: '絶対値'
  },
  range: ({ min, max }) => `範囲：${min} … ${max}`,
  value: ({ value }) => `値：${value}`,
  defined: '定義域',
  aliases: ({ names }) => `別の書き方：${names}`
}
