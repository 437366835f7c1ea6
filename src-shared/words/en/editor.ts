/** The formula editor: corrections it offers, what it completes and explains. */
export const editor = {
  repairs: {
    label: 'Possible corrections',
    write: (text: string) => `Write ${text}`,
    add: (text: string) => `Add ${text}`,
    leaveOut: (text: string) => `Leave out ${text}`
  },
  variable: 'variable',
  parameter: 'parameter, a constant with a slider',
  letter: 'Greek letter',
  constants: { pi: 'the number π', e: 'Euler’s number' },
  /** What TeX commands stand for. */
  tex: {
    frac: 'fraction',
    sqrt: 'square root',
    cdot: 'product',
    times: 'product',
    div: 'quotient',
    left: 'brackets',
    lvert: 'absolute value'
  },
  /** What is said of a name under the pointer. */
  range: (values: { min: string; max: string }) => `Range: ${values.min} … ${values.max}`,
  value: (values: { value: string }) => `Value: ${values.value}`,
  defined: 'Defined where',
  aliases: (values: { names: string }) => `Also written ${values.names}`
}
