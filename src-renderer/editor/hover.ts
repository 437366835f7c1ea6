import { type EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state'
import {
  type Command,
  type EditorView,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
  ViewPlugin,
  type ViewUpdate
} from '@codemirror/view'
import type { Token } from '@shared/language/tokens'
import type { Words } from '@shared/words/index'
import { context } from './context'
import { type Explanation, explanationOf } from './explanation'
import { textTokensField } from './tokens'
import { setTeX } from './typeset'

/** Milliseconds that the pointer rests on a word before it is explained. */
const hoverTime = 350

/** The explanation of the word at a place; of what stands before it (`side` −1) and behind it (1), or of either. */
function explainedAt(state: EditorState, at: number, side: -1 | 0 | 1): Tooltip | null {
  const known = state.field(context)
  const isThere = ({ from, to }: Token) => (side > 0 ? at < to : at <= to) && (side < 0 ? from < at : from <= at)
  for (const token of state.field(textTokensField).names.filter(isThere)) {
    const explanation = explanationOf(token, known)
    if (explanation) {
      const create = () => ({ dom: card(explanation, known.words) })
      return { pos: token.from, end: token.to, above: true, create }
    }
  }
  return null
}

function card({ title, meaning, facts }: Explanation, words: Words): HTMLElement {
  const dom = element('div', 'explanation')
  const head = element('p')
  const name = element('span', 'name')
  setTeX(name, title, words)
  head.append(name, ' ', meaning)
  dom.append(head, ...facts.map((fact) => line(fact, words)))
  return dom
}

function line(fact: Explanation['facts'][number], words: Words): HTMLElement {
  const dom = element('p', 'fact')
  if ('text' in fact) {
    dom.textContent = fact.text
    return dom
  }
  const formula = element('span')
  setTeX(formula, fact.tex, words)
  dom.append(fact.label === undefined ? '' : `${fact.label} `, formula)
  return dom
}

function element(tag: string, style = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = style
  return made
}

/** Whether the pointer has moved since the text changed: the browser also tells of one that rests while text comes under it. */
const movement = ViewPlugin.fromClass(
  class {
    isSeen = false

    update({ docChanged }: ViewUpdate) {
      if (docChanged) this.isSeen = false
    }
  },
  {
    eventHandlers: {
      mousemove({ movementX, movementY }) {
        if (movementX !== 0 || movementY !== 0) this.isSeen = true
      }
    }
  }
)

/** What is explained at a place under the pointer; nothing that was not pointed at. */
export const pointedAt = (view: EditorView, at: number, side: -1 | 1): Tooltip | null =>
  view.plugin(movement)?.isSeen ? explainedAt(view.state, at, side) : null

const pointed = hoverTooltip(pointedAt, { hoverTime, hideOnChange: true })

const explain = StateEffect.define<Tooltip | null>()

/** What the person asked for by the keyboard, until the caret moves on. */
const asked = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, { effects, docChanged, selection }) {
    const wish = effects.find((effect) => effect.is(explain))
    if (wish) return wish.value
    return docChanged || selection ? null : shown
  },
  provide: (field) => showTooltip.from(field)
})

const explainHere: Command = (view: EditorView) => {
  view.dispatch({ effects: explain.of(explainedAt(view.state, view.state.selection.main.head, 0)) })
  return true
}

const dismiss: Command = (view: EditorView) => {
  if (!view.state.field(asked)) return false
  view.dispatch({ effects: explain.of(null) })
  return true
}

/** Explains the word under the pointer; with Ctrl-I (⌘I) the one at the caret. */
export const hover: Extension = [
  movement,
  pointed,
  asked,
  Prec.high(
    keymap.of([
      { key: 'Mod-i', run: explainHere, preventDefault: true },
      { key: 'Escape', run: dismiss }
    ])
  )
]
