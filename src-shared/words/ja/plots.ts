/** Texts drawn into pictures. */
export const plots = {}
