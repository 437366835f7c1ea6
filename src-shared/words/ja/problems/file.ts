import type { Words } from '../../en/index'

export const fileProblems = {
  'file-missing': (v) => `「${v['file']}」が見つかりません。`,
  'file-access-denied': (v) => `「${v['file']}」を使う権限がありません。`,
  'file-is-folder': (v) => `「${v['file']}」はフォルダーです。ファイルを選んでください。`,
  'file-not-regular': (v) => `「${v['file']}」は通常のファイルではありません。`,
  'file-link-circular': (v) => `「${v['file']}」は循環するリンクで、ファイルに行き着きません。`,
  'file-too-large': (v) => `「${v['file']}」は大きすぎます（上限 ${v['megabytes']} MB）。`,
  'file-not-text': (v) => `「${v['file']}」は UTF-8 のテキストファイルではありません。`,
  'file-not-on-disk': () => 'ドロップされたものは、このコンピューター上のファイルではありません。',
  'file-name-too-long': (v) => `「${v['file']}」は名前が長すぎます。`,
  'folder-is-file': (v) => `「${v['file']}」はフォルダーではなくファイルです。`,
  'folder-missing': (v) => `「${v['file']}」の保存先フォルダーがありません。`,
  'disk-full': (v) => `ディスクの空きが足りず、「${v['file']}」を保存できませんでした。`,
  'disk-read-only': (v) => `「${v['file']}」は書き込めないディスクにあります。`,
  'file-unreadable': (v) => `「${v['file']}」を読み込めませんでした（${v['reason']}）。`,
  'file-unwritable': (v) => `「${v['file']}」を保存できませんでした（${v['reason']}）。`
} satisfies Partial<Words['problems']>
