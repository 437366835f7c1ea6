/**
 * The text of a field after typing or pasting, or null where it is longer than `most` characters: then the field shows
 * `before` again, and the caret is where it was. Nothing is cut.
 */
export function limited(field: HTMLInputElement | HTMLTextAreaElement, before: string, most: number): string | null {
  const text = field.value
  if (text.length <= most || text.length <= before.length) return text
  const caret = Math.max(0, (field.selectionStart ?? 0) - (text.length - before.length))
  field.value = before
  field.setSelectionRange(caret, caret)
  return null
}
