import type { Words } from '../en/index'

export const frame: Words['frame'] = {
  more: 'そのほか',
  saveAs: '名前を付けて保存…',
  recent: '最近使ったファイル',
  noRecent: 'まだありません',
  pageSize: '表示倍率',
  zoom: { in: '拡大', out: '縮小', reset: '標準' },
  present: '発表',
  presentHint: '発表モード：図だけを大きく表示（F11、終わるには Esc）',
  blank: '黒い画面（どのキーでも図に戻る）',
  fold: 'この列をたたむ',
  unfold: 'この列を開く',
  swap: '位置を入れ替える',
  enlarge: '大きくする（見出しをダブルクリック）',
  restore: '元の大きさに戻す（Esc）',
  splitLeft: '左の列の幅',
  splitRight: '右のグラフの幅',
  splitTop: '上のグラフの高さ',
  inspector: 'くわしく見る',
  tabs: {
    step: 'ステップ',
    loss: 'f の推移',
    table: '途中経過',
    board: '順位',
    comparison: '比較',
    derivation: '途中式',
    numbers: '値と差分商',
    errors: '誤差と h',
    note: 'この例'
  },
  otherTabs: 'ほか',
  moreTabs: 'すべてのタブ',
  previous: '前の例',
  next: '次の例'
}
