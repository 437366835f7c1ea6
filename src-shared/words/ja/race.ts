import type { Words } from '../en/index'

export const race: Words['race'] = {
  board: '順位',
  orderBy: ({ column }) => `${column}の順に並べる`,
  columns: {
    place: '順位',
    name: '実行',
    value: 'f',
    distance: '距離',
    reached: '到達∇f',
    gradients: '∇f',
    evaluations: '評価',
    steps: '回数',
    verdict: '結果'
  },
  meanings: {
    value: '終わったところでの f の値',
    distance: '終わった点から、見つけた最小点（同じ低さの点が複数あれば最も近いもの）までの距離',
    reached: '初期値のうち最も高い f から最良の値までの差の 10⁻⁶ 以内に f が届くまでに計算した勾配の回数',
    gradients: '計算した勾配の総数',
    evaluations: 'f・∇f（差分で求めても 1 回）・ヘッセ行列（n 回分）を評価した総数',
    steps: '進んだステップ数'
  },
  target: {
    found: ({ point }) => `距離は、見つけた最小点 ${point} から測っています。`,
    nearest: ({ point }) => `距離は、見つけた最小点（${point} など）のうち最も近いものから測っています。`,
    unknown: ({ button }) => `距離は「${button}」のあとに出ます。`,
    none: '最小点が見つかっていないため、距離はありません。'
  },
  notReached: '最良の値の近くまで届きませんでした。',
  withoutGradients: '勾配を使わない手法なので、ここでは順位をつけません。',
  tie: ({ place }) => `${place}=`,
  verdicts: {
    start: '動いていない',
    unjudged: '–',
    minimum: '収束',
    near: '極小点の近く',
    rest: '停滞',
    circling: '回り続ける',
    growing: '発散中',
    diverged: '発散',
    unbounded: '限りなく下降',
    'left-domain': '定義域の外',
    edge: '定義域の端',
    kink: '折れ目で停止',
    stuck: '探索終了',
    unmoved: '変化なし',
    slow: '遅い',
    descending: '未収束'
  },
  leaving: 'やがて定義域の外',
  failed: 'エラー',
  judging: '…',
  lossAlong: '横軸',
  lossSettings: 'f の値の推移の表示',
  steps: 'ステップ',
  evaluations: '評価回数',
  logHint: ({ button }) => `f が 0 以下になるときは、「${button}」のあとで f − 最小値 を表示します。`,
  caption: ({ start, budget, tried, runs }) =>
    `同じ初期値 ${start}・評価 ${budget} 回` +
    (Number(tried) > 0 ? `・学習率のある手法は、それぞれ ${tried} 通り以上から最良：` : '：') +
    `${runs}`,
  compare: {
    button: '条件をそろえて比較',
    text: 'すべての実行を同じ初期値から始め、使ってよい計算の回数も同じにします。学習率は実行ごとに数十通り試し、終わり近くの f が最も低く保たれるものを選びます。',
    rules: '判定のしかた',
    rulesText:
      '最後の 1 回だけの偶然を除くため、使ってよい回数の最後の 1 割のあいだの f の最大値で比べます。途中で f が、下がる幅より大きく初期値を上回る学習率は選びません。ノイズのある実行には、どれにも同じノイズを加えます。',
    budget: '使ってよい計算の回数',
    budgetText: 'f や ∇f の計算 1 回を 1、ヘッセ行列の計算 1 回を変数の個数と数えます（評価回数）。',
    go: '比較する',
    again: 'もう一度比較する',
    working: '学習率を試しています…',
    few: '比べるには、実行が 2 つ以上必要です。実行の「追加」で増やしてください。',
    figure: '学習率ごとの結果',
    open: '中の空いた丸は、発散したか、途中で f が初期値を大きく上回った学習率です。',
    changed: '前回の比較のあとで条件が変わったため、図の注記は消えています。',
    columns: { run: '実行', rate: '最も良い η', end: '終わりの f' },
    withoutRate: '学習率なし'
  },
  minimum: {
    button: '最小値を探す',
    heading: '範囲の中で f が最も小さい点',
    working: 'いろいろな初期値から探しています…',
    found: ({ point }) => `${point} で f は最小`,
    edge: ({ bounds }) => `範囲の端（${bounds}）の点です。`,
    edgeFalls: '端の外側へ、f はさらに下がります。',
    edgeUndefined: '端の外側では、f は定義されていません。',
    edgeSlope: '端では ∇f が 0 になるとは限りません。',
    value: ({ value }) => `f = ${value}`,
    norm: ({ value }) => `‖∇f‖ = ${value}`,
    /** ヘッセ行列の固有値（1 変数では f″）と、その意味。 */
    curvature: ({ values, meaning }) => `ヘッセ行列の固有値：${values}。${meaning}`,
    second: ({ value, meaning }) => `f″ = ${value}。${meaning}`,
    definite: 'すべて正なので、極小点です。',
    positive: '正なので、極小点です。',
    semidefinite: '負のものはありませんが、すべて正でもないので、これだけでは決まりません。',
    zero: '0 なので、これだけでは決まりません。',
    indefinite: '負のものがあり、f はここからまだ下がります。',
    negative: '負なので、f はここからまだ下がります。',
    curvatureUnknown: 'ここでは 2 階の微分係数が有限ではありません（角など）。',
    corner: 'ここは角か折れ目なので、f に勾配はありません。',
    agreeing: ({ agreeing, starts }) => `初期値 ${starts} 通りのうち ${agreeing} 通りがここに着きました。`,
    agreeingAlong: ({ agreeing, starts }) =>
      `初期値 ${starts} 通りのうち ${agreeing} 通りが、この点か、そこから続く同じ低さの点に着きました。`,
    caution: '範囲の中のほかの場所に、より小さい値がある可能性は残ります。',
    lowerOutside: '範囲の外には、f がより小さい点があります。',
    unboundedOutside: '範囲の外では f に最小値はありません。どこまでも下がり続けます（たどれたところまで）。',
    stretch: 'f が同じ低さの点は、線や面になってほかにも続いています。これはそのうちの 1 点です。',
    asLow: '同じ低さの点がほかにも（f の差は丸め誤差の範囲）：',
    others: '範囲内（端を含む）で見つかった、より高い極小点',
    more: ({ count }) => `ほか ${count} 個`,
    unbounded: '範囲の中で f に最小値はありません。どこまでも下がり続けます（たどれたところまで）。',
    undefinedThere: '範囲の中で調べたどの点でも、f は定義されていません。',
    none: ({ value }) => `どの初期値からも、とどまる点に着きませんでした。途中で最も小さかった f は ${value} です。`,
    again: 'もう一度探す'
  }
}
