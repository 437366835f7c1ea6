import type { Words } from '../en/index'

/** 手法・更新式・設定の名前と意味。キーは `src-shared/methods` の id。 */
export const methods: Words['methods'] = {
  names: {
    descent: '勾配降下法',
    momentum: 'モーメンタム',
    adagrad: 'AdaGrad',
    adam: 'Adam'
  },
  meanings: {
    descent: '勾配の逆向きに、学習率 × 勾配だけ進みます。',
    momentum: '坂を転がるボールのように、前の速度の一部を残して進みます。',
    adagrad: '座標ごとに、それまでに出会った勾配が大きいほど小さく進みます。',
    adam: '勾配とその 2 乗の移動平均を使い、各座標を学習率くらいの幅で進みます。'
  },
  convention: '更新式',
  conventions: { book: '書籍', library: 'PyTorch' },
  settings: {
    lr: { name: '学習率', meaning: '同じ勾配に対して 1 ステップでどれだけ進むか。' },
    momentum: { name: 'モーメンタム係数', meaning: '前の速度をどれだけ残すか。0 なら残さず、1 なら全部残します。' },
    beta1: { name: '勾配の平均の減衰率', meaning: '勾配の移動平均をどれだけ残すか。' },
    beta2: { name: '2 乗平均の減衰率', meaning: '勾配の 2 乗の移動平均をどれだけ残すか。' },
    eps: { name: '微小定数', meaning: '分母が 0 にならないように足す小さな数。' },
    lr_decay: { name: '学習率の減衰', meaning: 'ステップとともに学習率をどれだけ下げるか。0 なら下げません。' }
  },
  lines: {
    descent: { x: '勾配の逆向きに進みます。' },
    momentum: {
      v: '新しい速度：前の速度の残りに、勾配の逆向きの力を加えます。',
      buf: 'これまでの勾配を、古いものほど弱めてためます。',
      x: '進みます。'
    },
    adagrad: {
      h: 'これまでの勾配の 2 乗の和です。',
      rate: 'このステップの学習率です。',
      x: '勾配の逆向きに、大きな勾配に出会ってきた座標ほど小さく進みます。'
    },
    adam: {
      m: '勾配の移動平均です。',
      v: '勾配の 2 乗の移動平均です。',
      rate: 'このステップの学習率です。平均が 0 から始まったぶんを補います。',
      x: '勾配の平均を、ふだんの大きさで割って進みます。'
    }
  },
  terms: { x: '座標', g: '勾配', t: 'ステップの番号' }
}
