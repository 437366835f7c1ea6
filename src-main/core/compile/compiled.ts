/**
 * The outputs of a graph as a function: reads `graph.inputs` numbers, writes one number per output. Both arrays may be
 * the same, because all input is read first.
 */
export type Compiled = (input: Float64Array, output: Float64Array) => void
