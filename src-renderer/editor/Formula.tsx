import katex from 'katex'
import { createEffect } from 'solid-js'

/** Typeset mathematics. `label` is what a screen reader says. KaTeX builds the nodes itself, so no HTML passes through text. */
export function Formula(props: { tex: string; block?: boolean; label?: string }) {
  let element!: HTMLSpanElement
  createEffect(() =>
    katex.render(props.tex, element, {
      displayMode: props.block ?? false,
      throwOnError: false,
      trust: false,
      strict: 'ignore',
      output: 'htmlAndMathml'
    })
  )
  return <span ref={element} class={props.block ? 'formula block' : 'formula'} role="math" aria-label={props.label} />
}
