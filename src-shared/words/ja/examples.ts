export const examples = {}
