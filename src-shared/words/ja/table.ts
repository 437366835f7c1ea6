import type { Words } from '../en/index'

export const table: Words['table'] = { run: '実行', step: 'ステップ', value: 'f', norm: '‖∇f‖' }
