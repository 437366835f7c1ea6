import { createEffect } from 'solid-js'
import { useLab } from '../lab/lab'
import { setTeX } from './typeset'

/** Typeset mathematics. `label` is what a screen reader says. */
export function Formula(props: { tex: string; block?: boolean; label?: string }) {
  const lab = useLab()
  let element!: HTMLSpanElement
  createEffect(() => setTeX(element, props.tex, lab.words(), props.block))
  return <span ref={element} class={props.block ? 'formula block' : 'formula'} role="math" aria-label={props.label} />
}
