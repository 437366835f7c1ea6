import type { Words } from '../en/index'

export const help: Words['help'] = {
  heading: 'ヘルプ',
  open: 'ヘルプ：図の操作・キー・用語',
  parts: { gestures: '図の操作', keys: 'キー', terms: '用語' },
  places: { flat: '平面の図', surface: '曲面', controls: 'そのほか' },
  gestures: {
    hover: ['ポインタを重ねる', 'そこでの値を読む'],
    handle: ['つまみをドラッグ', '点・h・方向・初期値を動かす'],
    pick: ['ステップをクリック', 'そのステップを選ぶ'],
    place: ['ほかの場所をクリック', '点をそこへ移す、または最も近いステップを選ぶ'],
    'add-start': ['Shift を押しながらクリック', 'そこから始まる実行を加える'],
    pan: ['ほかの場所をドラッグ', '範囲を動かす'],
    zoom: ['ホイール', '拡大・縮小する'],
    reset: ['ダブルクリック', '範囲を元に戻す'],
    menu: ['右クリック', '図を保存・コピーする'],
    turn: ['ドラッグ', '曲面を回す'],
    closer: ['ホイール', '近づく・遠ざかる'],
    'turn-back': ['ダブルクリック', '標準の向きに戻す'],
    'pick-surface': ['ステップをクリック', 'そのステップを選ぶ'],
    slider: ['スライダーで矢印キー', '次の値へ進める'],
    field: ['数の欄に式を入力', '1/3、2π、1e-4 なども使える'],
    drop: ['ファイルをウィンドウへドロップ', '開く']
  },
  actions: {
    'toggle-play': '再生・一時停止',
    'step-back': '1 ステップ戻る',
    'step-forward': '1 ステップ進む',
    'to-start': '初期値へ',
    'to-end': '最後のステップへ',
    undo: '元に戻す',
    redo: 'やり直す',
    new: '新しい実験',
    open: 'ファイルを開く',
    save: '保存',
    'save-as': '名前を付けて保存',
    export: '書き出し',
    help: 'このヘルプ',
    repair: '読めない式を、提案された式に直す'
  },
  space: 'スペース',
  groups: { differentiate: '微分', partial: '偏微分', descend: '勾配法', window: 'この画面のことば' },
  search: '用語を探す',
  none: ({ text }) => `「${text}」を含む用語はありません。`
}
