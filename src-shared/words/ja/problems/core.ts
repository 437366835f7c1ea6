import type { Words } from '../../en/index'

export const coreProblems = {
  'formula-too-large': () => '式が長すぎて計算できません。',
  'variable-twice': (v) => `変数 ${v['name']} が二度書かれています。`,
  'variable-name': (v) =>
    `「${v['name']}」という変数名は使えません。定数や関数の名前ではない 1 文字（番号を付けてもよい）にしてください。`,
  'parameter-missing': (v) => `パラメータ ${v['name']} の値がありません。`,
  'point-length': (v) => `この関数の点の座標は ${v['expected']} 個です（${v['given']} 個ありました）。`,
  'difference-step': () => '刻み幅 h には 0 以外の数を入れてください。',
  'difference-lost': (v) =>
    `ここでは h が小さすぎます：16 桁の計算では ${v['variable']} = ${v['at']} を h = ${v['h']} だけ動かしても ${v['at']} のままです。`
} satisfies Partial<Words['problems']>
