import { type JSX, Show } from 'solid-js'
import { Formula } from '../editor/Formula'
import { functionTeX } from '../figures/notation'
import { useLab } from '../lab/lab'
import { Fitted } from './Fitted'

/** What stands above the pictures in a presentation: f as the title; below it what the tab is about, in numbers. `aside`: beside the title. */
export function Heading(props: { aside?: JSX.Element; subtitle: JSX.Element }) {
  const lab = useLab()
  const text = () => {
    const reading = lab.reading()
    return reading ? functionTeX(lab.subject().variables, reading.tree) : ''
  }
  return (
    <header class="presented-heading">
      <div class="title-line">
        <h2>
          <Fitted>
            <Formula tex={text()} />
          </Fitted>
        </h2>
        {props.aside}
      </div>
      <Show when={props.subtitle}>{(subtitle) => <div class="subtitle">{subtitle()}</div>}</Show>
    </header>
  )
}
