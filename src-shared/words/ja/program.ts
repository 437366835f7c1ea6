export const program = {}
