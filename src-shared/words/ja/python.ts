import type { Words } from '../en/index'

export const python: Words['python'] = {
  copy: 'Python としてコピー',
  copied: 'コピーしました。同じ経路をたどる Python スクリプトです（NumPy が必要）。',
  none: 'この実行は Python で書き出せません。対応するものがない部分（ノイズ、関数など）があります。',
  kind: 'Python',
  run: '実行',
  allRuns: 'すべての実行（一つのスクリプト）',
  quiet: '0/0 や桁あふれは NumPy の警告なしに nan や inf とする（勾配ラボと同じ）',
  paths: '各実行の経路',

  heading: ({ title, method }) => `${title}：${method}`,
  madeBy: '勾配ラボで作成。NumPy が必要です。',
  parameters: '定数',
  function: '関数',
  exact: '勾配（式から求めたもの）',
  slope: '導関数（式から求めたもの）',
  differences: {
    forward: '勾配（前進差分による数値微分）',
    backward: '勾配（後退差分による数値微分）',
    central: '勾配（中心差分による数値微分）'
  },
  insteadOfExact: '勾配（中心差分による数値微分）。式で書くと長すぎるためで、終わりの桁は勾配ラボと異なります。',
  hessian: '2 階導関数（式から求めたヘッセ行列）',
  insteadOfHessian: 'ヘッセ行列（中心差分）。式で書くと長すぎるためで、終わりの桁は勾配ラボと異なります。',
  schedule: 'ステップ t で学習率に掛ける値',
  noise: '正規分布に従うノイズ。勾配ラボと同じ数が出ます',
  begin: '実行',
  leftDomain: '遠くへ行きすぎたか、f の定義域を出た',
  smallGradient: '勾配が十分に小さい',
  smallStep: '1 ステップの移動が十分に小さい',
  target: 'f が目標まで下がった',
  evaluations: '評価回数の上限に達した',
  spent: ({ steps, evaluations }) =>
    `評価回数の上限 ${evaluations} 回に達するのは ${steps} ステップ目（このスクリプトでは評価回数を数えません）`,
  lineSearch: '下る方向のステップが見つからない'
}
