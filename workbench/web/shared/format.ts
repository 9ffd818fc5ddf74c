const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** Today's times without the date. */
export const time = (at: number): string => {
  const date = new Date(at)
  // What is stored of it is damaged.
  if (Number.isNaN(date.getTime())) return 'no time'
  const isToday = date.toDateString() === new Date().toDateString()
  return (isToday ? clock : day).format(date)
}

export const duration = (ms: number): string =>
  ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(ms < 10_000 ? 1 : 0)} s`

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString()} ${number === 1 ? one : many}`

/** A problem that begins in the middle of a sentence, as it stands by itself. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
