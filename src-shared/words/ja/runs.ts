import type { Words } from '../en/index'

const count = (steps: number) => steps.toLocaleString('en')

const stays = ({ steps, room }: { steps: number; room: number }) =>
  room > steps ? `${count(room)} 回まで動かないことを確認済み` : '確認済み'

/** 実行がどう終わったか。回数以外の数は `words/verdict.ts` が丸めた文字列で渡されます。 */
export const runs: Words['runs'] = {
  verdict: {
    start: () => '初期値です。まだ動いていません。',
    minimum: (v) => `${count(v.steps)} 回で収束：極小点 ${v.point}`,
    inflection: (v) => `変曲点の近く ${v.point} で停滞：勾配はほぼ 0 ですが、その先で f はまた下がります`,
    saddle: (v) => `鞍点の近く ${v.point} で停滞：勾配はほぼ 0 ですが、横へは f が下がります`,
    maximum: (v) => `極大点 ${v.point} で停止：ここでも勾配は 0 です`,
    level: (v) => (v.step === 0 ? '' : `${count(v.step)} 回目から`) + '動きません：ここでは f が平らで、勾配が 0 です',
    flat: (v) => `${count(v.taken)} 回で終了・プラトー：勾配がほぼ 0 なので、少ししか動きません`,
    rounded: (v) =>
      `${count(v.taken)} 回で終了・変化なし：1 回に進む長さが小さすぎて、16 桁の計算では f が変わりません`,
    zigzag: (v) => `${count(v.taken)} 回で終了：振動しながら収束中`,
    bouncing: (v) => `${count(v.taken)} 回で終了：振動が続き、近づきません`,
    noisy: (v) =>
      `${count(v.taken)} 回で終了：極小点のまわりを揺れ動いています。勾配のノイズがあるため、一点には落ち着きません`,
    drifting: (v) => `${count(v.taken)} 回で終了：勾配がノイズと同じくらい小さいので、ノイズに流されて揺れ動いています`,
    kink: (v) => `折れ目 ${v.point} で停止：f がなめらかでないため、探索しても f の下がる点が見つかりません`,
    misled: (v) => `${count(v.taken)} 回で停止：勾配のノイズのため探索がうまくいかず、f の下がる点が見つかりません`,
    pole: (v) => `${v.point} の近くで f が限りなく小さくなります：収束先になる極小点はありません`,
    edge: (v) => `定義域の端 ${v.point} で停止：その先では f が定義されません`,
    shifted: (v) => `${v.point} で停止：差分商は 0 ですが、h が大きいため、勾配は 0 ではありません`,
    bottomless: (v) => `${count(v.taken)} 回で終了：この向きに f は限りなく小さくなり、極小点はありません`,
    leapt: (v) => `${count(v.step)} 回目に f の極 ${v.point} を飛び越えました：その先の f は初期値より大きい値です`,
    growing: (v) => `発散しつつある：1 ステップごとに ${v.factor} 倍遠ざかる`,
    'growing-bound': (v) => `発散しつつある：|1 − ${v.curvature}×${v.lr}| = ${v.factor} > 1。1 未満なら収束します`,
    'growing-down': (v) => `加速しながら下降中：1 ステップごとに ${v.factor} 倍進む。この向きに f の極小点はありません`,
    'growing-up': (v) => `${count(v.taken)} 回で終了：f が初期値より増えています`,
    diverged: (v) => `${count(v.step)} 回目で発散`,
    'left-domain': (v) => `${count(v.step)} 回目で停止：そこでは f か勾配が定義されません`,
    overflow: (v) => `${count(v.step)} 回目で停止：そこでは f か勾配が大きすぎて計算できません`,
    'zero-epsilon': (v) =>
      `${count(v.step)} 回目で停止：ε が 0 なので、勾配が 0 の座標で 0/0 になります。ε を 0 より大きくすれば防げます`,
    unchanged: (v) => `${count(v.taken)} 回で終了：f は初期値での値と同じです`,
    descending: (v) => `${count(v.taken)} 回で終了・未収束（f は減少中）`
  },
  because: (v) => `${v.went}（${v.reason}）`,
  reasons: {
    'small-gradient': (v) => `‖∇f‖ ≤ ${v.bound} になったので停止`,
    'small-step': (v) => `1 ステップの移動が ${v.bound} 以下になったので停止`,
    target: (v) => `f ≤ ${v.bound} になったので停止`,
    evaluations: (v) => `評価 ${v.count} 回を使い切ったので停止`,
    'line-search': () => '探索しても f の下がる点がないので停止',
    cancelled: () => '途中で中止'
  },
  reached: (v) => `${count(v.taken)} 回で目標の f ≤ ${v.bound} に到達`,
  searched: (v) => `${count(v.taken)} 回で停止：探索しても、16 桁の計算では f の下がる点が見つかりません`,
  changes: {
    lr: (v) => `学習率 ${v.value} なら`,
    momentum: (v) => `モーメンタム係数 ${v.value} なら`,
    eps: (v) => `ε = ${v.value} なら`,
    start: (v) => `初期値 ${v.point} からなら`
  },
  suggestion: (v) => `${v.change} ${count(v.steps)} 回で収束（確認済み）`,
  'suggestion-longer': (v) => `${v.change} ${count(v.steps)} 回で収束（${stays(v)}）`,
  calmer: (v) => `${v.change}発散せず、${count(v.steps)} 回で f は初期値での値より小さくなります（確認済み）`,
  continued: (v) => `このまま続けると ${count(v.steps)} 回で収束（${stays(v)}）`,
  apply: {
    value: (v) => `${v.value} にする`,
    start: () => 'この初期値にする',
    steps: (v) => `${count(v.room)} ステップにする`,
    'value-longer': (v) => `${v.value}・${count(v.room)} ステップにする`,
    'start-longer': (v) => `この初期値・${count(v.room)} ステップにする`
  }
}
