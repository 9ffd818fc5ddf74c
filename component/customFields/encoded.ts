import type { CustomField } from './fields.ts'

/** What API v2 takes, or why there is no such value. `isStale`: newer definitions may know it. */
export type Encoded =
  { readonly value: unknown } | { readonly problem: string; readonly isStale?: boolean }

export type Encode = (given: unknown, field: CustomField) => Encoded

/** A value from outside as an error shows it. */
export const shown = (given: unknown): string => {
  const text = JSON.stringify(given) ?? String(given)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
export const not = (given: unknown, what: string): Encoded => ({
  problem: `${shown(given)} is not ${what}`,
})

const maxListed = 3

/** The first names of a list: an error may name many fields. */
export const allOf = (names: readonly string[]) => {
  const all = [...new Set(names)].map(name => shown(name))
  const more = all.length - maxListed
  return [...all.slice(0, maxListed), ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

export const list = (names: readonly string[]) => names.map(name => shown(name)).join(' or ')
