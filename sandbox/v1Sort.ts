import { refused } from './errors.ts'

export interface Order {
  readonly field: string
  readonly sign: 1 | -1
}

/** `title ASC, add_time DESC`: fields and directions, as older v1 lists are sorted. */
export const parseSort = (
  sort: string | undefined,
  sortable: readonly string[],
): readonly Order[] =>
  (sort ?? '')
    .split(',')
    .filter(part => sort !== undefined || part !== '')
    .map(part => {
      const [field = '', direction = 'ASC', ...rest] = part.trim().split(/\s+/)
      if (!sortable.includes(field) || rest.length > 0 || !/^(asc|desc)$/i.test(direction))
        throw refused(`sort: ${part.trim()} is not a field and a direction`)
      return { field, sign: direction.toUpperCase() === 'DESC' ? -1 : 1 }
    })

const valueOf = (row: object, field: string): string | number | boolean => {
  const value: unknown = Reflect.get(row, field)
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string'
    ? value
    : ''
}

/** Compares two rows by several fields in turn. */
export const comparing = (orders: readonly Order[]) => (a: object, b: object) => {
  for (const { field, sign } of orders) {
    const [left, right] = [valueOf(a, field), valueOf(b, field)]
    if (left !== right) return left < right ? -sign : sign
  }
  return 0
}
