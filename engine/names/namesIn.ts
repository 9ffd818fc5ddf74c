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

/** A text in an input where an id is wanted. */
export interface GivenName {
  readonly path: string
  readonly text: string
  readonly source: NamedSource
  /** What the form calls it. */
  readonly label: string
}

/** A name is a short text; what can be read as a number is an id in any case. */
const maxLength = 300

export const namesIn = (properties: Properties, value: unknown, parent = ''): GivenName[] =>
  isRecord(value)
    ? Object.entries(properties).flatMap(([name, property]) =>
        within(property, value[name], parent ? `${parent}.${name}` : name, property),
      )
    : []

const within = (
  property: Property,
  value: unknown,
  path: string,
  { label = '' }: Property,
): GivenName[] => {
  const { items, properties = {}, optionsDataSource } = property
  if (Array.isArray(value)) {
    const item = items && (optionsDataSource ? { optionsDataSource, ...items } : items)
    return item ? value.flatMap((one, at) => within(item, one, `${path}[${at}]`, property)) : []
  }
  if (typeof value !== 'string') return namesIn(properties, value, path)
  const source = optionsDataSource
  return source && isNamed(source) && isName(source, value)
    ? [{ path, text: value, source, label }]
    : []
}

const isNamed = (source: OptionsDataSource<unknown>): source is NamedSource =>
  source.byName !== undefined

const isName = ({ byName }: NamedSource, text: string): boolean =>
  text.trim() !== '' &&
  text.length <= maxLength &&
  Number.isNaN(Number(text)) &&
  byName.isValue?.(text) !== true

/** The same input with these values at these paths. */
export const withValues = (
  value: unknown,
  values: ReadonlyMap<string, unknown>,
  path = '',
): unknown => {
  if (values.has(path)) return values.get(path)
  if (Array.isArray(value)) return value.map((one, at) => withValues(one, values, `${path}[${at}]`))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      withValues(member, values, path ? `${path}.${name}` : name),
    ]),
  )
}
