import { numeral } from '@shared/numbers/numeral'
import type { StopReason, Suggestion, Verdict } from '@shared/protocol'
import { words } from '@shared/words/index'
import { factorText, pointText } from '@shared/words/numbers'
import { type Outcome, suggestionWords, verdictSentence, verdictWord } from '@shared/words/verdict'
import { describe, expect, test } from 'vitest'

const verdict = (change: Partial<Verdict>): Verdict => ({
  kind: 'descending',
  step: 15,
  suggestion: null,
  ...change
})
const said = (change: Partial<Verdict>, outcome: Partial<Outcome> = {}) => {
  const whole = { taken: 60, end: [0.29, 0.37], ...outcome, verdict: verdict(change) }
  return [verdictSentence(whole, words.ja), verdictSentence(whole, words.en)]
}

describe('a verdict is said in words', () => {
  test.each<[Partial<Verdict>, string, string]>([
    [{ kind: 'minimum' }, '15 回で収束：極小点 (0.29, 0.37)', 'Converged in 15 steps: minimum at (0.29, 0.37).'],
    [
      { settles: 450 },
      '60 回で終了・未収束（続ければ 450 回目に落ち着きます）',
      'Ended after 60 steps: not converged yet (it comes to rest at step 450).'
    ],
    [
      { kind: 'growing', factor: 1.4, bound: 1 / 3, curvature: 6 },
      '発散しつつある：1 ステップごとに 1.4 倍遠ざかる。収束するのは学習率が 0.333 未満のとき（2 ÷ いちばん急な曲がり 6）',
      'Diverging: 1.4 times farther with each step. With a learning rate below 0.333 it converges (2 ÷ the steepest curvature, 6).'
    ],
    [
      { kind: 'growing', until: 3241 },
      '発散しつつある：このまま続けると 3241 回目で発散します',
      'Diverging: going on like this it is lost at step 3241.'
    ],
    [
      { kind: 'circling', at: [0, 0], size: 0.05, period: 2 },
      '(0, 0) を中心に ±0.05 の間を往復（2 点の周期）：続けても近づきません',
      'To and fro within ±0.05 of (0, 0) (a cycle of 2 points): going on gets no closer.'
    ],
    [
      { kind: 'near', at: [0, 0], size: 4e-4, until: 6300 },
      '15 回目から極小点 (0, 0) の 0.0004 以内（6300 回まで確認）：学習率が一定だと、この更新式は完全には止まりません',
      'From step 15 on within 0.0004 of the minimum (0, 0) (followed until step 6300): at a constant rate this rule never quite settles.'
    ],
    [
      { at: [1, 1], size: 0.01, until: 8400 },
      '60 回で終了・未収束。その先は (1, 1) の周り 0.01 以内を動き続け、落ち着きません（8400 回まで確認）',
      'Ended after 60 steps: not converged yet. Going on, it stays within 0.01 of (1, 1) and does not settle (followed until step 8400).'
    ],
    [{ kind: 'diverged', step: 6 }, '6 回目で発散', 'Diverged at step 6.']
  ])('%j', (change, japanese, english) => {
    expect(said(change)).toEqual([japanese, english])
  })

  test('two points of one variable are written as such', () => {
    expect(said({ kind: 'circling', at: [0.45], size: 0.51, period: 2 }, { end: [0.96] })).toEqual([
      '0.45 ± 0.51 の 2 点を往復：続けても近づきません',
      'To and fro between the two points 0.45 ± 0.51: going on gets no closer.'
    ])
  })

  test('when it settles is said once: by the suggestion to go on, where there is one', () => {
    const suggestion = { change: 'steps', steps: 29, room: 30, enough: false } as const
    expect(said({ settles: 29, suggestion })).toEqual([
      '60 回で終了・未収束',
      'Ended after 60 steps: not converged yet.'
    ])
  })

  test('a saddle has sides only where there are two variables', () => {
    expect(said({ kind: 'rest', of: 'saddle' }).join()).toMatch(/鞍点.*saddle point/)
    expect(said({ kind: 'rest', of: 'saddle' }, { end: [0] }).join()).toMatch(/変曲点.*inflection point/)
  })

  test('a bound is not promised where f only falls', () => {
    for (const sentence of said({ kind: 'unbounded', factor: 1.2 })) expect(sentence).not.toMatch(/収束|converges/)
  })

  test('of a run that falls without end it is not said that f has no minimum: x^3 − 3x has one, at 1', () => {
    const chips = [words.ja.race.verdicts.unbounded, words.en.race.verdicts.unbounded]
    const sentences = ([{}, { factor: 1.2 }, { at: [0, 0] }] as const).flatMap((way) =>
      said({ kind: 'unbounded', ...way })
    )
    for (const text of [...chips, ...sentences]) expect(text).not.toMatch(/極小|minimum/)
  })

  test('a word does not say that a run has left the domain of f which is still in it', () => {
    for (const one of [words.ja, words.en]) {
      const [left, leaving] = [{}, { until: 70 }].map((more) =>
        verdictWord({ kind: 'left-domain', step: 58, suggestion: null, ...more }, one)
      )
      expect(left).toBe(one.race.verdicts['left-domain'])
      expect(leaving).toBe(one.race.leaving)
    }
  })

  test('every kind has its own sentence in both languages, and so have its cases', () => {
    const kinds = Object.keys(words.en.race.verdicts) as Verdict['kind'][]
    const cases: Partial<Verdict>[] = [
      ...kinds.map((kind) => ({ kind })),
      ...(['maximum', 'level', 'shifted', 'jump'] as const).map((of) => ({ kind: 'rest' as const, of })),
      ...(['epsilon', 'overflow'] as const).map((cause) => ({ kind: 'left-domain' as const, cause })),
      { kind: 'left-domain', until: 70 },
      { kind: 'growing', factor: 1.1 },
      { kind: 'growing', until: 70 },
      { kind: 'unbounded', factor: 1.1 },
      { kind: 'unbounded', at: [0, 0] },
      { kind: 'circling', period: 2 },
      { kind: 'circling', period: 4 },
      { kind: 'circling', cause: 'noise' },
      { kind: 'unmoved', cause: 'schedule' },
      { kind: 'stuck', cause: 'noise' }
    ]
    const sentences = cases.flatMap((one) => said(one))
    expect(new Set(sentences).size).toBe(2 * cases.length)
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|null|NaN/)
  })

  test('of two valleys the higher one is said to be that, once the lower one is known', () => {
    expect(said({ kind: 'minimum', at: [1] }, { end: [1], lower: [-1.3] })).toEqual([
      '15 回で収束：極小点 1。もっと低い極小点 −1.3 があります',
      'Converged in 15 steps: minimum at 1. A lower minimum is known: −1.3.'
    ])
    expect(said({ kind: 'slow', until: 70 }, { lower: [-1.3, 0] }).join()).not.toMatch(/−1.3/)
  })

  test('one step is one step', () => {
    expect(said({ kind: 'minimum', step: 1 })[1]).toContain('in 1 step:')
  })
})

describe('why a run ended is said beside how it went', () => {
  const rules = { gradient: 1e-6, step: 1e-8, target: 0.01, evaluations: 1500 }
  const because = (stop: StopReason, change: Partial<Verdict> = {}) => {
    const outcome = { taken: 15, end: [0.29, 0.37], verdict: verdict(change), stop, rules }
    return [verdictSentence(outcome, words.ja), verdictSentence(outcome, words.en)]
  }

  test.each<[StopReason, string, string]>([
    ['small-gradient', '（‖∇f‖ ≤ 10⁻⁶ になったので停止）', ' Stopped because ‖∇f‖ ≤ 10⁻⁶.'],
    [
      'small-step',
      '（1 ステップの移動が 10⁻⁸ 以下になったので停止）',
      ' Stopped because the last step was no longer than 10⁻⁸.'
    ],
    ['target', '（f ≤ 0.01 になったので停止）', ' Stopped because f ≤ 0.01.'],
    ['evaluations', '（評価 1500 回を使い切ったので停止）', ' Stopped because all 1500 evaluations were spent.'],
    ['line-search', '（探索しても f の下がる点がないので停止）', ' Stopped because the search found nothing lower.'],
    ['cancelled', '（途中で中止）', ' Cancelled.'],
    ['steps', '', '']
  ])('%s', (stop, japanese, english) => {
    const [ja, en] = said({ kind: 'minimum' }, { taken: 15 })
    expect(because(stop, { kind: 'minimum' })).toEqual([ja + japanese, en + english])
  })

  test('a target that is reached is all there is to say, though the run might go on', () => {
    expect(because('target')).toEqual(['15 回で目標の f ≤ 0.01 に到達', 'Reached f ≤ 0.01 in 15 steps.'])
  })

  test('a pole, an edge and noise tell by themselves why a search found nothing', () => {
    for (const kind of ['unbounded', 'edge', 'stuck', 'kink'] as const)
      expect(because('line-search', { kind })).toEqual(said({ kind }, { taken: 15 }))
  })
})

describe('a suggestion is a sentence and a button', () => {
  const suggested = (suggestion: Suggestion) => {
    const told = Object.values(words).map((language) => suggestionWords(verdict({ suggestion }), language))
    return told.flatMap((one) => [one?.sentence, one?.button])
  }
  const inTime = { steps: 14, room: 60, enough: true }
  const longer = { steps: 347, room: 360, enough: false }

  test.each<[Suggestion, string[]]>([
    [
      { change: 'lr', value: 0.01, ...inTime },
      [
        '学習率 0.01 なら 14 回で極小点に着きます（確認済み）',
        '0.01 にする',
        'Learning rate 0.01 gets to a minimum in 14 steps (checked).',
        'Use 0.01'
      ]
    ],
    [
      { change: 'lr', value: 0.09, ...longer },
      [
        '学習率 0.09 なら 347 回で極小点に着きます（ステップ数 360 で確認済み）',
        '学習率 0.09・ステップ数 360 にする',
        'Learning rate 0.09 gets to a minimum in 347 steps (checked with 360 steps).',
        'Use learning rate 0.09 and 360 steps'
      ]
    ],
    [
      { change: 'momentum', value: 0.5, ...inTime },
      [
        'モーメンタム係数 0.5 なら 14 回で極小点に着きます（確認済み）',
        '0.5 にする',
        'Momentum 0.5 gets to a minimum in 14 steps (checked).',
        'Use 0.5'
      ]
    ],
    [
      { change: 'steps', ...longer },
      [
        'このまま続けると 347 回で極小点に着きます（ステップ数 360 で確認済み）',
        'ステップ数を 360 にする',
        'With the same settings it gets to a minimum in 347 steps (checked with 360 steps).',
        'Take 360 steps'
      ]
    ],
    [
      { change: 'start', start: [0.1, -2], ...inTime },
      [
        '初期値 (0.1, −2) からなら 14 回で極小点に着きます（確認済み）',
        'この初期値にする',
        'The start (0.1, −2) gets to a minimum in 14 steps (checked).',
        'Start there'
      ]
    ]
  ])('%j', (suggestion, told) => {
    expect(suggested(suggestion)).toEqual(told)
  })

  test('of many steps with their thousands apart', () => {
    const far = { change: 'steps', steps: 19_200, room: 21_000, enough: false } as const
    expect(suggested(far)).toEqual([
      'このまま続けると 19\u2009\u2060200 回で極小点に着きます（ステップ数 21\u2009\u2060000 で確認済み）',
      'ステップ数を 21\u2009\u2060000 にする',
      'With the same settings it gets to a minimum in 19\u2009\u2060200 steps (checked with 21\u2009\u2060000 steps).',
      'Take 21\u2009\u2060000 steps'
    ])
  })

  test('of a rate that only does not diverge promises no more', () => {
    const remedy = { change: 'lr', value: 0.005, steps: 15, room: 15, enough: true, unsettled: true } as const
    expect(suggested(remedy)[0]).not.toContain('極小点')
    expect(suggested(remedy)[0]).toContain('0.005 なら発散せず、15 回で')
  })

  test('of an ε', () => {
    expect(suggested({ change: 'eps', value: 1e-7, ...inTime })).toEqual([
      'ε = 10⁻⁷ なら 14 回で極小点に着きます（確認済み）',
      '10⁻⁷ にする',
      'ε = 10⁻⁷ gets to a minimum in 14 steps (checked).',
      'Use 10⁻⁷'
    ])
  })

  test('or nothing', () => {
    expect(suggestionWords(verdict({}), words.en)).toBeNull()
  })
})

test('of many coordinates three are written', () => {
  expect(pointText([1, 2, 3, 4])).toBe('(1, 2, 3, 4)')
  expect(pointText([1, 2, 3, 4, 5])).toBe('(1, 2, 3, …)')
})

describe('numbers in a sentence', () => {
  test.each([
    [0.29258, '0.293'],
    [-3.779, '−3.78'],
    [1.5, '1.5'],
    [2, '2'],
    [0, '0'],
    [-0, '0'],
    [1234.5, '1230'],
    [-2.5898e13, '−2.59×10¹³'],
    [1.5e-7, '1.5×10⁻⁷'],
    [-1e-8, '−10⁻⁸']
  ])('%d is written %s', (value, text) => {
    expect(numeral(value, 3)).toBe(text)
  })

  test('a factor keeps the digits that tell it from 1', () => {
    expect([1.04, 1.00042, 0.99958, 19, 1].map(factorText)).toEqual(['1.04', '1.0004', '0.99958', '19', '1'])
  })

  test('one coordinate has no brackets, and a place beside 1/3 does not pass for it', () => {
    expect(pointText([-2.1e-3, 3])).toBe('(−0.0021, 3)')
    expect(pointText([1.3468])).toBe('1.347')
    expect(pointText([1.49992, 0.33351])).toBe('(1.5, 0.3335)')
  })

  test('a place of rest is written as the verdict has it', () => {
    expect(said({ kind: 'minimum', at: [0, 0.37] }, { end: [-6.1e-6, 0.37] })[1]).toMatch(/minimum at \(0, 0\.37\)/)
  })
})
