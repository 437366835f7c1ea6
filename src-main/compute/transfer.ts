/**
 * The buffers of all typed arrays in a message made of plain objects and arrays, each once: to be moved to the
 * other thread instead of copied. The sender loses them, so an answer must own its arrays.
 */
export function transferables(message: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  const look = (value: unknown) => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer)
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  look(message)
  return [...found]
}
