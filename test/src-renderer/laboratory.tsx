import { blank } from '@shared/experiment/edit'
import { exampleNamed } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import type { JSX } from 'solid-js'
import { render } from 'solid-js/web'
import { expect, vi } from 'vitest'
import type { DocumentFile } from '../../src-renderer/file/document-file'
import { createLab, type Lab, LabProvider } from '../../src-renderer/lab/lab'
import { createScene, type Scene } from '../../src-renderer/scene/scene'
import { bridge, surroundings } from '../support/bridge'

let dispose = () => {}
/** Takes away what the last test has rendered. */
export function leaveLaboratory(): void {
  dispose()
  document.body.innerHTML = ''
}

/** Renders a part of the window around an experiment, with the core behind it. English unless told. */
export function inLaboratory(
  part: (scene: Scene, lab: Lab) => JSX.Element,
  experiment: Experiment = blank(),
  language: 'en' | 'ja' = 'en',
  ask: typeof bridge.ask = bridge.ask
): { readonly lab: Lab; readonly scene: Scene } {
  const made: { lab: Lab; scene: Scene }[] = []
  dispose = render(() => {
    const lab = createLab(experiment, {
      ...surroundings,
      preferences: { language, theme: 'light', welcome: true, layouts: {} }
    })
    const scene = createScene(lab, ask)
    made.push({ lab, scene })
    return <LabProvider value={lab}>{part(scene, lab)}</LabProvider>
  }, document.body)
  return made[0] as { lab: Lab; scene: Scene }
}

export function experimentNamed(id: string): Experiment {
  const example = exampleNamed(id)
  if (!example) throw new Error(`There is no example ${id}`)
  return example.experiment
}

/** What a screen reader calls an element first: its label, or its text; of a button that says what is set, what for. */
const nameOf = (element: Element) =>
  element.getAttribute('aria-label') ??
  element.querySelector(':scope > .sr-only:first-child')?.textContent?.trim() ??
  element.textContent?.trim() ??
  ''

/** All elements that `selector` finds and a screen reader calls `name`, in their order on the page. */
export const allNamed = <Kind extends Element = HTMLElement>(selector: string, name: string): readonly Kind[] =>
  [...document.querySelectorAll<Kind>(selector)].filter((element) => nameOf(element) === name)

/** The first of them; fails, naming those there are, if there is none. */
export function named<Kind extends Element = HTMLElement>(selector: string, name: string): Kind {
  const [found] = allNamed<Kind>(selector, name)
  if (found) return found
  const names = [...document.querySelectorAll(selector)].map(nameOf)
  throw new Error(`No ${selector} is called “${name}”. There are: ${names.join(' · ')}`)
}

/** What opens and saves files, in a test that does neither. */
export const noFile = {
  replace: vi.fn<DocumentFile['replace']>(async () => {})
} as unknown as DocumentFile

/** Opens the sheet behind the button of this name, and waits for it. */
export async function openSheet(name: string): Promise<void> {
  button(name).click()
  await soon(() => expect(document.querySelector('.popover')).not.toBeNull())
}

export const button = (name: string) => named<HTMLButtonElement>('button', name)
export const field = (name: string) => named<HTMLInputElement>('input[type="text"]', name)
export const slider = (name: string) => named<HTMLInputElement>('input[type="range"]', name)

/** Types into a field, in place of what was there. */
export function type(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Chooses a row of a drop-down list by its value. */
export function choose(list: HTMLSelectElement, value: string): void {
  list.value = value
  list.dispatchEvent(new Event('change', { bubbles: true }))
}

/** The sentences that alert the person. */
export const alerts = (): readonly string[] =>
  [...document.querySelectorAll('[role="alert"]')].map((alert) => alert.textContent ?? '')

/** Waits until what is expected holds: answers take a moment. */
export const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 10_000, interval: 5 })

/** Waits until the page shows this text somewhere. */
export const shows = (text: string | RegExp) =>
  soon(() => {
    const shown = document.body.textContent ?? ''
    const isThere = typeof text === 'string' ? shown.includes(text) : text.test(shown)
    expect(isThere, `The page shows ${text}`).toBe(true)
  })
