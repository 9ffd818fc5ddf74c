import { invalid } from './errors.ts'

/** How one query parameter is read; everything arrives as text. */
export interface Param<T> {
  readonly required?: true
  /** True where it may be repeated, which is the same as commas between the values. */
  readonly repeatable?: true
  parse(text: string, name: string): T
}
export type QuerySpec = Readonly<Record<string, Param<unknown>>>
export type Query<Q extends QuerySpec> = {
  readonly [K in keyof Q]?: Q[K] extends Param<infer T> ? T : never
}

const param = <T>(parse: (text: string, name: string) => T): Param<T> => ({ parse })

export const text = param(value => value)
export const filled = param((value, name) => {
  if (value.trim() === '') throw invalid(`${name} must not be empty`)
  return value
})
export const integer = param((value, name) => {
  const number = Number(value)
  if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(number))
    throw invalid(`${name} must be an integer`)
  return number
})
export const between = (minimum: number, maximum: number) =>
  param((value, name) => {
    const number = integer.parse(value, name)
    if (number < minimum || number > maximum)
      throw invalid(`${name} must be between ${minimum} and ${maximum}`)
    return number
  })
export const boolean = param((value, name) => {
  if (value === 'true' || value === '1') return true
  if (value === 'false' || value === '0') return false
  throw invalid(`${name} must be a boolean`)
})
export const oneOf = <const T extends string>(values: readonly T[]) =>
  param((value, name) => {
    const found = values.find(known => known === value)
    if (found === undefined) throw invalid(`${name} must be one of [${values.join(', ')}]`)
    return found
  })
export const csvOf = <const T extends string>(values: readonly T[]) =>
  param((value, name) => value.split(',').map(part => oneOf(values).parse(part.trim(), name)))
export const csv = (most: number) =>
  param((value, name) => {
    const parts = value.split(',').map(part => part.trim())
    if (parts.length > most) throw invalid(`${name} must hold at most ${most} values`)
    return parts
  })
/** At most 100 ids. */
export const ids = param((value, name) =>
  csv(100)
    .parse(value, name)
    .map(part => integer.parse(part, name)),
)
export const repeatableIds = { ...ids, repeatable: true as const }
/** RFC 3339 in whole seconds; Pipedrive refuses milliseconds. */
export const time = param((value, name) => {
  const parsed = Date.parse(value)
  const calendar = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.exec(value)?.[1]
  if (calendar === undefined || Number.isNaN(parsed) || !isDay(calendar))
    throw invalid(`${name} is not a valid datetime`)
  return parsed
})
export const required = <T>(inner: Param<T>) => ({ ...inner, required: true as const })

export const isDay = (value: string) => {
  const parsed = Date.parse(`${value}T00:00:00Z`)
  return (
    /^\d{4}-/.test(value) &&
    !Number.isNaN(parsed) &&
    new Date(parsed).toISOString().startsWith(value)
  )
}

export const parseQuery = (spec: QuerySpec, raw: Readonly<Record<string, unknown>>) => {
  const parsed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(raw)) {
    const reader = Object.hasOwn(spec, name) ? spec[name] : undefined
    if (!reader) throw invalid(`${name} is not allowed`)
    const text = reader.repeatable && Array.isArray(value) ? value.join(',') : value
    if (typeof text !== 'string') throw invalid(`${name} must be given once`)
    parsed[name] = reader.parse(text, name)
  }
  for (const [name, reader] of Object.entries(spec))
    if (reader.required && parsed[name] === undefined) throw invalid(`${name} is required`)
  return parsed
}
