import { countNumeral } from '../../../numbers/numeral'
import { type Values, withMinus } from '../../../sentence'
import type { Words } from '../../en/index'
import { settings } from '../settings'

const names: Readonly<Record<string, { readonly name: string }>> = settings
const settingName = (v: Values) => {
  const id = String(v['setting'])
  if (!Object.hasOwn(names, id)) return `「${id}」`
  // 点を含む名前は、だれも書かない名前です。
  return /^\w+$/.test(id) && id !== 'steps' ? `${names[id]?.name}（${id}）` : `${names[id]?.name}`
}

const counted = (value: number | string | undefined) => (typeof value === 'number' ? countNumeral(value) : `${value}`)

/** `0 より大きい数`、`0 以上 1 未満の数` など。 */
function bounds(v: Values): string {
  const { min, minIncluded, max, maxIncluded, whole } = v
  if (whole) return max === undefined ? `${min} 以上の整数` : `${counted(min)} から ${counted(max)} までの整数`
  const above = min === undefined ? '' : minIncluded ? `${min} 以上` : `${min} より大きい`
  const below = max === undefined ? '' : maxIncluded ? `${max} 以下の` : `${max} 未満の`
  return [above, below || (minIncluded ? 'の' : '')].filter(Boolean).join(below ? ' ' : '') + '数'
}

export const runProblems = {
  'method-missing': () => '手法が指定されていません。',
  'method-unknown': (v) => `「${v['method']}」という手法はありません。`,
  'convention-missing': () => '更新式（書籍か PyTorch か）が指定されていません。',
  'convention-unknown': (v) => `手法「${v['method']}」に更新式「${v['convention']}」はありません。`,
  'setting-missing': (v) => `${settingName(v)}の値がありません。`,
  'setting-unknown': (v) => `手法「${v['method']}」に「${v['setting']}」という設定はありません。`,
  'setting-not-finite': (v) => `${settingName(v)}には有限の数を入れてください。`,
  'setting-out-of-bounds': (v) =>
    `${settingName(v)}には ${bounds(v)}を入れてください（${withMinus(v['value'])} でした）。`,
  'start-length': (v) => `初期値の座標は ${v['expected']} 個です（${v['given']} 個ありました）。`,
  'start-not-finite': (v) => `初期値の ${v['variable']} には有限の数を入れてください。`,
  'no-rate-holds': () =>
    '学習率を 1e-15 から 1e9 まで変えて試しましたが、どの実行も関数の定義域にとどまりませんでした。',
  'start-undefined': (v) => `初期値 ${withMinus(v['point'])} では関数が定義されません。`,
  'start-overflow': (v) =>
    `初期値 ${withMinus(v['point'])} では関数の値が大きすぎて計算できません（約 1.8e308 まで）。`,
  'step-out-of-run': (v) => `この実行はステップ ${v['taken']} で終わっています。ステップ ${v['step']} はありません。`,
  'gradient-missing': () => '勾配の求め方が指定されていません。',
  'gradient-unknown': (v) => `勾配の求め方「${v['method']}」はありません。`,
  'schedule-unknown': (v) => `学習率のスケジュール「${v['schedule']}」はありません。`,
  'schedule-setting-unknown': (v) => `学習率のスケジュールに「${v['setting']}」という設定はありません。`,
  'schedule-without-rate': () => 'この手法には、スケジュールで変えられる学習率がありません。',
  'noise-unknown': (v) => `ノイズに「${v['setting']}」という設定はありません。`,
  'stop-unknown': (v) => `途中で終える条件に「${v['rule']}」というものはありません。`,
  'difference-too-small': (v) =>
    `ステップ ${v['step']} で、刻み幅 h = ${v['h']} が ${v['variable']} = ${v['at']} に比べて小さすぎます。16 桁の計算では 2 点が同じ数になり、差分は 0 になります。`
} satisfies Partial<Words['problems']>
