/** Texts of the window. */
export const lab = {}
