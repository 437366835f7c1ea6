/**
 * Outputs of a graph made callable: reads `graph.inputs` numbers, writes one number per output. May read and write the
 * same array: all of the input is read first.
 */
export type Compiled = (input: Float64Array, output: Float64Array) => void
