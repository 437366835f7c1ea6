import type { Words } from '../en/index'

export const rates: Words['rates'] = {
  fates: {
    settles: 'このステップ数のうちに収束',
    descends: '下がるが、このステップ数では届かない',
    oscillates: '振動して落ち着かない',
    leaves: '発散、または f の定義域の外へ出る',
    other: '鞍点で止まるなど、そのほかの終わり方か、判定できない'
  },
  stretch: ({ from, to, fate }) => `η ${from}〜${to}：${fate}`,
  single: ({ rate, fate }) => `η ${rate}：${fate}`,
  limit: ({ limit }) => `安定限界 η = ${limit}：これより小さいと極小点に落ち着き、大きいと落ち着きません。`,
  label: '学習率を変えると実行がどうなるか',
  finding: '学習率を変えるとどうなるかを調べています。'
}
