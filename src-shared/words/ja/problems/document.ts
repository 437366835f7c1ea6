import type { Words } from '../../en/index'

/** What a field must be; `kind` in the values of `document-kind`. */
const kinds: Record<string, string> = {
  text: '文字列',
  number: '数',
  whole: '整数',
  truth: 'true または false',
  list: 'リスト [ … ]',
  pair: '2 つの数のリスト',
  object: 'オブジェクト { … }'
}

export const documentProblems = {
  'document-not-json': () => '実験ファイルではありません。中身が JSON として読めません。',
  'document-not-ours': () =>
    '勾配ラボで保存したファイルではありません。「program」が「gradient-lab」になっていません。',
  'document-version': () => 'このファイルの版がわかりません。「version」は 1 以上の整数です。',
  'document-newer': (v) =>
    `このファイルは版 ${v['version']} です。このプログラムで開けるのは版 ${v['known']} までです。新しい勾配ラボで開いてください。`,
  'document-missing': (v) => `このファイルには「${v['path']}」がありません（壊れているか、別の種類のファイルです）。`,
  'document-kind': (v) => `このファイルの「${v['path']}」が正しくありません。${kinds[`${v['kind']}`]}が必要です。`,
  'document-choice': (v) => `このファイルの「${v['path']}」は次のどれでもありません：${v['choices']}`,
  'document-range': (v) => `このファイルの「${v['path']}」が範囲の外です：${v['range']}`,
  'document-long': (v) => `このファイルの「${v['path']}」が長すぎます。${v['most']} までです。`,
  'document-empty': (v) => `このファイルの「${v['path']}」が空です。`,
  'document-length': (v) => `このファイルの「${v['path']}」には変数と同じ数の値が必要です（${v['length']} 個）。`,
  'document-axes': (v) => `このファイルの「${v['path']}」には異なる 2 つの変数を、0 から数えた番号で指定してください。`,
  'document-name': (v) => `「${v['name']}」は変数やパラメータの名前に使えません（「${v['path']}」）。`,
  'document-twice': (v) => `「${v['name']}」が 2 回使われています（「${v['path']}」）。`,
  'document-method': (v) => `この形の式には「${v['method']}」という手法がありません（「${v['path']}」）。`,
  'document-setting': (v) => `「${v['path']}」は、この手法の設定ではありません。`,
  'names-too-many': (v) => `変数とパラメータが ${v['found']} 個あります。使えるのは ${v['most']} 個までです。`
} satisfies Partial<Words['problems']>
