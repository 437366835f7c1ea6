import type { Words } from '../en/index'

export const editor: Words['editor'] = {
  repairs: {
    label: '直し方の候補',
    write: (text) => `${text} に直す`,
    add: (text) => `${text} を補う`,
    leaveOut: (text) => `${text} を消す`,
    key: '入力中は Alt+Enter か Ctrl+. でも直せます'
  },
  powerMeant: (name, power) => `${name} は一つの変数です。${power} のつもりですか。`,
  variable: '変数',
  parameter: 'パラメータ（スライダーで動かす定数）',
  letter: 'ギリシャ文字',
  constants: { pi: '円周率 π', e: 'ネイピア数' },
  forms: {
    piecewise: { arguments: '条件, 値, …, それ以外', meaning: '場合分け' },
    sum: { arguments: 'i, 始め, 終わり, 項', meaning: 'i についての和。sum(x^2) は x の成分の和' },
    prod: { arguments: 'i, 始め, 終わり, 因子', meaning: 'i についての積。prod(x) は x の成分の積' },
    mean: { arguments: 'x', meaning: 'ベクトル x の成分の平均' },
    dot: { arguments: 'x, x', meaning: '成分どうしの積の和（内積）' },
    norm: { arguments: 'x', meaning: 'ベクトル x の長さ（ノルム）' }
  },
  tex: {
    frac: '分数',
    sqrt: '平方根',
    cdot: '積',
    times: '積',
    div: '商',
    left: 'かっこ',
    lvert: '絶対値',
    le: '以下',
    ge: '以上',
    lfloor: '切り捨て',
    lceil: '切り上げ',
    sum: 'i についての和',
    begin: '場合分け'
  },
  range: ({ min, max }) => `範囲：${min} … ${max}`,
  defined: '定義域',
  aliases: ({ names }) => `別の書き方：${names}`
}
