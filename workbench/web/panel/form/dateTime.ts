import type { PropertyManifest } from '../../../../definitions/index.ts'

/** The inputs that browsers have for dates and times. */
export const inputTypes = { DATE: 'date', DATE_TIME: 'datetime-local', TIME: 'time' } as const

type DateTimeType = keyof typeof inputTypes

export const dateTimeType = ({ type }: Pick<PropertyManifest, 'type'>): DateTimeType =>
  type === 'DATE_TIME' || type === 'TIME' ? type : 'DATE'

const forms = {
  DATE: /^\d{4}-\d\d-\d\d$/,
  DATE_TIME: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  TIME: /^\d\d:\d\d(:\d\d)?$/,
}

/** What the browser's input is to show; undefined for a value that it can't. */
export const toInputValue = (type: DateTimeType, value: unknown): string | undefined => {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value !== 'string' || !forms[type].test(value)) return undefined
  return type === 'DATE_TIME' ? inLocalTime(value) : value
}

/** From what the browser gives; undefined when the input is empty. Moments are kept in UTC. */
export const fromInputValue = (type: DateTimeType, text: string): string | undefined => {
  if (text === '') return undefined
  if (type === 'TIME') return text.length === 5 ? `${text}:00` : text
  if (type === 'DATE') return text
  return new Date(text).toISOString().replace('.000Z', 'Z')
}

const inLocalTime = (value: string): string | undefined => {
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) return undefined
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19)
}
