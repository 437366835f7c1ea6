import type { Entry } from '../en/glossary'
import type { Words } from '../en/index'

export const glossary: { readonly [Id in keyof Words['glossary']]: Entry } = {
  differentiation: { term: '微分', text: '関数の変化の速さ（導関数）を求めることです。', forms: [] },
  derivative: {
    term: '導関数 f′',
    text: '各点 x に、そこでの f の傾きを対応させる関数です。',
    forms: ['導関数 f′', '導関数']
  },
  derivativeAt: { term: '微分係数', text: '1 点 a での導関数の値 f′(a) で、接線の傾きと同じです。' },
  average: { term: '平均変化率', text: '2 点間の f の増え方を x の差で割った値で、割線の傾きと同じです。' },
  secant: { term: '割線', text: '曲線の上の 2 点を通る直線です。' },
  tangent: { term: '接線', text: '曲線に 1 点で接し、そこで同じ傾きをもつ直線です。' },
  numerical: { term: '数値微分', text: '極限の代わりに、小さな h の差分商を計算して傾きの近似とする方法です。' },
  quotient: { term: '差分商', text: 'f の 2 つの値の差を x の差で割った値で、h が小さければ微分係数に近くなります。' },
  stepSize: { term: '刻み幅 h', text: '差分商で f を比べる点の間隔です。', forms: ['刻み幅 h', '刻み幅'] },
  exact: {
    term: '式から（解析的）',
    text: '微分の公式で求めた導関数を使う方法で、刻み幅はいりません。',
    forms: ['式から（解析的）']
  },
  forward: { term: '前進差分', text: 'a と a + h での値から作る差分商で、誤差は h に比例して減ります。' },
  backward: { term: '後退差分', text: 'a − h と a での値から作る差分商で、誤差は h に比例して減ります。' },
  central: { term: '中心差分', text: 'a − h と a + h での値から作る差分商で、誤差は h² に比例して減ります。' },
  truncation: {
    term: '打ち切り誤差',
    text: 'h を 0 にしないで止めるために生じる誤差で、h が大きいほど大きくなります。'
  },
  rounding: {
    term: '丸め誤差',
    text: '数を約 16 桁に丸めるために生じる誤差で、差分商では h が小さいほど大きくなります。'
  },
  cancellation: { term: '桁落ち', text: 'ほとんど等しい数どうしの引き算で、上の桁が消えて有効数字が減ることです。' },
  proportional: {
    term: '∝',
    text: '「比例する」という記号で、たとえば誤差 ∝ ε/h なら、h が半分になると誤差は 2 倍になります。',
    forms: ['∝ ε/h', '∝']
  },
  double: {
    term: '倍精度',
    text: 'コンピュータが実数を表すふつうの形式で、1 つの数を 64 ビットで、約 16 桁まで表します。',
    forms: ['倍精度']
  },
  epsilon: {
    term: '計算機イプシロン ε',
    text: '1 と、コンピュータの倍精度の数で 1 の次に大きい数との差です。',
    forms: ['計算機イプシロン']
  },
  second: {
    term: '2 階導関数 f″',
    text: '導関数の導関数で、正のところでは曲線が上へ曲がっています。',
    forms: ['2 階導関数']
  },
  corner: {
    term: '角（かど）・折れ目',
    text: '左右の傾きが違うため、微分できない点です。',
    forms: ['折れ目']
  },
  partial: { term: '偏微分', text: 'ほかの変数を固定し、1 つの変数だけで微分することです。', forms: [] },
  partialDerivative: { term: '偏導関数', text: '各点に、1 つの変数の方向の傾きを対応させる関数です。' },
  partialAt: { term: '偏微分係数', text: '1 点での偏導関数の値で、その点を通る断面の傾きと同じです。' },
  gradient: {
    term: '勾配 ∇f',
    text: '偏微分係数を並べたベクトルで、f が最も急に増える向きを指します。',
    forms: ['勾配']
  },
  gradientNorm: {
    term: '勾配の大きさ ‖∇f‖',
    text: '勾配の長さで、その向きに進むときの傾き（最も急な傾き）です。',
    forms: ['勾配の大きさ']
  },
  field: { term: '勾配ベクトル場', text: 'たくさんの点に、それぞれの勾配を矢印で描いたものです。' },
  contour: { term: '等高線', text: 'f の値が等しい点をつないだ線で、勾配はこれに垂直です。' },
  slice: { term: '断面', text: 'ほかの変数を固定し、1 つの変数に沿って見た f の曲線です。' },
  tangentPlane: { term: '接平面', text: '曲面に 1 点で接し、そこで同じ傾きをもつ平面です。' },
  directional: { term: '方向微分係数', text: '1 点から、長さ 1 のベクトル u の方向へ進むときの f の傾きです。' },
  hessian: { term: 'ヘッセ行列', text: '2 階偏微分係数をすべて並べた行列で、f の曲がり方を表します。' },
  eigenvalue: {
    term: '固有値',
    text: '行列が向きを変えずに伸ばすベクトルの倍率で、ヘッセ行列では主方向への曲がりの強さです。'
  },
  principal: { term: '主方向', text: 'f が最も強く、または最も弱く曲がる方向（ヘッセ行列の固有ベクトル）です。' },
  taylor: {
    term: '2 次の近似',
    text: '1 点で f と値・傾き・2 階微分係数が等しい 2 次式（2 次のテイラー多項式）です。'
  },
  critical: { term: '停留点', text: '勾配が 0 の点で、極小点・極大点・鞍点などがあります。' },
  minimum: { term: '極小点', text: 'まわりのどの点よりも f が低いか、同じ高さの点です。' },
  minimumValue: { term: '極小値', text: '極小点での f の値です。' },
  maximum: { term: '極大点', text: 'まわりに f がより高い点のない点です。' },
  saddle: {
    term: '鞍点（あんてん）',
    text: 'ある方向には f が増え、別の方向には減る停留点です。',
    forms: ['鞍点（あんてん）', '鞍点']
  },
  inflection: { term: '変曲点', text: '曲線の曲がる向きが入れかわる点です。' },
  local: { term: '局所最適解', text: 'まわりでは最も良いものの、遠くにはもっと f の低い点があるかもしれない点です。' },
  objective: { term: '目的関数', text: 'できるだけ小さくしたい関数 f です。' },
  loss: { term: '損失関数', text: '機械学習での目的関数で、モデルがデータからどれだけずれているかを表します。' },
  descent: {
    term: '勾配降下法（最急降下法）',
    text: '勾配の逆向きに、学習率 × 勾配だけ進むことを繰り返す方法です。',
    forms: ['勾配降下法', '最急降下法']
  },
  learningRate: {
    term: '学習率 η',
    text: '1 ステップごとに勾配に掛ける数で、小さすぎると遅く、大きすぎると発散します。',
    forms: ['学習率']
  },
  start: { term: '初期値', text: '実行が始まる点です。', forms: [] },
  step: { term: 'ステップ', text: '更新式を 1 回当てはめることで、ステップ 0 は初期値です。', forms: [] },
  steps: { term: 'ステップ数', text: '更新式を最大で何回当てはめるかです。', forms: [] },
  rule: { term: '更新式', text: 'いまの点と勾配から次の点を求める式です。' },
  convention: {
    term: '書籍／PyTorch',
    text: '同じ手法の式の 2 通りの書き方で、定数の置き場所が違い、数値が変わることもあります。',
    forms: []
  },
  momentum: { term: 'モーメンタム', text: '前のステップの動きを一部引きつぐ方法で、転がる球に似ています。' },
  lineSearch: { term: '直線探索', text: '1 つの方向に沿って、f が十分に下がる進み幅を探すことです。' },
  conjugate: {
    term: '共役勾配法',
    text: '前の方向での成果を壊さない方向へ進む方法で、n 変数の 2 次式なら n ステップで着きます。'
  },
  newton: { term: 'ニュートン法', text: '勾配とヘッセ行列から作った 2 次の近似の停留点へ進む方法です。' },
  quasiNewton: {
    term: '準ニュートン法',
    text: 'ヘッセ行列を、通ってきた点の勾配から推定して使う方法です（BFGS など）。'
  },
  trustRegion: { term: '信頼領域法', text: '近似を信じてよい半径の中で、近似が最も低い点へ進む方法です。' },
  schedule: {
    term: '学習率のスケジュール',
    text: '学習率をステップごとにどう変えるかの決まりです。',
    forms: ['スケジュール']
  },
  noise: { term: 'ノイズ', text: '勾配に加える乱数で、データの一部から勾配を見積もるときのばらつきに当たります。' },
  seed: { term: 'シード', text: '乱数のもとになる数で、同じなら同じ乱数になります。' },
  convergence: { term: '収束', text: '1 つの点にいくらでも近づき、そこにとどまることです。' },
  divergence: { term: '発散', text: 'どんどん遠ざかったり、f が限りなく大きくなったりすることです。' },
  oscillation: { term: '振動', text: '谷をまたいで行ったり来たりし、落ち着かないことです。', forms: ['振動', '往復'] },
  plateau: { term: 'プラトー', text: 'f がほとんど平らなところで、勾配が小さく、進み幅も小さくなります。' },
  stability: {
    term: '安定限界',
    text: 'これより大きいと極小点に落ち着かなくなる学習率で、勾配降下法では 2 ÷ いちばん急な曲がりです。'
  },
  basin: { term: '吸引領域', text: '同じ極小点に着く初期値の全体です。' },
  evaluations: {
    term: '評価回数',
    text: 'f・勾配・ヘッセ行列を計算した回数です（ヘッセ行列は変数の個数だけ数えます）。'
  },
  fair: {
    term: '条件をそろえて比較',
    text: 'すべての実行を同じ初期値・同じ評価回数で、それぞれに最も良い学習率を使って比べることです。',
    forms: []
  },
  principalComponents: {
    term: '主成分',
    text: '多変数の道筋が最も大きく広がる方向で、2 つ選ぶと道筋の大部分を平面で見られます。'
  },
  run: { term: '実行', text: '1 つの手法とその設定で、初期値から進むひと続きの計算です。', forms: [] },
  table: { term: '途中経過', text: '各ステップの点・f・勾配の大きさの表です。', forms: [] },
  standings: { term: '順位', text: '実行を、届いたところと、そのための計算の回数とで並べた表です。', forms: [] },
  duplicate: { term: '複製', text: '同じ設定の実行をもう 1 つ加えます。', forms: [] },
  export: { term: '書き出し', text: '図を PNG や GIF、途中経過を CSV、実行を Python として保存します。', forms: [] }
}
