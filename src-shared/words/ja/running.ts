import type { Words } from '../en/index'

export const running: Words['lab']['runs'] = {
  heading: '実行',
  add: '追加',
  method: '手法',
  duplicate: 'この実行を複製',
  remove: 'この実行を取り除く',
  colour: (number) => `実行 ${number}`,
  settings: '設定',
  active: { noise: 'ノイズ', ownStart: ({ start }) => `初期値 ${start}` },
  /** On a run's mark. */
  hide: 'グラフで隠す',
  show: 'グラフに表示',
  drawn: ({ run }) => `${run} をグラフに表示`,
  isHidden: 'この実行はグラフに表示していません。',
  allHidden: 'どの実行もグラフに表示していません。',
  showAll: 'すべて表示',
  usual: ({ value }) => `既定値 ${value} に戻す`,
  ownStart: '別の初期値にする',
  sharedStart: '共通の初期値に戻す',
  startAbove: '変数の一覧で設定します',
  none: '実行はまだありません。',
  most: '見分けられるのは 8 本までです。',
  roll: '別のシードにする',
  rule: {
    algorithm: '1 ステップで行うこと',
    differs: ({ other }) => `印の行は、${other}では次の式です：`,
    sameWay: '学習率 η が一定なら、どちらでも同じ道筋になります。',
    usualDiffer: ({ other, settings }) => `${other}の既定値：${settings}`
  },
  schedule: {
    heading: '学習率のスケジュール',
    chart: ({ rates, steps }) => `${rates.join(' → ')}（${steps} ステップ）`
  },
  noise: {
    heading: '勾配のノイズ',
    meaning:
      '勾配の各座標に乱数を加えます。データの一部だけで勾配を計算するときと似た揺れです。同じシードなら同じ結果になります。'
  },
  stop: {
    heading: '終了条件',
    none: 'なし',
    meaning: 'どれか一つが成り立ったところで、ステップ数より早く終わります。',
    gradient: '勾配の大きさ ‖∇f‖ が次の値以下',
    step: '1 ステップの移動 ‖Δx‖ が次の値以下',
    target: 'f の値が次の値以下',
    evaluations: '評価の回数',
    letters: { gradient: '‖∇f‖ ≤', step: '‖Δx‖ ≤', target: 'f ≤', evaluations: '評価 ≥' }
  },
  crowd: {
    heading: 'たくさんの初期値',
    meaning: ({ name }) => `選んだ実行（${name}）を、たくさんの初期値から一度に走らせて細い線で描きます。`,
    layout: '並べ方',
    layouts: { none: 'なし', ring: '円', grid: '格子', random: '乱数' },
    line: '等間隔',
    square: ({ count }) => `正方形に ${count} 個`,
    half: '一辺の半分',
    random: '変数の範囲の中に散らします。',
    asRuns: 'それぞれを実行にする',
    asRunsHint: '選んだ実行は、これらに置き換わります。',
    tooMany: '実行は全部で 8 本までです。',
    ended: ({ all, parts }) => `${all} 本中 ${parts.join('、')}`,
    end: ({ count, kind, point }) => `${count} 本 → ${kind} ${point}`,
    kinds: { minimum: '極小点', maximum: '極大点', saddle: '鞍点', level: '平らな所' },
    moreEnds: ({ count, ends }) => `${count} 本 → ほか ${ends} か所`,
    wandering: (count) => `${count} 本はノイズで揺れ続ける`,
    moving: (count) => `${count} 本はまだ途中`,
    diverged: (count) => `${count} 本は発散`,
    left: (count) => `${count} 本は f が定義されない所へ`,
    undefinedStart: (count) => `${count} 本は初期値で f が定義されない`,
    cancelled: (count) => `${count} 本は中止`
  },
  progress: {
    label: '計算の進み具合',
    working: ({ percent }) => `計算中… ${percent} %`,
    crowd: ({ percent }) => `たくさんの初期値を計算中… ${percent} %`,
    judged: '結果を判定中…',
    judging: ({ percent }) => `結果を判定中… ${percent} %`,
    cancel: 'ここで止める'
  }
}
