import { FormulaError } from '@shared/language/error'
import { sentence } from '@shared/problem'
import type { Derivation, DerivationLine } from '@shared/protocol'
import X from 'lucide-solid/icons/x'
import { createMemo, createSignal, Index, onCleanup, onMount, Show } from 'solid-js'
import { type Ask, createAnswer } from '../answer'
import { Choice } from '../controls/Choice'
import { CopyTeX } from '../controls/CopyTeX'
import { IconButton } from '../controls/IconButton'
import { VariableChoice } from '../controls/VariableChoice'
import { Formula } from '../editor/Formula'
import { derivationBlock, derivativeHead } from '../figures/notation'
import { useLab } from '../lab'
import { derivationQuestion, isSameText } from '../questions'

/** The ways to a derivative that can be shown, as the answer of the core calls them. */
type Way = keyof Derivation

/** Where the upper left corner was put, in pixels of the window. */
interface Place {
  readonly left: number
  readonly top: number
}

/**
 * How a derivative is found, one rule a line, on a sheet over the plots: it stays while one works on beside it, and
 * follows the function. Opened again, it is where it was put, and shows the same way.
 */
export function DerivationSheet(props: { ask: Ask }) {
  const lab = useLab()
  const [way, setWay] = createSignal<Way>('rules')
  const [place, setPlace] = createSignal<Place>()
  return (
    <Show when={lab.derivationAlong() !== null}>
      <Sheet ask={props.ask} way={way()} onWay={setWay} place={place()} onPlace={setPlace} />
    </Show>
  )
}

function Sheet(props: {
  ask: Ask
  way: Way
  onWay: (way: Way) => void
  place: Place | undefined
  onPlace: (place: Place) => void
}) {
  const lab = useLab()
  const words = () => lab.words().lab.derivation
  /** The values of parameters do not matter to what is written with letters. */
  const subject = createMemo(lab.subject, undefined, { equals: isSameText })
  const names = () => subject().variables
  /** None while the sheet closes. */
  const along = createMemo(() => Math.max(0, names().indexOf(lab.derivationAlong() ?? '')))
  const answer = createAnswer(
    props.ask,
    createMemo(() => derivationQuestion(subject(), along()))
  )
  const found = () => answer().last?.answer
  const isBehind = () => {
    const body = answer().last?.question.body
    return lab.formula() instanceof FormulaError || body?.subject !== subject() || body.along !== along()
  }
  const head = () => derivativeHead(names(), along())
  const ways = () => (['rules', 'limit', 'computed'] as const).filter((one) => one !== 'limit' || found()?.limit)
  const way = () => (ways().includes(props.way) ? props.way : 'rules')
  const close = () => lab.showDerivation(null)
  let element!: HTMLElement
  onMount(() => attend(element, close))
  return (
    <aside
      class="sheet"
      role="dialog"
      aria-label={words().heading}
      tabindex="-1"
      ref={element}
      style={props.place && { '--left': `${props.place.left}px`, '--top': `${props.place.top}px` }}
    >
      <header onPointerDown={(event) => carry(element, event, (place) => props.onPlace(place))}>
        <h2>{words().heading}</h2>
        <VariableChoice
          label={words().along}
          value={along()}
          onChange={(axis) => lab.showDerivation(names()[axis] ?? null)}
        />
        <span class="gap" />
        <Show when={found()}>
          {(derivation) => <CopyDerivation head={head()} derivation={derivation()} way={way()} />}
        </Show>
        <IconButton label={lab.words().lab.close} onClick={close}>
          <X size={15} />
        </IconButton>
      </header>
      <Choice
        label={words().way}
        value={way()}
        options={ways().map((value) => ({ value, label: words()[value] }))}
        onChange={(chosen) => props.onWay(chosen)}
      />
      <div class="derivation" classList={{ stale: isBehind() }} tabindex="0">
        <Show when={answer().problem}>{(problem) => <p class="bad">{sentence(problem(), lab.words())}</p>}</Show>
        <Show when={found()}>{(derivation) => <Written head={head()} derivation={derivation()} way={way()} />}</Show>
      </div>
    </aside>
  )
}

/** The sheet has the focus while it is new, gives it back when it closes, and closes with Escape. */
function attend(sheet: HTMLElement, close: () => void): void {
  const opener = document.activeElement
  sheet.focus({ preventScroll: true })
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    // What lies above the sheet – a menu, a dialog – closes first.
    const above = event.target instanceof Element ? event.target.closest('[role="menu"], [role="dialog"]') : null
    if (above === null || above === sheet) close()
  }
  document.addEventListener('keydown', closeByKey)
  onCleanup(() => {
    document.removeEventListener('keydown', closeByKey)
    if (sheet.contains(document.activeElement) && opener instanceof HTMLElement) opener.focus()
  })
}

/** Carries the sheet by its header while the pointer is down. The style sheet keeps it inside the window. */
function carry(
  sheet: HTMLElement,
  down: PointerEvent & { readonly currentTarget: HTMLElement },
  onPlace: (place: Place) => void
): void {
  if (down.button !== 0 || (down.target instanceof Element && down.target.closest('button, label, select'))) return
  const header = down.currentTarget
  const { left, top } = sheet.getBoundingClientRect()
  const move = ({ clientX, clientY }: PointerEvent) =>
    onPlace({ left: left + clientX - down.clientX, top: top + clientY - down.clientY })
  header.setPointerCapture(down.pointerId)
  header.addEventListener('pointermove', move)
  header.addEventListener('lostpointercapture', () => header.removeEventListener('pointermove', move), { once: true })
}

/** The lines of the chosen way, or a sentence where there are none. */
function Written(props: { head: string; derivation: Derivation; way: Way }) {
  const lab = useLab()
  const words = () => lab.words().lab.derivation
  const lines = () => (props.way === 'computed' ? null : props.derivation[props.way])
  return (
    <Show
      when={props.way === 'computed'}
      fallback={
        <Show when={lines()} fallback={<p class="soft">{words().tooLong}</p>}>
          {(found) => (
            <ol class="blackboard">
              <Index each={found()}>
                {(line, index) => <Line head={index === 0 ? props.head : ''} line={line()} />}
              </Index>
            </ol>
          )}
        </Show>
      }
    >
      <p class="soft">{words().computedNote}</p>
      <Show when={props.derivation.computed} fallback={<p class="soft">{words().tooLong}</p>}>
        {(tex) => (
          <div class="computed">
            <Formula tex={`${props.head} = ${tex()}`} block />
          </div>
        )}
      </Show>
    </Show>
  )
}

/** One line: what it says is equal to the line before, and the rule that made it. */
function Line(props: { head: string; line: DerivationLine }) {
  const lab = useLab()
  return (
    <li>
      <span class="left">
        <Show when={props.head}>
          <Formula tex={`\\displaystyle ${props.head}`} />
        </Show>
      </span>
      <span class="right">
        <Formula tex={`\\displaystyle = ${props.line.tex}`} />
        <span class="rule-note">
          {lab.words().derivation.rules[props.line.rule]}
          <Show when={props.line.law}>
            <Formula tex={props.line.law} />
          </Show>
        </span>
      </span>
    </li>
  )
}

function CopyDerivation(props: { head: string; derivation: Derivation; way: Way }) {
  const lab = useLab()
  const tex = () => {
    const { computed } = props.derivation
    if (props.way === 'computed') return computed === null ? null : `${props.head} = ${computed}`
    const lines = props.derivation[props.way]
    return lines && derivationBlock(props.head, lines, ({ rule }) => lab.words().derivation.rules[rule])
  }
  return (
    <Show when={tex() !== null}>
      <CopyTeX label={lab.words().lab.derivation.copy} tex={() => tex() ?? ''} />
    </Show>
  )
}
