import type { Words } from '../en/index'

export const derivation: Words['derivation'] = {
  rules: {
    begin: '求める導関数',
    sum: '和・差の微分',
    constant: '定数の微分',
    'constant-factor': '定数倍の微分',
    variable: '変数自身の微分',
    power: 'べき乗の微分',
    product: '積の微分',
    quotient: '商の微分',
    chain: '合成関数の微分（連鎖律）',
    exponential: '指数関数の微分',
    'general-power': '対数微分法',
    function: '基本関数の微分',
    'several-arguments': '多変数の連鎖律',
    pieces: '場合ごとに微分',
    tidy: '整理',
    identity: '恒等式',
    'quotient-begin': '差分商（微分の定義）',
    expand: '展開',
    collect: '同類項をまとめる',
    factor: '共通因数でくくる',
    reduce: '約分',
    cancel: '打ち消し合う項を消す',
    divide: '約分',
    limit: '極限'
  }
}
