/** Where a field is, as people write it: `runs[1].settings.lr`. Very long keys are shortened. */
export function fieldPath(keys: readonly unknown[], root = ''): string {
  return (root + keys.map(step).join('')).replace(/^\./, '')
}

function step(key: unknown): string {
  if (typeof key === 'number') return `[${key}]`
  const text = `${key}`
  return /^\w{1,40}$/.test(text) ? `.${text}` : `[${JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)}]`
}
