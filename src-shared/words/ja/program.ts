import type { Words } from '../en/index'
import { lab } from './lab'

export const program: Words['program'] = {
  name: lab.name,
  untitled: lab.untitled,
  fileName: '実験',
  windowTitle: (v) => `${v['title']} – ${v['program']}`,

  menu: {
    file: 'ファイル(&F)',
    new: '新規(&N)',
    open: '開く(&O)…',
    recent: '最近使ったファイル(&R)',
    noRecent: '最近使ったファイルはありません',
    save: '保存(&S)',
    saveAs: '名前を付けて保存(&A)…',
    export: '書き出し(&E)…',
    quit: '終了(&Q)',
    edit: '編集(&E)',
    undo: '元に戻す(&U)',
    redo: 'やり直す(&R)',
    cut: '切り取り(&T)',
    copy: 'コピー(&C)',
    paste: '貼り付け(&P)',
    selectAll: 'すべて選択(&A)',
    view: '表示(&V)',
    zoomIn: '拡大(&I)',
    zoomOut: '縮小(&O)',
    zoomReset: '実際の大きさ(&A)',
    present: '発表モード(&P)',
    fullScreen: '全画面表示(&F)',
    developerTools: '開発者ツール(&D)',
    help: 'ヘルプ(&H)',
    howTo: '図の操作・キー・用語(&G)',
    about: '勾配ラボについて(&A)'
  },

  dialog: {
    sessionFiles: '実験ファイル',
    formats: {
      picture: 'PNG 画像',
      animation: 'GIF アニメーション',
      table: 'CSV 表',
      python: 'Python スクリプト'
    },
    allFiles: 'すべてのファイル',
    open: '実験を開く',
    save: '実験を保存',
    export: '書き出し',
    changes: (v) => `「${v['title']}」の変更を保存しますか？`,
    changesDetail: '保存しないと、変更は失われます。',
    saveChanges: '保存(&S)',
    discardChanges: '保存しない(&D)',
    cancel: 'キャンセル(&C)',
    replace: (v) => `「${v['file']}」はすでにあります。置き換えますか？`,
    replaceDetail: '元の内容は失われます。',
    replaceFile: '置き換える(&R)',
    changedElsewhere: (v) =>
      `「${v['file']}」は、開いたあと、または保存したあとに、ほかのプログラムで変更されています。`,
    changedElsewhereDetail: '上書きすると、その変更は失われます。',
    overwrite: '上書きする(&O)',
    gone: (v) => `「${v['file']}」が見つかりません。削除されたか、移動されています。`,
    goneDetail: '実験をどこに保存しますか？',
    saveAgain: '元の場所に保存(&S)',
    saveElsewhere: '名前を付けて保存(&A)…'
  },

  render: {
    usage: [
      'npm start -- render 対象… --out フォルダー [--width 1280] [--height 800] [--scale 2]',
      '',
      '  対象      実験ファイル（.gradlab）または example:ID',
      '  --out     NAME-PLOT.png と NAME.csv の保存先（なければ作成）',
      '  --width   各画像の幅（CSS ピクセル）',
      '  --height  各画像の高さ（CSS ピクセル）',
      '  --scale   CSS ピクセルあたりのピクセル数'
    ].join('\n'),
    failed: (v) => `${v['target']}：${v['sentence']}`
  }
}
