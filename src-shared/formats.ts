/** What can be exported, in the order it is offered, with the ending of its file. */
export const endings = { picture: 'png', animation: 'gif', table: 'csv', python: 'py' } as const

export type Format = keyof typeof endings

export const formats = Object.keys(endings) as readonly Format[]
