import { StateEffect, StateField } from '@codemirror/state'
import type { Parameter, Variable } from '@shared/experiment/experiment'
import type { Words } from '@shared/words/index'

/** What the editor is told of the document and the person, beside the text. */
export interface Context {
  readonly words: Words
  readonly variables: readonly Variable[]
  readonly parameters: readonly Parameter[]
}

export const tellContext = StateEffect.define<Context>()

/** The newest context. An editor begins with `context.init`. */
export const context = StateField.define<Context>({
  create: () => {
    throw new Error('An editor needs a context to begin with.')
  },
  update: (value, { effects }) => effects.find((effect) => effect.is(tellContext))?.value ?? value
})
