import type { Words } from '../en/index'

export const settings: Words['methods']['settings'] = {
  lr: { name: '学習率', meaning: '同じ勾配に対して 1 ステップでどれだけ進むか。' },
  momentum: { name: 'モーメンタム係数', meaning: '前の速度をどれだけ残すか。0 なら残さず、1 なら全部残します。' },
  rho: {
    name: '2 乗平均の減衰率',
    meaning: '勾配の 2 乗の移動平均をどれだけ残すか。1 に近いほど長く覚えています。'
  },
  beta1: { name: '勾配の平均の減衰率', meaning: '勾配の移動平均をどれだけ残すか。' },
  beta2: { name: '2 乗平均の減衰率', meaning: '勾配の 2 乗の移動平均をどれだけ残すか。' },
  eps: { name: '微小定数', meaning: '分母が 0 にならないように足す小さな数。' },
  lr_decay: { name: '学習率の減衰', meaning: 'ステップとともに学習率をどれだけ下げるか。0 なら下げません。' },
  weight_decay: {
    name: '重み減衰',
    meaning: '1 ステップごとに、学習率 × この割合だけ各座標を 0 に近づけます。0 なら近づけません。'
  },
  momentum_decay: {
    name: 'モーメンタムの伸び',
    meaning: 'モーメンタムが β₁ の半分から β₁ までどれだけ速く増えるか。0 なら半分のままです。'
  },
  gamma: { name: '倍率', meaning: '学習率に掛ける数。1 なら変わりません。' },
  every: { name: '下げる間隔', meaning: '何ステップごとに学習率を下げるか。' },
  decay: { name: '減衰の速さ', meaning: '1/δ ステップ後に、学習率は初めの半分になります。' },
  period: { name: '下がる期間', meaning: '何ステップかけて学習率を下げるか。そのあとは変わりません。' },
  final: { name: '最後に残る割合', meaning: '最後に学習率をどれだけ残すか。0 なら残さず、1 なら全部残します。' },
  warmup: { name: 'ウォームアップの期間', meaning: '何ステップかけて学習率を本来の値まで上げるか。' },
  initial: { name: '最初の長さ', meaning: '各ステップで最初に試すときに、勾配に掛ける数。' },
  shrink: { name: '縮小率', meaning: '長すぎたときに、長さに掛ける数。' },
  c1: { name: '十分な減少', meaning: '傾きから見込まれる量のうち、f が最低限下がるべき割合。' },
  c2: { name: '曲率条件', meaning: '残ってよい傾きの割合。小さいほど正確な直線探索になります。' },
  reach: { name: '最初の距離', meaning: '実行の最初の試行で点をどれだけ動かすか。' },
  memory: { name: '記憶するステップ数', meaning: '曲率の推定に、最近のステップをいくつ使うか。' },
  delta: {
    name: '最小の曲率',
    meaning: 'ヘッセ行列が正定値でない所では、最小の固有値を最大のもののこの割合以上にずらします。'
  },
  radius: { name: '最初の半径', meaning: '初めに 2 次近似をどこまで信頼するか。' },
  radius_max: { name: '最大の半径', meaning: '1 ステップでこれより遠くへは進みません。' },
  eta: { name: '採用の基準', meaning: 'f の減少が、2 次近似の予測のこの割合を超えたステップを採用します。' },
  size: { name: '最初の辺の長さ', meaning: '最初の単体の、各座標に沿った辺の長さ。' },
  steps: { name: 'ステップ数', meaning: '途中で終わらなければ、各実行はこの回数だけ進みます。' },
  'noise.sigma': { name: '標準偏差', meaning: '勾配の各座標に加えるノイズの強さ。0 なら加えません。' },
  'noise.seed': { name: 'シード', meaning: '同じシードなら同じノイズになります。' },
  'stop.gradient': { name: '‖∇f‖ のしきい値', meaning: '勾配の大きさがこの値以下になったところで終わります。' },
  'stop.step': { name: '‖Δx‖ のしきい値', meaning: '1 ステップの移動がこの値以下になったところで終わります。' },
  'stop.target': { name: 'f のしきい値', meaning: 'f の値がこの値以下になったところで終わります。' },
  'stop.evaluations': {
    name: '評価回数',
    meaning: 'f・∇f・ヘッセ行列（n 回分と数える）をこの回数だけ評価したところで終わります。'
  },
  'crowd.count': { name: '初期値の数', meaning: '選んだ実行を何通りの初期値から走らせるか。' },
  'crowd.radius': { name: '初期値からの距離', meaning: '実行の初期値からどれだけ離れた所まで並べるか。' },
  'crowd.seed': { name: 'シード', meaning: '同じシードなら同じ初期値になります。' }
}
