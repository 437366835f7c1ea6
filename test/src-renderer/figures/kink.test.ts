import type { Kink } from '@shared/protocol'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'
import { kinkSentence } from '../../../src-renderer/figures/kink'

const said = (kink: Partial<Kink>, used: number | null, language: 'en' | 'ja' = 'en') =>
  kinkSentence({ left: 0, right: 0, jumps: false, ...kink }, used, words[language].lab.kink)
const { NaN: none, POSITIVE_INFINITY: infinity } = Number

describe('a kink', () => {
  const sentences: readonly [what: string, kink: Partial<Kink>, used: number | null, sentence: string][] = [
    [
      '|x| at 0',
      { left: -1, right: 1 },
      0,
      'f is not differentiable here (left −1, right +1). 0 is used as the derivative.'
    ],
    [
      'log|cos x| beside its pole',
      { left: -infinity, right: infinity, jumps: true },
      null,
      'f is not differentiable here: it jumps, or goes to infinity.'
    ],
    ['floor(x) at 1', { jumps: true }, 0, 'f is not differentiable here: it jumps. 0 is used as the derivative.'],
    [
      'cbrt(x) at 0',
      { left: infinity, right: infinity },
      infinity,
      'f is not differentiable here: its tangent is vertical. ∞ is used as the derivative.'
    ],
    [
      'cbrt(x^2) at 0',
      { left: -infinity, right: infinity },
      none,
      'f is not differentiable here (left −∞, right +∞). No number is used as the derivative.'
    ],
    [
      'x sqrt(x) at 0',
      { left: none, right: 0 },
      0,
      'f is not defined to the left of this point; the slope to the right is 0. 0 is used as the derivative.'
    ],
    [
      'sqrt(-x) at 0',
      { left: -infinity, right: none },
      null,
      'f is not defined to the right of this point; the slope to the left is −∞.'
    ],
    [
      'sqrt(-x^2) at 0',
      { left: none, right: none },
      none,
      'f has no derivative here: it is not defined on either side. No number is used as the derivative.'
    ],
    [
      'relu(x) - relu(-x) at 0',
      { left: 1, right: 1 },
      0,
      'The slope is +1 on both sides, but the formula of the derivative does not give it here. 0 is used as the derivative.'
    ],
    [
      'x sin(1/x) at 0',
      { left: 1, right: none, unsettled: true },
      null,
      'Whether f is differentiable here could not be determined: its one-sided derivatives are not known.'
    ],
    [
      'sqrt(x^4) at 0',
      { left: 0, right: 0 },
      none,
      'The slope is 0 on both sides, but the formula of the derivative does not give it here. No number is used as the derivative.'
    ]
  ]
  it.each(sentences)('of %s is told as what it is', (_, kink, used, sentence) => {
    expect(said(kink, used)).toBe(sentence)
  })

  it('is told in Japanese, without a space between the sentences', () => {
    expect(said({ left: -1, right: 1 }, 0, 'ja')).toBe(
      'ここでは微分できません（左 −1、右 +1）。代わりに 0 を使います。'
    )
  })
})
