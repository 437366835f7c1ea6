/** TeX without colours and bold letters: what is read. */
export const plainTeX = (tex: string): string =>
  tex.replace(/\\(?:htmlClass\{[\w-]+\}|mathbf)\{((?:[^{}]|\{[^{}]*\})*)\}/g, '$1')
