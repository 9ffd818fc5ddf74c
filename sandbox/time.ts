/** v2: whole seconds, as in `2025-01-01T10:20:00Z`. */
export const seconds = (time: number) => new Date(time).toISOString().slice(0, 19) + 'Z'
/** Leads and webhook envelopes: with milliseconds. */
export const milliseconds = (time: number) => new Date(time).toISOString()
/** Older v1 objects: `2025-01-01 10:20:00`. */
export const plain = (time: number) => seconds(time).slice(0, 19).replace('T', ' ')
export const day = (time: number) => seconds(time).slice(0, 10)

export const minute = 60_000
export const hour = 60 * minute
export const oneDay = 24 * hour
