/** Where an answer's shape is not that of an example. */
export interface Difference {
  readonly path: string
  readonly problem: string
}

const typeOf = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeOf(value) === 'object'

/** Keys that are data and not shape: custom fields, the old values, errors by field. */
const free = new Set(['custom_fields', 'previous', 'statuses'])

/**
 * The example's keys must be there with its types. Null matches everything: what may be unset is
 * shown set in one place and null in the other. Of lists, the first elements are compared.
 */
export const compare = (example: unknown, answer: unknown, path = '$'): readonly Difference[] => {
  const [expected, got] = [typeOf(example), typeOf(answer)]
  if (expected === 'null' || got === 'null') return []
  if (expected !== got) return [{ path, problem: `${expected} in the example, ${got} here` }]
  if (Array.isArray(example) && Array.isArray(answer)) {
    if (example.length === 0 || answer.length === 0) return []
    return compare(example[0], answer[0], `${path}[0]`)
  }
  if (!isObject(example) || !isObject(answer)) return []
  return Object.entries(example).flatMap(([key, value]) => {
    const inner = `${path}.${key}`
    if (!Object.hasOwn(answer, key)) return [{ path: inner, problem: 'missing' }]
    return free.has(key) ? [] : compare(value, answer[key], inner)
  })
}
