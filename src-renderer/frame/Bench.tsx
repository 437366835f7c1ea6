import type { Layout } from '@shared/bridge'
import type { Tab } from '@shared/experiment/experiment'
import { FormulaError } from '@shared/language/error'
import PanelLeftClose from 'lucide-solid/icons/panel-left-close'
import PanelLeftOpen from 'lucide-solid/icons/panel-left-open'
import { createEffect, createMemo, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { useLab } from '../lab/lab'
import { Heading } from '../presentation/Heading'
import { Inspector, type InspectorTab } from './Inspector'
import { PartOfWindow } from './part'
import { createRoom } from './room'
import { Splitter } from './Splitter'

/** Least sizes of what the splitters divide, and the most of the left column, in CSS pixels. */
const least = { left: 220, beside: 300, top: 140, below: 150 }
const mostLeft = 420
/** Widths of the gaps between the parts and of the folded column, in CSS pixels. */
const [gap, rail] = [10, 44]

type Large = 'hero' | 'companion' | 'inspector'

/**
 * A tab of the window in its parts, the same in every tab: a column of its own at the left, the hero, its companion above
 * the inspector, the dock. Splitters between them; hero and companion change places; each can have all the room.
 */
export function Bench(props: {
  tab: Tab
  /** Undefined: there is no column at the left. */
  leftTitle?: string | undefined
  /** Beside that title. */
  leftHeading?: JSX.Element
  left?: JSX.Element
  /** What is left of the column when it is folded. */
  rail?: JSX.Element
  hero: JSX.Element
  /** Undefined: there is no companion now. */
  companionTitle?: string | undefined
  companion?: JSX.Element
  inspector: readonly InspectorTab[]
  /** What of the column at the left is a tab of the inspector while the column is folded. */
  insteadOfLeft?: InspectorTab
  onInspect?: (id: string) => void
  /** What a presentation tells below f, in one line. */
  subtitle: () => JSX.Element
  /** Beside f. */
  aside?: () => JSX.Element
  /** `isFolded`: the column at the left is, and what is needed of it may stand here. */
  dock: (isFolded: () => boolean) => JSX.Element
  /** What companion and inspector have of the width, and the companion of the height, unless the splitters were moved. */
  usual: { readonly right: number; readonly rightOfLarge: number; readonly top: number }
}) {
  const lab = useLab()
  const words = () => lab.words().frame
  const room = createRoom()
  const isPresented = lab.presentation.isOn
  const isNarrow = () => room.isNarrow() && !isPresented()
  const [enlarged, setLarge] = createSignal<Large | null>(null)
  /** The part that has all the room; in a presentation the one that is shown alone. */
  const large = () => {
    const shown = lab.presentation.shown()
    if (isPresented()) return shown === 'both' ? null : hasCompanion() ? shown : 'hero'
    const wanted = enlarged()
    return wanted && placeOf(wanted)
  }
  /** While a splitter is held. */
  const [held, hold] = createSignal<Layout>({})
  const layout = createMemo((): Layout => ({ ...lab.layout(props.tab), ...held() }))
  const isFolded = () => layout().isFolded ?? isNarrow()
  const left = () => layout().left ?? (room.panes() > 1 ? 300 : 264)
  const right = () => layout().right ?? (room.panes() > 1 ? props.usual.rightOfLarge : props.usual.right)
  const top = () => layout().top ?? props.usual.top
  const move = (changes: Layout, isDone: boolean) => {
    hold(isDone ? {} : changes)
    if (isDone) lab.arrange(props.tab, changes)
  }
  const hasCompanion = () => props.companionTitle !== undefined
  const isBeside = () => hasCompanion() && !isNarrow()
  const swap = () => (isBeside() ? () => lab.arrange(props.tab, { isSwapped: !(layout().isSwapped ?? false) }) : null)
  /** In a narrow window the companion is in a tab of the inspector. */
  const placeOf = (which: Large) => (which === 'companion' && isNarrow() ? 'inspector' : which)
  const partOf = (which: Large) => ({
    isLarge: () => large() === placeOf(which),
    enlarge: (isLarge: boolean) => setLarge(isLarge ? which : null),
    swap: which === 'inspector' ? () => null : swap
  })
  // With a function that has none, the other parts would stay without their room.
  createEffect(() => enlarged() === 'companion' && !hasCompanion() && setLarge(null))
  // The same element beside the hero and among the inspector's tabs: a surface that is made anew takes long.
  const companion = createMemo(() => (
    <Show when={hasCompanion()}>
      <PartOfWindow class="companion" part={partOf('companion')}>
        {props.companion}
      </PartOfWindow>
    </Show>
  ))
  const tabs = createMemo((): readonly InspectorTab[] => {
    const { companionTitle: label, insteadOfLeft } = props
    const inspector = insteadOfLeft && isFolded() ? [...props.inspector, insteadOfLeft] : props.inspector
    if (label === undefined || !isNarrow()) return inspector
    const [first, ...rest] = inspector
    const tab = { id: 'companion', label, content: companion }
    return first ? [first, tab, ...rest] : [tab]
  })
  createEffect(() => {
    if (enlarged() !== null && !isPresented()) shrinkByEscape(() => setLarge(null))
  })
  let bench!: HTMLDivElement
  /** Its splitter tells the width of the column as a share of the window's. */
  const roomOfLeft = () => ({ size: window.innerWidth, least: least.left, most: mostLeft })
  /** The width that the left column leaves. */
  const roomBeside = () => {
    const taken = props.leftTitle === undefined ? 0 : (isFolded() ? rail : left()) + gap
    const size = bench.getBoundingClientRect().width - taken
    return { size, least: least.beside, most: size - least.beside }
  }
  const roomOfHeight = () => {
    const size = bench.getBoundingClientRect().height
    return { size, least: least.top, most: size - least.below }
  }
  return (
    <>
      <Show when={isPresented()}>
        <Heading subtitle={props.subtitle()} aside={props.aside?.()} />
      </Show>
      <div
        ref={bench}
        class="bench"
        classList={{
          'with-left': props.leftTitle !== undefined,
          folded: isFolded(),
          broken: lab.formula() instanceof FormulaError,
          'with-companion': isBeside(),
          swapped: isBeside() && (layout().isSwapped ?? false)
        }}
        data-large={large() ?? undefined}
        data-shown={isPresented() ? lab.presentation.shown() : undefined}
        style={{
          '--gap': `${gap}px`,
          '--rail': `${rail}px`,
          '--left': `${left()}px`,
          '--right': right(),
          '--top': top(),
          '--least-beside': `${least.beside}px`,
          '--least-top': `${least.top}px`,
          '--least-below': `${least.below}px`
        }}
      >
        <Show when={props.leftTitle !== undefined}>
          <aside class="column card" aria-label={props.leftTitle}>
            <Show
              when={!isFolded()}
              fallback={
                <>
                  <IconButton label={words().unfold} onClick={() => lab.arrange(props.tab, { isFolded: false })}>
                    <PanelLeftOpen size={16} />
                  </IconButton>
                  {props.rail}
                </>
              }
            >
              <h2>
                <span>{props.leftTitle}</span>
                {props.leftHeading}
                <IconButton label={words().fold} onClick={() => lab.arrange(props.tab, { isFolded: true })}>
                  <PanelLeftClose size={14} />
                </IconButton>
              </h2>
              {props.left}
            </Show>
          </aside>
          <Show when={!isFolded()}>
            <Splitter
              class="split-left"
              label={words().splitLeft}
              orientation="vertical"
              share={left() / window.innerWidth}
              room={roomOfLeft}
              onMove={(share, isDone) => move({ left: Math.round(share * window.innerWidth) }, isDone)}
              onReset={() => lab.arrange(props.tab, { left: undefined })}
            />
          </Show>
        </Show>
        <PartOfWindow class="hero" part={partOf('hero')}>
          {props.hero}
        </PartOfWindow>
        <Splitter
          class="split-right"
          label={words().splitRight}
          orientation="vertical"
          isAfter
          share={right()}
          room={roomBeside}
          onMove={(share, isDone) => move({ right: share }, isDone)}
          onReset={() => lab.arrange(props.tab, { right: undefined })}
        />
        <Show when={isBeside()}>
          {companion()}
          <Splitter
            class="split-top"
            label={words().splitTop}
            orientation="horizontal"
            share={top()}
            room={roomOfHeight}
            onMove={(share, isDone) => move({ top: share }, isDone)}
            onReset={() => lab.arrange(props.tab, { top: undefined })}
          />
        </Show>
        <PartOfWindow class="inspector" part={partOf('inspector')}>
          <Inspector label={words().inspector} tabs={tabs()} panes={room.panes()} onChoose={props.onInspect} />
        </PartOfWindow>
      </div>
      <footer class="dock">{props.dock(isFolded)}</footer>
    </>
  )
}

/** Escape gives the other parts their room back, unless something above the page is to be closed by it. */
function shrinkByEscape(shrink: () => void): void {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    if (event.target instanceof Element && event.target.closest('[role="menu"], [role="dialog"], .cm-editor')) return
    shrink()
  }
  document.addEventListener('keydown', press)
  onCleanup(() => document.removeEventListener('keydown', press))
}
