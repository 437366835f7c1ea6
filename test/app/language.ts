import { type Language, words } from '@shared/words/index'
import { expect } from 'vitest'
import type { Running } from './harness'
import { type Learner, learnerAt } from './learner'

/** Everything that can be read in the window or is read aloud, but for the button with the other language's name. */
const texts = ({ page }: Running) =>
  page.evaluate(() => {
    const all: string[] = []
    for (const element of document.querySelectorAll('body, body *')) {
      if (element.closest('[lang], .katex-mathml, script')) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
        all.push(element.getAttribute(name) ?? '')
      }
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) all.push(node.textContent ?? '')
    }
    return [...new Set(all.map((text) => text.trim()).filter((text) => text !== ''))]
  })

/** Letters and punctuation of Japanese. */
const japanese = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/
/** Three words of English in a row. */
const english = /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i
const unworded = /undefined|\bNaN\b|\[object|\bnull\b/

/** What is not in `language`, the only one that should be seen, or is no word at all. */
export async function untranslated(lab: Running, language: Language): Promise<string[]> {
  const foreign = language === 'en' ? japanese : english
  return (await texts(lab)).filter((text) => foreign.test(text) || unworded.test(text))
}

/** Presses the button with the other language's name. */
export async function inOtherLanguage(lab: Running, learner: Learner): Promise<Learner> {
  await learner.button(words[learner.language].lab.toolbar.otherLanguage).click()
  const language = learner.language === 'ja' ? 'en' : 'ja'
  await lab.page.waitForFunction((language) => document.documentElement.lang === language, language)
  return learnerAt(lab, language)
}

/** What stands there while an answer is on its way. */
const waiting = [
  'main .stale',
  '.long-work',
  '.judging',
  `.run .outcome:text-is("${words.en.race.judging}")`,
  '.run:not(:has(.outcome))',
  '.tab-panel:has(.run, .runs-rail .icon) .verdict-line:not(:has(p))'
].join()

/** Waits until every answer is there. */
export async function settled({ page }: Running): Promise<void> {
  await expect.poll(() => page.locator(waiting).count()).toBe(0)
}
