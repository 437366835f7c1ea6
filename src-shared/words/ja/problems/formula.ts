import type { Words } from '../../en/index'

export const formulaProblems = {
  'formula-empty': () => '関数を入力してください。例：x^2',
  'formula-too-long': (v) => `式が ${v['length']} 文字あります。読めるのは ${v['most']} 文字までです。`,
  'formula-too-deep': (v) => `かっこ・べき・符号の入れ子が深すぎます。読めるのは ${v['most']} 段までです。`,
  'formula-unfinished': () => '式が途中で終わっています。ここに数・変数・かっこのどれかが必要です。',
  'operand-missing': (v) => `「${v['found']}」の前に数・変数・かっこのどれかが必要です。`,

  'character-unknown': (v) => `「${v['character']}」は式では使えない文字です。`,
  'refused-factorial': () => '階乗が使えるのは 5! のように 0 以上の整数だけです。',
  'refused-percent': () => '百分率は /100 と書いてください。余りなら a % b か mod(a, b) です。',
  'refused-floor-division': () => '「//」は使えません。floor(a/b) と書いてください。',
  'refused-statement': () => '「;」は使えません。引数はコンマで区切ります。読めるのは一つの式だけです。',
  'refused-string': () => '引用符は式では使えません。',
  'refused-logic': () => '条件は and、or、not でつなぎます。例：x > 0 and x < 1',
  'refused-arrow': (v) => `「${v['character']}」は使えません。式だけを書いてください。「以上」は >= です。`,
  'refused-choice': (v) =>
    `「${v['character']}」の前に条件、後に二つの値が必要です。例：x > 0 ? x : 0。if(条件, 値, それ以外の値) とも書けます。`,
  'question-mark': () => '末尾の「?」は式の一部ではありません。消してください。',
  'direction-mark': (v) =>
    `目に見えない文字（${v['mark']}、文字の並ぶ向きを変える記号）が入っています。消してください。`,
  'word-for-sign': (v) => `「${v['word']}」は ${v['written']} と書きます。`,
  'condition-outside': (v) =>
    `「${v['word']}」：条件は、if(x < 0, -x, x) のように値を選ぶか、(x > 0)*x のようにかっこに入れて使います。`,
  'condition-missing': (v) => `「${v['found']}」は数です。ここには x < 1 のような条件が必要です。`,
  'value-missing': () => 'この条件が成り立つときの値が必要です。if(条件, 値, それ以外の値) と書いてください。',
  'else-missing': () => '「else」が足りません。「値 if 条件 else それ以外の値」と書いてください。',
  'else-unexpected': (v) => `ここに「${v['word']}」は書けません。「値 if 条件 else それ以外の値」と書いてください。`,
  'colon-unexpected': () => '「:」は使えません。場合分けは if(x < 0, -x, x) のように書いてください。',
  'sum-incomplete': (v) =>
    `${v['function']} には添字と範囲が必要です。sum(i, 1, 10, x^i)、ベクトルの和なら np.sum(x**2) と書いてください。`,
  'sum-bounds': (v) => `「${v['found']}」は整数ではありません。和の範囲は整数で書いてください。`,
  'sum-too-long': (v) => `この和には項が ${v['found']} 個あります。展開できるのは ${v['most']} 個までです。`,
  'series-too-large': () => '和を展開すると式が長くなりすぎます。',
  'vector-unclear': (v) =>
    `${v['function']} はベクトルの成分についての計算です。sum(x^2) のように、ベクトルを x と書いてください。`,
  'vector-outside': (v) =>
    `この式では「${v['name']}」がベクトル全体を表します。一つの成分は ${v['name']}[0] と書くか、和の中に入れてください。`,
  'vector-second': (v) => `ベクトルは「${v['first']}」です。「${v['second']}」を二つ目のベクトルにはできません。`,
  'text-unexpected': (v) => `「${v['word']}」はここでは使えません。`,
  'refused-loop': (v) => `「${v['word']}」は使えません。和は sum(i, 0, 9, x[i]^2) のように書いてください。`,
  'refused-derivative': () => '関数そのものを書いてください。導関数は横に表示されます。',
  'refused-differential': (v) =>
    `${v['word']} は積ですか。積なら d*${v['name']} と書いてください。導関数は関数の横に表示されます。`,
  'refused-integral': () => '積分は使えません。関数そのものを書いてください。',
  'refused-limit': () => '極限は使えません。極限をとる前の式を書いてください。',
  'refused-infinity': () => '∞ は計算できる数ではありません。1e6 のような大きな数を書いてください。',
  'python-inside': (v) => `「${v['word']}」が書けるのは式の前だけです。`,
  'python-header': () => '引数は def f(x, y): return … や lambda x, y: … のように書きます。',
  'python-default': () => '引数に既定値は付けられません。',
  'python-starred': (v) => `引数の前に「${v['word']}」は付けられません。名前だけを書いてください。`,
  'python-return': () => '「return」がありません。関数の中身は return … の一文で書きます。',
  'python-statement': () =>
    '読めるのは一つの式だけです。関数の中身は、名前 = … の行と、最後の return … だけにしてください。',
  'names-too-large': () => '名前に式を代入すると、式が長くなりすぎます。',
  'function-differentiates': (v) =>
    `「${v['name']}」は関数 ${v['function']} を微分するための関数です。ここには、微分される関数 ${v['function']} の中身（例：x**2）を入れてください。`,
  'function-of-function': (v) =>
    `「${v['name']}」は関数 ${v['function']} を受け取る関数です。ここには ${v['function']} の中身（例：x**2）を入れてください。接線や勾配は画面に表示されます。`,
  'function-of-vector': (v) =>
    `${v['word']} の値は一つの数ではありません。一つの数になる式を書いてください。softmax の一成分なら e^x/(e^x + e^y) です。`,
  'refused-optimum': (v) =>
    `「${v['word']}」は式には書きません。関数そのものを書いてください。「最小値を探す」で、その最小点を探せます。f の最大点は、−f の最小点です。`,
  'refused-update': () => 'これは更新式です。最小にしたい関数だけを書いてください。更新式は「実行」の手法で選べます。',
  'refused-point': () => 'ピリオドは 0.5 のような数の中だけで使えます。積は x*y と書いてください。',
  'refused-matrix-product': () => '「@」は使えません。内積は np.dot(x, x) と書いてください。',
  'refused-transpose': (v) =>
    `^T：転置は使えません。内積は np.dot(${v['name']}, ${v['name']})、べきは ^t と書いてください。`,
  'refused-norm': () => 'ベクトルの長さは np.linalg.norm(x)、絶対値は |x| と書いてください。',
  'refused-dots': () => '「…」は補えません。すべての項を書くか、sum(i, 1, 10, x^i) のように和で書いてください。',
  'refused-degree': () => '角度はラジアンです。度は *pi/180 を掛けてください。',
  'command-accent': (v) => `文字に記号は付けられません。${v['command']}{…} の代わりに別の文字を書いてください。`,
  'command-unknown': (v) => `TeX の命令 ${v['command']} は使えません。`,
  'superscript-malformed': (v) => `上付き文字「${v['text']}」は読めません。指数は ^ で書いてください。`,

  'number-malformed': (v) => `「${v['number']}」は数として読めません。1234、0.5、1e-4 のように書いてください。`,
  'number-comma': (v) => `数の中にコンマは使えません。${v['number']} と書いてください。`,
  'number-too-large': (v) => `${v['number']} は大きすぎます。扱える数は約 1.8e308 までです。`,
  'number-suffix': (v) =>
    `${v['number']} ですか、${v['number']}*${v['letter']} ですか。数の精度を表す文字は使いません。`,
  'numbers-side-by-side': (v) => `${v['name']} と ${v['number']} の間に記号が必要です。積なら * を書いてください。`,
  'number-after-name': (v) =>
    `${v['name']}^${v['number']} ですか、${v['number']}*${v['name']} ですか。べきは ^、積は * で書いてください。`,
  'number-after-factor': (v) => `べきですか、積ですか。^${v['number']} か *${v['number']} と書いてください。`,

  'name-unknown': (v) =>
    v['suggestion'] === ''
      ? `「${v['name']}」という名前はありません。名前は x、θ、a1 のような一文字（番号付きも可）です。積は a*b と書いてください。`
      : `「${v['name']}」という名前はありません。「${v['suggestion']}」のことですか。`,
  'name-cases': (v) =>
    `${v['first']} と ${v['second']} の両方があります。大文字と小文字は区別されません。別の文字にするか、一方にそろえてください。`,
  'index-doubtful': (v) =>
    `${v['name']}^${v['number']} ですか、変数 ${v['name']}_${v['number']} ですか、${v['number']} との積ですか。^、_、* のどれかを書いてください。`,
  'index-malformed': (v) => `${v['name']}[…] の中は 0、1、2 … の整数です。積なら丸かっこで書いてください。`,
  'index-slice': (v) =>
    `${v['name']}[1:] のようなスライスは使えません。sum(i, 0, 8, …) の中で ${v['name']}[i] や ${v['name']}[i+1] を使ってください。`,
  'index-too-large': (v) => `添字は ${v['most']} までです。`,
  'index-beyond': (v) => `${v['name']}：変数は ${v['count']} 個です。番号は 0 から数えます。`,

  'sigma-applied': (v) =>
    `${v['name']}(…) はシグモイドですか、積ですか？ sigmoid(…) か ${v['name']}*(…) と書いてください。`,
  'gamma-applied': (v) => `ガンマ関数は使えません。積は ${v['name']}*(…) と書きます。`,
  'function-itself': (v) => `「${v['name']}」は関数そのものです。${v['name']}(…) の代わりに、その式を書いてください。`,
  'function-alone': (v) => `${v['function']} には引数が必要です。${v['function']}(…) と書いてください。`,
  'function-power': (v) =>
    `${v['function']} と引数の間に書けるのは正の整数か −1 だけです。${v['function']}(…)^… と書いてください。`,
  'function-inverse': (v) => `${v['function']}^-1 は使えません。逆数なら 1/${v['function']}(…) と書いてください。`,
  'argument-count': (v) => `${v['function']} の引数は ${v['expected']} 個です。いまは ${v['found']} 個あります。`,

  'brackets-empty': () => 'かっこの中が空です。',
  'brace-missing': () => '\\frac は \\frac{a}{b} のように波かっこを二組書きます。',
  'bracket-unclosed': (v) => `「${v['expected']}」が足りません。「${v['bracket']}」が閉じていません。`,
  'bracket-unopened': (v) => `「${v['bracket']}」に対応する始めのかっこがありません。`,
  'bracket-mismatched': (v) => `ここは「${v['found']}」ではなく「${v['expected']}」で閉じます。`,
  'bar-unpaired': () => 'この「|」には相手がありません。絶対値は |x| のように二つで一組です。',
  'bars-ambiguous': () => 'この「|」が始まりか終わりか決められません。abs(…) と書いてください。',
  'comma-outside': () => 'コンマは関数の引数を区切るときだけ使えます。小数点はピリオドで書いてください。',
  'equals-first': () => '「=」を付けずに書いてください。表計算ソフトとは違い、-x^2 は -(x^2)、log は自然対数です。',
  'equals-unexpected': () => 'ここに「=」は書けません。式の前に書けるのは y = … や f(x) = … だけです。'
} satisfies Partial<Words['problems']>
