import type { CustomField } from './fields.ts'

/**
 * What each field is called, by its key. Of several with one name, the first keeps it; the others
 * have the beginning of their key behind it, which stays the same whatever is added.
 */
export const uniqueNames = (fields: readonly CustomField[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const own = new Set(fields.map(({ field_name }) => field_name))
  for (const { field_name: name, field_code: key } of fields) {
    const short = `${name} (${key.slice(0, 6)})`
    const unique = [name, ...(own.has(short) ? [] : [short])].find(one => !taken.has(one))
    const given = unique ?? `${name} (${key})`
    taken.add(given)
    names.set(key, given)
  }
  return names
}
