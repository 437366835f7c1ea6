/** Maximum line length of the script in columns, somewhat above the 79 of PEP 8. */
const width = 100

/** `before` + `expression`, in brackets over several lines where one would be too long. */
export function wrapped(before: string, expression: string, indent: string): readonly string[] {
  const single = `${indent}${before}${expression}`
  if (single.length <= width) return [single]
  return [`${indent}${before}(`, ...filled(expression, `${indent}    `), `${indent})`]
}

/** `before` + an array of the expressions, one a line where they do not fit on one. */
export function arrayLines(before: string, expressions: readonly string[], indent: string): readonly string[] {
  const single = `${indent}${before}np.array([${expressions.join(', ')}])`
  if (single.length <= width) return [single]
  const inner = `${indent}    `
  const isShort = expressions.every((expression) => expression.length <= 12)
  const rows = isShort
    ? filled(`${expressions.join(', ')},`, inner)
    : expressions.flatMap((expression) => filled(`${expression},`, inner))
  return [`${indent}${before}np.array([`, ...rows, `${indent}])`]
}

/** The text broken at its spaces. For use within brackets or a multi-line string, where Python allows it. */
export function filled(text: string, indent: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, indent + line]
}
