/** Bytes of UTF-8: leaves room for an ending within the 255 that file systems allow. */
const most = 200

/** Separators, what Windows forbids, control characters, and characters that turn the reading direction or cannot be seen. */
const forbidden = /[/\\<>:"|?*\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\ufeff]+/gu

/** Windows keeps these for devices, whatever ending follows. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\.|$)/i

/**
 * A title made into the name of a file that every system accepts, without ending: at most 200 bytes of UTF-8, cut
 * between characters as the reader sees them. `untitled` stands in where nothing is left of the title.
 */
export function safeFileName(title: string, untitled = 'experiment'): string {
  const visible = trimmed(title.normalize('NFC').replace(forbidden, ' ').replace(/\s+/gu, ' '))
  return trimmed(shortened(reserved.test(visible) ? `_${visible}` : visible)) || untitled
}

/** A leading dot would hide the file; Windows drops dots and spaces at the end. */
const trimmed = (name: string) => name.replace(/^[\s.]+|[\s.]+$/gu, '')

function shortened(name: string): string {
  let length = 0
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    length += Buffer.byteLength(segment)
    if (length > most) break
    kept += segment
  }
  return kept
}
