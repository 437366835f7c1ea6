import { otherwiseTeX } from '@shared/language/typeset'
import katex from 'katex'
import { createEffect } from 'solid-js'
import { useLab } from '../lab'

/** Typeset mathematics. `label` is what a screen reader says. KaTeX builds the nodes itself, so no HTML passes through text. */
export function Formula(props: { tex: string; block?: boolean; label?: string }) {
  const lab = useLab()
  let element!: HTMLSpanElement
  createEffect(() =>
    katex.render(props.tex.replaceAll(otherwiseTeX, `\\text{${lab.words().lab.otherwise}}`), element, {
      displayMode: props.block ?? false,
      throwOnError: false,
      trust: false,
      strict: 'ignore',
      output: 'htmlAndMathml'
    })
  )
  return <span ref={element} class={props.block ? 'formula block' : 'formula'} role="math" aria-label={props.label} />
}
