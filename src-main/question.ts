import { type BrowserWindow, dialog } from 'electron'

/**
 * Asks in a native dialog. `choices`: labels by what they mean, in order; the last one is also what closing the dialog
 * means. An ampersand in a label stands before the letter that presses the button.
 */
export async function question<Choice extends string>(
  window: BrowserWindow,
  asked: {
    readonly type: 'question' | 'warning'
    readonly message: string
    readonly detail: string
    readonly choices: Readonly<Record<Choice, string>>
    /** What the Enter key means. */
    readonly usual: NoInfer<Choice>
  }
): Promise<Choice> {
  const { choices, usual, ...texts } = asked
  const names = Object.keys(choices) as Choice[]
  const cancel = names.length - 1
  const { response } = await dialog.showMessageBox(window, {
    ...texts,
    buttons: names.map((name) => choices[name]),
    defaultId: names.indexOf(usual),
    cancelId: cancel,
    noLink: true,
    // Each system marks the letter in its own way, or has no such letters; as they are, some would show ampersands.
    normalizeAccessKeys: true
  })
  return names[response] ?? (names[cancel] as Choice)
}
