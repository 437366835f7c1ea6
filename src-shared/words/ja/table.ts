import type { Words } from '../en/index'

export const table: Words['table'] = {
  run: '実行',
  step: 'ステップ',
  value: 'f',
  norm: '‖∇f‖',
  gradients: '勾配の計算回数',
  evaluations: '評価回数',
  showCounts: '各点までの勾配の計算回数と評価回数を表示',
  preview: 'ファイルのはじめの行',
  saved: ({ runs, rows }) =>
    `${runs === 1 ? '実行' : `${runs} つの実行`}のすべてのステップ（${rows} 行）を保存します。中身はこのようになります。`,
  more: ({ rows }) => `… あと ${rows} 行`,
  writing: ({ percent }) => `書き出し中… ${percent} %`,
  counts: { gradients: '勾配', evaluations: '評価' },
  copyAll: ({ rows }) => `${rows} 行をすべてコピー`,
  copySome: ({ rows, all }) => `${all} 行の全体から選んだ ${rows} 行をコピー（全行は CSV の書き出しで）`
}
