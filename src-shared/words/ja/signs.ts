import type { Words } from '../en/index'

/** Texts of the sign table. */
export const signs: Words['signs'] = {
  title: '増減表',
  show: '増減表',
  showHint: 'f′ が正・0・負になるところと、そこでの f の増減',
  second: ({ name }) => `${name} の行`,
  even: '列を等間隔に',
  evenHint: '列を上のグラフの x にそろえず、同じ幅にします',
  under: '列は上のグラフの x にそろう',
  copy: '表を TeX でコピー',
  save: 'PNG で保存',
  nowhere: 'この範囲に f の値はありません。',
  sign: { '+': '正', '-': '負', '0': '0', '/': '定義されない', '?': '決められない' },
  course: { rises: '増加', falls: '減少', level: '一定', unknown: '決められない', none: '定義されない' },
  bend: { up: '下に凸', down: '上に凸' },
  gap: ({ from, to, name }) => `${from} < ${name} < ${to}`,
  place: ({ at, name }) => `${name} = ${at}`,
  approximately: ({ at, name }) => `${name} ≈ ${at}`,
  pick: ({ column }) => `${column} の列を選ぶ`,
  chosen: {
    heading: '選んだ列',
    rises: ({ slope }) => `${slope} > 0 なので増加。`,
    falls: ({ slope }) => `${slope} < 0 なので減少。`,
    level: ({ slope }) => `ずっと ${slope} = 0 なので一定。`,
    up: ({ second }) => `${second} > 0 なので下に凸で、接線は曲線の下側にあります。`,
    down: ({ second }) => `${second} < 0 なので上に凸で、接線は曲線の上側にあります。`,
    open: '符号を証明できないため、ここの増減は空けてあります。',
    undefined: 'ここでは f が定義されていません。'
  },
  reasoning: {
    title: '増減表の求め方',
    show: '求め方',
    solve: ({ slope }) => `${slope} = 0 を解く`,
    none: 'この範囲に解はありません。',
    everywhere: ({ slope }) => `${slope} = 0 がずっと続く区間があります。`,
    numerical: '≈ は数値的に求めた値（4 桁）です。',
    tooLong: '式が長すぎて読めないため、数値的に解きました。',
    open: '? は決められないところで、空けてあります。',
    breaks: ({ slope }) => `${slope} が存在しない点：`,
    trials: '間の 1 点で符号を調べる',
    answer: '符号の変わり方から答える',
    maximum: ({ place, value }) => `${place} で + から − へ：極大値 ${value}`,
    minimum: ({ place, value }) => `${place} で − から + へ：極小値 ${value}`,
    cornerMaximum: ({ place, value }) => `${place}（f′ はない）でまわりより高い：極大値 ${value}`,
    cornerMinimum: ({ place, value }) => `${place}（f′ はない）でまわりより低い：極小値 ${value}`,
    inflection: ({ place, point }) => `${place} で凹凸が入れかわる：変曲点 ${point}`,
    neither: ({ place }) => `${place} では符号が変わらない：極値ではない`,
    noExtremum: 'この範囲に極値はありません。'
  }
}
