import { type Language, languages, words } from '@shared/words/index'
import { type TermId, termFormulas, termGroups, termsIn } from '@shared/words/terms'
import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, test } from 'vitest'

const ids = Object.keys(words.en.glossary) as TermId[]

/** The terms of the field that the program keeps to. */
const standard =
  `微分 導関数 微分係数 偏微分 偏導関数 偏微分係数 勾配 勾配の大きさ 数値微分 刻み幅 式から（解析的） 前進差分 後退差分
  中心差分 打ち切り誤差 丸め誤差 桁落ち 平均変化率 割線 接線 断面 接平面 等高線 勾配ベクトル場 方向微分係数 ヘッセ行列 固有値 停留点
  鞍点（あんてん） 極小点 極小値 局所最適解 目的関数 損失関数 学習率 初期値 ステップ ステップ数 実行 途中経過 更新式 書籍／PyTorch
  勾配降下法（最急降下法） 直線探索 共役勾配法 準ニュートン法 信頼領域法 収束 発散 振動 プラトー 吸引領域 条件をそろえて比較 書き出し
  複製 ∝`.split(/\s+/)

describe('the glossary', () => {
  test('has every standard term', () => {
    const heads = ids.map((id) => words.ja.glossary[id].term)
    const missing = standard.filter((term) => !heads.some((head) => head === term || head.startsWith(`${term} `)))
    expect(missing).toEqual([])
  })

  test('lists every entry once', () => {
    const listed = Object.values(termGroups).flat()
    expect([...listed].sort()).toEqual([...ids].sort())
  })

  test.each(languages)('says what each is in one sentence, in %s', (language) => {
    for (const id of ids) {
      const { text } = words[language].glossary[id]
      const isOne = language === 'ja' ? /^[^。]+。$/.test(text) : /^[A-Z‘“][^.]*( [^.]+)*\.$/.test(text)
      expect(isOne, `${id}: ${text}`).toBe(true)
    }
  })

  test.each(languages)('has no word that stands for two terms, in %s', (language) => {
    const forms = ids.flatMap((id) => words[language].glossary[id].forms ?? [words[language].glossary[id].term])
    const twice = forms.filter(
      (form, index) => forms.findIndex((one) => one.toLowerCase() === form.toLowerCase()) < index
    )
    expect(twice).toEqual([])
  })

  test('has formulas that can be typeset', () => {
    for (const [id, tex] of Object.entries(termFormulas)) {
      expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' }), id).not.toThrow()
    }
  })
})

const found = (text: string, language: Language) =>
  termsIn(text, words[language].glossary).flatMap(({ text, term }) => (term ? [[text, term]] : []))

describe('the terms in a text', () => {
  test.each<[Language, string, [string, TermId][]]>([
    [
      'ja',
      '15 回で収束：極小点 (0, 0)',
      [
        ['収束', 'convergence'],
        ['極小点', 'minimum']
      ]
    ],
    // The longest that begins there, and the whole one.
    [
      'ja',
      '勾配降下法の学習率',
      [
        ['勾配降下法', 'descent'],
        ['学習率', 'learningRate']
      ]
    ],
    ['ja', '偏導関数', [['偏導関数', 'partialDerivative']]],
    [
      'en',
      'Converged in 15 steps: minimum at 0.',
      [
        ['Converged', 'convergence'],
        ['minimum', 'minimum']
      ]
    ],
    ['en', 'Rounding ∝ ε/h', [['∝ ε/h', 'proportional']]],
    // Within another word it is none; and the second time it is known.
    ['en', 'A secantal noiseless thing', []],
    ['en', 'noise, noise', [['noise', 'noise']]]
  ])('%s: %s', (language, text, terms) => expect(found(text, language)).toEqual(terms))

  test('leave the text as it was', () => {
    for (const language of languages) {
      const forms = ids.map((id) => words[language].glossary[id].term)
      const text = fc
        .array(fc.oneof(fc.constantFrom(...forms), fc.string({ maxLength: 4 })))
        .map((parts) => parts.join(''))
      fc.assert(
        fc.property(text, (whole) => {
          const pieces = termsIn(whole, words[language].glossary)
          expect(pieces.map((piece) => piece.text).join('')).toBe(whole)
        }),
        { numRuns: 100, seed: 3 }
      )
    }
  })
})
