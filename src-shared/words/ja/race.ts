import type { Words } from '../en/index'

export const race: Words['race'] = {
  board: '順位',
  ledger: '表示する表',
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
    toFound: '終わった点と、見つけた最小点との距離',
    toBest: '終わった点と、最良の実行の終点との距離',
    reached: '初期値のうち最も高い f から最良の値までの差の 10⁻⁶ 以内に f が届くまでに計算した勾配の回数',
    gradients: '計算した勾配の総数',
    evaluations: 'f・∇f（差分で求めても 1 回）・ヘッセ行列（n 回分）を評価した総数',
    steps: '進んだステップ数'
  },
  target: {
    found: ({ point }) => `距離は、見つけた最小点 ${point} から測っています。`,
    best: ({ name, point }) => `距離は、最良の実行（${name}）の終点 ${point} から測っています。`
  },
  notReached: '最良の値の近くまで届きませんでした。',
  withoutGradients: '勾配を使わない手法なので、ここでは順位をつけません。',
  tie: ({ place }) => `${place}=`,
  verdicts: {
    start: '動いていない',
    minimum: '収束',
    saddle: '鞍点',
    maximum: '極大点',
    level: '平ら',
    flat: 'プラトー',
    rounded: '変化なし',
    zigzag: '振動・収束中',
    bouncing: '振動',
    noisy: 'ノイズで揺れる',
    drifting: 'ノイズに流される',
    kink: '折れ目で停止',
    pole: '−∞ へ',
    edge: '定義域の端',
    shifted: 'h によるずれ',
    misled: 'ノイズで停止',
    bottomless: '極小点なし',
    leapt: '極を越えた',
    growing: '発散中',
    diverged: '発散',
    'left-domain': '定義域の外',
    overflow: '値が過大',
    'zero-epsilon': '0/0',
    unchanged: '変わらず',
    descending: '減少中'
  },
  failed: 'エラー',
  lossAlong: '横軸',
  lossSettings: 'f の値の推移の表示',
  steps: 'ステップ',
  evaluations: '評価回数',
  logHint: ({ button }) => `f が 0 以下になるときは、「${button}」のあとで f − 最小値 を表示します。`,
  caption: ({ start, budget, tried, runs }) =>
    `同じ初期値 ${start}・評価 ${budget} 回` +
    (Number(tried) > 0 ? `・学習率は ${tried} 通り以上から各手法で最良：` : '：') +
    `${runs}`,
  compare: {
    button: '条件をそろえて比較',
    heading: '条件をそろえて比較',
    text: 'すべての実行を共通の初期値から始め、評価回数を同じにします。学習率は数十通り試し、評価回数の最後の 1 割で f の最大値が最も小さいものを実行ごとに選びます（途中で f が、下がる幅より大きく初期値を上回るものは除く）。',
    budget: '実行ごとの評価回数',
    go: '比較する',
    again: 'もう一度比較する',
    working: '学習率を試しています…',
    none: '比較する実行がまだありません。',
    tried:
      '学習率 η と、評価回数の最後の 1 割での f の最大値（最後の 1 回の偶然を除くため）。大きい丸が選んだ学習率です。灰色は、発散したか、途中で f が、下がる幅より大きく初期値を上回った学習率です。',
    chart: ({ name }) => `学習率と最後の 1 割での f の最大値：${name}`,
    changed: '前回の比較のあとで条件が変わったため、図の注記は消えています。',
    ended: ({ value }) => `終わりは f = ${value}`,
    spot: ({ lr, value }) => `η = ${lr}：最後の 1 割で f ≤ ${value}`,
    withoutRate: '学習率のない手法'
  },
  minimum: {
    button: '最小値を探す',
    heading: 'f が最も小さい点',
    working: 'いろいろな初期値から探しています…',
    found: ({ point }) => `${point} で f は最小`,
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
    caution: 'ほかの場所に、より小さい値がある可能性は残ります。',
    stretch: 'f が同じ低さの点は、線や面になってほかにも続いています。これはそのうちの 1 点です。',
    asLow: '同じ低さの点がほかにも（f の差は丸め誤差の範囲）：',
    others: 'ほかに見つかった、より高い極小点',
    more: ({ count }) => `ほか ${count} 個`,
    unbounded: '最小値はありません。f がどこまでも下がり続ける向きがあります（たどれた範囲で）。',
    none: ({ value }) => `どの初期値からも、とどまる点に着きませんでした。途中で最も小さかった f は ${value} です。`,
    again: 'もう一度探す'
  }
}
