import type { Words } from '../en/index'

export const dimensions: Words['dimensions'] = {
  principal: '主成分平面',
  principalHint: '選んだ実行の経路の第 1・第 2 主成分が張る平面で見る',
  share: ({ both, first, second }) => `経路の分散の ${both} を説明する平面（${first} + ${second}）`,
  still: '動いていないので、どの平面でも同じです。',
  made: ({ name, terms }) => `${name} = ${terms}`,
  madeHint: ({ name, terms }) => `${name} は ${terms} の方向。実行の最後の点が 0`,
  noPath: '実行に点がないので、平面を決められません。',
  variables: '変数ごと',
  variablesTitle: '各変数の値とステップ'
}
