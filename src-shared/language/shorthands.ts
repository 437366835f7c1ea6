/**
 * Spellings of operations that the language writes in another way: parsed as `formula` with the arguments substituted.
 */
export interface Shorthand {
  readonly name: string
  readonly aliases: readonly string[]
  readonly parameters: readonly string[]
  readonly formula: string
}

/** Most of them are NumPy's. An argument that occurs twice in a formula is computed once. */
export const shorthands: readonly Shorthand[] = [
  { name: 'pow', aliases: ['power', 'float_power'], parameters: ['a', 'b'], formula: 'a^b' },
  { name: 'square', aliases: [], parameters: ['a'], formula: 'a^2' },
  { name: 'reciprocal', aliases: [], parameters: ['a'], formula: '1/a' },
  { name: 'add', aliases: [], parameters: ['a', 'b'], formula: 'a + b' },
  { name: 'subtract', aliases: [], parameters: ['a', 'b'], formula: 'a - b' },
  { name: 'multiply', aliases: [], parameters: ['a', 'b'], formula: 'a*b' },
  { name: 'divide', aliases: ['true_divide'], parameters: ['a', 'b'], formula: 'a/b' },
  { name: 'negative', aliases: [], parameters: ['a'], formula: '-a' },
  { name: 'exp2', aliases: [], parameters: ['a'], formula: '2^a' },
  { name: 'normalizedsinc', aliases: [], parameters: ['a'], formula: 'sinc(pi*a)' },
  { name: 'radians', aliases: ['deg2rad'], parameters: ['a'], formula: 'a*pi/180' },
  { name: 'degrees', aliases: ['rad2deg'], parameters: ['a'], formula: 'a*180/pi' },
  { name: 'clip', aliases: ['clamp'], parameters: ['a', 'b', 'c'], formula: 'min(max(a, b), c)' },
  { name: 'heaviside', aliases: [], parameters: ['a', 'b'], formula: 'piecewise(a < 0, 0, a > 0, 1, b)' },
  { name: 'trunc', aliases: ['fix'], parameters: ['a'], formula: 'sign(a)*floor(abs(a))' },
  { name: 'fmod', aliases: [], parameters: ['a', 'b'], formula: 'sign(a)*mod(abs(a), abs(b))' },
  { name: 'floor_divide', aliases: [], parameters: ['a', 'b'], formula: 'floor(a/b)' }
]
