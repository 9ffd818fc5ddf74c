import { type Property, member } from '../../definitions/index.ts'

/**
 * Declared members that did not arrive. In a list it is enough that one of the rows has them, as
 * not every deal has a person.
 */
export const missing = (
  property: Property,
  values: readonly unknown[],
  path = '',
): readonly string[] => {
  const present = values.filter(value => value !== null && value !== undefined)
  if (present.length === 0) return [path || 'output']
  const { properties = {}, items } = property
  const items_ = items ? missing(items, present.flat(), `${path}[]`) : []
  return [
    ...items_,
    ...Object.entries(properties).flatMap(([name, child]) =>
      missing(
        child,
        present.map(value => member(value, name)),
        path ? `${path}.${name}` : name,
      ),
    ),
  ]
}
