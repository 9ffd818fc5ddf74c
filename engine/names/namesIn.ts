import {
  isRecord,
  type NameLookup,
  type OptionsDataSource,
  type Properties,
  type Property,
} from '../../definitions/index.ts'

/** A list whose values can be found by name. */
export interface NamedSource extends OptionsDataSource<unknown> {
  readonly byName: NameLookup<unknown>
}

/** Where something stands in an input. */
export interface Place {
  /** As people write it, such as `deal.person_id`. */
  readonly path: string
  readonly keys: readonly (string | number)[]
}

/** A text in an input where an id is wanted. */
export interface GivenName extends Place {
  readonly text: string
  readonly source: NamedSource
  /** What the form calls it. */
  readonly label: string
}

/** A name is a short text. */
const maxLength = 300

const top: Place = { path: '', keys: [] }

export const namesIn = (
  properties: Properties,
  value: unknown,
  place: Place = top,
): readonly GivenName[] =>
  isRecord(value)
    ? Object.entries(properties).flatMap(([name, property]) =>
        namesWithin(property, value[name], below(place, name)),
      )
    : []

const below = ({ path, keys }: Place, key: string | number): Place => {
  const name = typeof key === 'number' ? `[${key}]` : path ? `.${key}` : key
  return { path: path + name, keys: [...keys, key] }
}

/** Those in the value of a property. */
export const namesWithin = (
  property: Property,
  value: unknown,
  place: Place,
  { label = '' }: Property = property,
): readonly GivenName[] => {
  const { items, properties = {}, optionsDataSource: source } = property
  if (Array.isArray(value)) {
    const item = items && (source ? { optionsDataSource: source, ...items } : items)
    return item
      ? value.flatMap((one, at) => namesWithin(item, one, below(place, at), property))
      : []
  }
  if (typeof value !== 'string') return namesIn(properties, value, place)
  return source && isNamed(source) && isName(source, value)
    ? [{ ...place, text: value, source, label }]
    : []
}

const isNamed = (source: OptionsDataSource<unknown>): source is NamedSource =>
  source.byName !== undefined

/** It is not empty, and no number, which is an id in any case. */
export const isText = (text: string): boolean => text.trim() !== '' && Number.isNaN(Number(text))

const isName = ({ byName }: NamedSource, text: string): boolean =>
  isText(text) && text.length <= maxLength && byName.isValue?.(text) !== true

/** The same input with another value in this place. */
export const withValue = (
  input: unknown,
  [key, ...rest]: readonly (string | number)[],
  value: unknown,
): unknown => {
  if (key === undefined) return value
  if (Array.isArray(input))
    return input.map((one: unknown, at) => (at === key ? withValue(one, rest, value) : one))
  return isRecord(input) ? { ...input, [key]: withValue(input[key], rest, value) } : input
}
