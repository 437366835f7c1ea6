import type { Words } from '../../en/index'

export const programProblems = {
  'program-fault': () => 'プログラムの内部で問題が起きました。実験の内容は失われていません。',
  'request-malformed': (v) => `ページからの要求「${v['request']}」の形が正しくありません。`,
  'request-refused': () => 'この操作は、プログラム自身のページだけが行えます。',
  'page-crashed': () => 'ページが停止したため、読み込み直しました。内容は停止する直前のままです。',
  'draft-refused': () =>
    '作業中の内容を自動で控えておけません（ディスクに空きがないか、書き込めません）。こまめに保存してください。',
  'draft-broken': () => '控えの内容が壊れているため、開けません。',
  'draft-gone': () => 'この作業はもう残っていません。',

  'worker-hung': () => '計算が応答しなくなったため、打ち切りました。続けて使えます。',
  'worker-crashed': () => '計算が途中で終わりました（メモリー不足の可能性があります）。続けて使えます。',

  'render-no-target': () => '描く対象を指定してください：実験ファイル、または example:ID。',
  'render-no-folder': () => '画像の保存先を --out フォルダー で指定してください。',
  'render-option-unknown': (v) => `オプション「${v['option']}」はありません。`,
  'render-option-twice': (v) => `「${v['option']}」が 2 回指定されています。`,
  'render-option-without-value': (v) => `「${v['option']}」には値が必要です。`,
  'render-number-bad': (v) =>
    `「${v['option']}」は ${v['min']} 以上 ${v['max']} 以下の数で指定してください（「${v['value']}」は使えません）。`,
  'render-whole-number-bad': (v) =>
    `「${v['option']}」は ${v['min']} 以上 ${v['max']} 以下の整数で指定してください（「${v['value']}」は使えません）。`,
  'render-too-many-pixels': (v) => `画像の幅と高さは ${v['most']} ピクセルまでです。`,
  'render-example-unknown': (v) => `例「${v['id']}」はありません。使える例：${v['known']}。`,
  'render-timeout': (v) => `${v['seconds']} 秒以内に描き終わりませんでした。`,
  'render-crashed': () => '描画用のページが途中で停止しました。',
  'render-nothing': () => '描くものがありません。',
  'picture-too-small': (v) =>
    `${v['width']} × ${v['height']} ピクセルでは、この図のすべてを描ききれません。${v['leastWidth']} × ${v['leastHeight']} 以上にしてください。`
} satisfies Partial<Words['problems']>
