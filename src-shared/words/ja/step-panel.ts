import type { Words } from '../en/index'

/** ステップの解説：1 ステップが読み、計算し、試したことと、そこへ動いた理由。 */
export const stepPanel: Words['lab']['stepPanel'] = {
  heading: (step) => `ステップ ${step} の説明`,
  startHeading: 'ステップ 0：初期値',
  startText: 'ここから始まります。1 ステップ進むと、最初の計算が見られます。',
  ended: 'この実行は、このステップより前に終わっています。',
  fell: ({ by }) => `f が ${by} 下がりました`,
  rose: ({ by }) => `f が ${by} 上がりました`,
  rule: '更新式',
  arrows: '内訳',
  arrowsHint: 'このステップの内訳（−∇f・慣性・このステップ）を、図では始まった点からの矢印で、ここでは表で示します',
  arrowsOf: 'ステップの矢印',
  arrowChoices: { gradient: '−∇f だけ', all: '内訳も' },
  coordinates: ({ names, count }) => `${count} 変数のうち、最も動いた ${names} を表示しています。`,
  why: {
    apart: '',
    bowl: '足もとの曲がり方からお椀を当てはめ、その底へ進もうとしました。',
    shiftedBowl: '足もとには下へ曲がる向きがあり、お椀になりません。曲がりを足してお椀にし、その底へ進もうとしました。',
    quasi: 'これまでの勾配の変わり方から曲がりを見積もってお椀を当てはめ、その底へ進もうとしました。',
    noEstimate: '曲がりの見積もりはまだないので、まず −∇f の向きへ進みました。',
    noHessian: 'ここでは曲がり方（2 階微分）が求まらないので、−∇f の向きへ進みました。',
    notDown: 'お椀の底への向きは下りにならなかったので、−∇f の向きへ進みました。',
    levelByRounding: 'お椀の底へ向かう傾きが小さすぎて計算では 0 になるので、−∇f の向きへ進みました。',
    conjugate: ({ beta }) => `−∇f に、前のステップの向きの ${beta} 倍を足した向きへ進みました。`,
    notConjugate: '前のステップの向きは役に立たないので、−∇f の向きへ進みました。',
    whole: 'f が十分に下がったので、底まで進みました。',
    shortened: ({ share }) => `行き過ぎたので、${share} に縮めました。`,
    shortenedToDomain: ({ share }) => `その先に f が定義されない所や高すぎる所があったので、${share} に縮めました。`,
    farther: ({ times }) => `まだ下れたので、底までの ${times} 倍進みました。`,
    regionShrunk: 'はじめの行き先では f が見込みほど下がらなかったので、信頼領域を縮めました。',
    inside: ({ radius }) => `底は信頼領域（半径 ${radius}）の中にあるので、底まで進みました。`,
    dogleg: ({ radius }) =>
      `底は信頼領域（半径 ${radius}）の外にあるので、−∇f の道から底への道へ折れ、縁まで進みました。`,
    edge: ({ radius }) => `信頼領域（半径 ${radius}）が狭いので、−∇f の向きへ縁まで進みました。`,
    height: ({ value }) => `f = ${value}`,
    noHeight: 'f は定義されない',
    firstSimplex: '最初の単体は、初期値と、各座標の向きに 1 つずつの頂点です。',
    reflected: ({ worst, height }) =>
      `いちばん高い頂点（${worst}）を、残りの頂点の真ん中の反対側へ折り返しました（${height}）。`,
    expanded: ({ height }) =>
      `どの頂点よりも低いので 2 倍の所も試すと（${height}）、さらに低く、頂点をそこへ移しました。`,
    notExpanded: ({ height }) =>
      `どの頂点よりも低いので 2 倍の所も試しましたが（${height}）、それより低くならず、折り返した所に決めました。`,
    takenReflected: 'いちばん低くはないものの、ほかの頂点より低いので、頂点をそこへ移しました。',
    contractedOutside: ({ height }) =>
      `元の頂点よりは低いものの、ほかのどの頂点よりも低くないので、半分の所を試しました（${height}）。`,
    contractedInside: ({ height }) =>
      `元の頂点より低くならないので、折り返さず、真ん中へ半分寄せた所を試しました（${height}）。`,
    takenContracted: 'それより低くなったので、頂点をそこへ移しました。',
    shrunk: 'それでも低くならないので、すべての頂点を、いちばん低い頂点へ半分近づけました。'
  },
  allCoordinates: 'すべて表示',
  fewCoordinates: '減らす',
  decreases: ({ name, size }) => `${name} は減る向きへ ${size} 動きました。`,
  increases: ({ name, size }) => `${name} は増える向きへ ${size} 動きました。`,
  stays: ({ name }) => `${name} は動きませんでした。`,
  positive: ({ derivative }) => `${derivative} が正なので、`,
  negative: ({ derivative }) => `${derivative} が負なので、`,
  noiseTurned: ({ derivative }) => `ノイズで ${derivative} の符号が逆に見えたためです。`,
  shares: ({ name, parts, move }) => `${name}：${parts}、計 ${move}。`,
  share: {
    inertia: ({ move }) => `慣性から ${move}`,
    push: ({ move }) => `勾配から ${move}`,
    decay: ({ move }) => `重み減衰から ${move}`
  },
  apart: '',
  againstDown: ({ name }) => `勾配だけなら ${name} が減る向きですが、慣性が勝ちました。`,
  againstUp: ({ name }) => `勾配だけなら ${name} が増える向きですが、慣性が勝ちました。`,
  comma: '、',
  besideDecay: '重み減衰を除くと、',
  aboutRate: ({ names, rate }) =>
    `${names} の幅は、ほぼ学習率 ${rate} です。過去の勾配の大きさで割るので、傾きが急でも緩やかでも同じくらい進みます。`,
  shareOfRate: ({ name, rate, ratio, cause }) => `${name} の幅は、学習率 ${rate} の ${ratio} 倍です（${cause}）。`,
  effectiveRate: ({ name, rate, effective, cause }) =>
    `${name} では、学習率 ${rate} が実質 ${effective} になりました（${cause}）。`,
  divides: '過去の勾配の大きさで割るため',
  factors: {
    adagrad: ({ factor }) => `過去の勾配の大きさで割り、学習率そのものも減衰して ${factor} 倍になっているため`,
    adadelta: ({ factor }) => `過去の勾配の大きさで割り、過去のステップの大きさ √(a + ε) = ${factor} を掛けるため`,
    nadam: ({ factor }) => `過去の勾配の大きさで割り、勾配に掛ける重みの合計が 1 でなく ${factor} のため`,
    radam: ({ factor }) =>
      `過去の勾配の大きさで割り、rₜ = ${factor} を掛けるため。rₜ は、見た勾配が少ないうちは小さい値です`
  },
  turned: ({ angle, downhill }) => `このステップの向きは、${downhill} から ${angle}° ずれています。`,
  uphill: ({ angle, downhill }) =>
    `このステップの向きは、${downhill} から ${angle}° ずれていて、はじめは坂を上ります。`,
  crossed: '着いた点では、このステップの向きに f が増えます。この直線上の谷底を通り越しました。',
  crossedHigher: 'この直線上の谷底を通り越し、反対側のもっと高い所に着きました。',
  bestStays: 'いちばん低い頂点（表示する点）は、そのままです。',
  bestMoved: 'いちばん低い頂点が入れ替わり、表示する点はそこへ移りました。',
  lastSteps: {
    'line-search': 'ここから先へ進めるステップが見つからず、点はここに留まって実行が終わりました。',
    'left-domain': 'このステップの行き先では f が定義されないので、その手前で実行が終わりました。',
    diverged: 'このステップの行き先では f の値か座標が大きすぎるので、その手前で実行が終わりました。'
  },
  gradientBy: {
    exact: '勾配（式から）',
    forward: '勾配（前進差分）',
    backward: '勾配（後退差分）',
    central: '勾配（中心差分）'
  },
  noisy: '勾配に、このステップのノイズを加えたもの',
  rate: ({ schedule }) => `このステップの学習率（${schedule}）`,
  moves: '動きの内訳',
  length: '大きさ',
  downhill: '−∇f',
  downhillSeen: 'ノイズ入りの −∇f',
  downhillExact: 'ノイズのない −∇f',
  inertia: '慣性',
  push: '今の勾配による分',
  decay: '重み減衰のぶん',
  move: 'このステップ',
  memory: '覚えている値',
  remembered: {
    alpha_old: 'このステップの長さ',
    slope_old: 'α = 0 での傾き φ′(0)',
    g_old: '始まった点での ∇f',
    p_old: 'このステップの探索方向',
    H: 'ヘッセ行列の逆行列の近似',
    S: '点の変化（1 行に 1 つ）',
    Y: '勾配の変化（1 行に 1 つ）',
    region: '信頼領域の半径',
    X: '頂点（1 行に 1 つ、最良の頂点から）'
  },
  trials: '試した点',
  slopeAlong: '傾き',
  verdict: '結果',
  outcomes: {
    accepted: '採用',
    'too-high': 'f が高すぎる',
    'too-steep': '傾きがまだ急',
    undefined: 'f が未定義',
    rejected: '不採用',
    'first-corner': '最初の頂点'
  },
  moreTrials: ({ count }) => `この間に、あと ${count} 点`,
  simplex: '単体の頂点',
  corner: '頂点',
  onPlane: { before: '前（破線）', after: '後（実線）', radius: '信頼領域の半径（図の破線の円）' },
  onLine: { before: '前（薄い帯）', after: '後（濃い帯）', radius: '信頼領域の幅の半分（図の灰色の帯）' }
}
