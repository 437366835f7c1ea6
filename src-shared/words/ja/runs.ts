import { countNumeral } from '../../numbers/numeral'
import type { Words } from '../en/index'

const followed = (steps: number) => `${countNumeral(steps)} 回まで確認`
const checked = ({ room, enough }: { room: number; enough: boolean }) =>
  enough ? '確認済み' : `ステップ数 ${countNumeral(room)} で確認済み`

/** 実行がどう終わったか。回数以外の数は `words/verdict.ts` が丸めた文字列で渡されます。 */
export const runs: Words['runs'] = {
  verdict: {
    start: () => '初期値です。まだ動いていません。',
    unjudged: () => '結果の判定を途中でやめました。',
    undecided: (v) =>
      `${countNumeral(v.taken)} 回で終了：この先どうなるかは判定できません。${countNumeral(v.until)} 回まで続けても ${v.point} の周り ${v.size} 以内にいます`,
    minimum: (v) => `${countNumeral(v.steps)} 回で収束：極小点 ${v.point}`,
    near: (v) =>
      `${countNumeral(v.step)} 回目から極小点 ${v.point} の ${v.size} 以内（${followed(v.until)}）：学習率が一定だと、この更新式は完全には止まりません`,
    inflection: (v) => `変曲点 ${v.point} で停滞：勾配はほぼ 0 ですが、その先で f はまた下がります`,
    saddle: (v) => `鞍点 ${v.point} で停滞：勾配はほぼ 0 ですが、すぐ横に f のもっと低い所があります`,
    maximum: (v) => `極大点 ${v.point} で停止：ここでも勾配は 0 です`,
    level: (v) =>
      (v.step === 0 ? '' : `${countNumeral(v.step)} 回目から`) + '動きません：ここでは f が平らで、勾配が 0 です',
    shifted: (v) => `${v.point} で停止：差分商は 0 ですが、h が大きいため、勾配は 0 ではありません`,
    jump: (v) => `${v.point} で停止：勾配は 0 ですが、すぐ隣で f がもっと低い値へ跳ぶため、極小点ではありません`,
    'two-points': (v) => `${v.point} ± ${v.size} の 2 点を往復：続けても近づきません`,
    'to-and-fro': (v) => `${v.point} を中心に ±${v.size} の間を往復（2 点の周期）：続けても近づきません`,
    cycle: (v) => `${v.point} の周り ${v.size} 以内を ${v.period} 点の周期で回っています：続けても近づきません`,
    circling: (v) => `${v.point} の周り ${v.size} 以内を動き続け、落ち着きません（${followed(v.until)}）`,
    noisy: (v) =>
      `${v.point} の周り ${v.size} 以内を動き続けます（${followed(v.until)}）：勾配のノイズがあるため、一点には落ち着きません`,
    growing: (v) => `発散しつつある：1 ステップごとに ${v.factor} 倍遠ざかる`,
    bound: (v) => `${v.growing}。収束するのは学習率が ${v.bound} 未満のとき（2 ÷ いちばん急な曲がり ${v.curvature}）`,
    'growing-until': (v) => `発散しつつある：このまま続けると ${countNumeral(v.until)} 回目で発散します`,
    rising: () => '遠くへ飛ばされました：f は初期値での値より高く、続けても戻りません',
    diverged: (v) => `${countNumeral(v.step)} 回目で発散`,
    pole: (v) => `${v.point} の近くで f が限りなく小さくなります：ここでは落ち着きません`,
    unbounded: (v) => `${countNumeral(v.taken)} 回で終了：進んだ向きに f は限りなく小さくなります`,
    'growing-down': (v) =>
      `加速しながら下降中：1 ステップごとに ${v.factor} 倍進む。この向きに f は限りなく小さくなります`,
    'left-domain': (v) => `${countNumeral(v.step)} 回目で停止：そこでは f か勾配が定義されません`,
    leaving: (v) => `このまま続けると ${countNumeral(v.step)} 回目に、f か勾配が定義されないところへ出ます`,
    overflow: (v) => `${countNumeral(v.step)} 回目で停止：そこでは f か勾配が大きすぎて計算できません`,
    epsilon: (v) =>
      `${countNumeral(v.step)} 回目で停止：ε が 0 なので、勾配が 0 の座標で 0/0 になります。ε を 0 より大きくすれば防げます`,
    edge: (v) => `定義域の端 ${v.point} で停止：その先では f が定義されません`,
    kink: (v) => `折れ目 ${v.point} で停止：f がなめらかでないため、探索しても f の下がる点が見つかりません`,
    misled: (v) =>
      `${countNumeral(v.taken)} 回で停止：勾配のノイズのため探索がうまくいかず、f の下がる点が見つかりません`,
    missed: (v) =>
      `${countNumeral(v.taken)} 回で停止：−∇f の向きに f のもっと低い点がありますが、探索では見つかりませんでした`,
    stuck: (v) => `${countNumeral(v.taken)} 回で停止：探索しても、16 桁の計算では f の下がる点が見つかりません`,
    unmoved: (v) =>
      (v.step === 0 ? `${countNumeral(v.taken)} 回で終了・変化なし` : `${countNumeral(v.step)} 回目から変化なし`) +
      `：1 回に進む長さが小さすぎて、16 桁の計算では f が変わりません`,
    'rate-gone': (v) => `${countNumeral(v.step)} 回目から動きません：スケジュールで学習率が 0 になりました`,
    slow: (v) =>
      `${countNumeral(v.taken)} 回で終了・未収束：f の減り方が遅く、${countNumeral(v.until)} 回まで続けても収束しません`,
    later: (v) =>
      `${countNumeral(v.taken)} 回で終了・未収束。その先は ${v.point} の周り ${v.size} 以内を動き続け、落ち着きません（${followed(v.until)}）`,
    descending: (v) =>
      `${countNumeral(v.taken)} 回で終了・未収束` +
      (v.settles === null ? '' : `（続ければ ${countNumeral(v.settles)} 回目に落ち着きます）`)
  },
  higher: (v) => `${v.went}。もっと低い極小点 ${v.point} があります`,
  because: (v) => `${v.went}（${v.reason}）`,
  reasons: {
    'small-gradient': (v) => `‖∇f‖ ≤ ${v.bound} になったので停止`,
    'small-step': (v) => `1 ステップの移動が ${v.bound} 以下になったので停止`,
    target: (v) => `f ≤ ${v.bound} になったので停止`,
    evaluations: (v) => `評価 ${v.count} 回を使い切ったので停止`,
    'line-search': () => '探索しても f の下がる点がないので停止',
    cancelled: () => '途中で中止'
  },
  reached: (v) => `${countNumeral(v.taken)} 回で目標の f ≤ ${v.bound} に到達`,
  changes: {
    lr: (v) => `学習率 ${v.value} なら`,
    momentum: (v) => `モーメンタム係数 ${v.value} なら`,
    eps: (v) => `ε = ${v.value} なら`,
    start: (v) => `初期値 ${v.point} からなら`
  },
  settings: {
    lr: (v) => `学習率 ${v.value}`,
    momentum: (v) => `モーメンタム係数 ${v.value}`,
    eps: (v) => `ε = ${v.value}`
  },
  suggestion: (v) => `${v.change} ${countNumeral(v.steps)} 回で極小点に着きます（${checked(v)}）`,
  calmer: (v) => `${v.change}発散せず、${countNumeral(v.steps)} 回で f は初期値での値より小さくなります（確認済み）`,
  continued: (v) =>
    `このまま続けると ${countNumeral(v.steps)} 回で極小点に着きます（${checked({ ...v, enough: false })}）`,
  apply: {
    value: (v) => `${v.value} にする`,
    start: () => 'この初期値にする',
    steps: (v) => `ステップ数を ${countNumeral(v.room)} にする`,
    'value-longer': (v) => `${v.setting}・ステップ数 ${countNumeral(v.room)} にする`,
    'start-longer': (v) => `この初期値・ステップ数 ${countNumeral(v.room)} にする`
  }
}
