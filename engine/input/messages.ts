import type { ActionManifest, PropertyManifest } from '../../definitions/index.ts'

/** An error as ajv reports it. https://ajv.js.org/api.html#error-objects */
export interface SchemaError {
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
}

const kinds: Readonly<Record<string, string>> = {
  integer: 'an integer',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
}

const formats: Readonly<Record<string, string>> = {
  date: 'a date',
  'date-time': 'a date with a time, such as 2026-12-31T23:59:59Z',
  'iso-time': 'a time, such as 23:59:59',
}

/** What is wrong with a value, in the words of the form. */
export const validationMessage = (
  { keyword, params, message = 'is wrong' }: SchemaError,
  value: unknown,
  property: PropertyManifest | undefined,
): string => {
  const shown = show(value)
  if (value === '' && property?.nullable) return 'is empty; give null to clear it'
  if (keyword === 'type') {
    if (value === null)
      return property?.name !== undefined && !property.required
        ? 'can’t be cleared: Pipedrive doesn’t allow it'
        : 'is required'
    const [type = ''] = [params['type']].flat().map(String)
    return `${shown} is not ${kinds[type] ?? type}${type === 'array' ? shapeOf(property) : ''}`
  }
  if (keyword === 'enum')
    return `${shown} is not one of ${(property?.options ?? []).map(({ value }) => value).join(', ')}`
  if (keyword === 'pattern')
    return `${shown} is not ${property?.patternMessage ?? 'of the right form'}`
  if (keyword === 'format' && value === '')
    return `is empty; leave it out, or give ${formats[String(params['format'])]}`
  if (keyword === 'format') return `${shown} is not ${formats[String(params['format'])]}`
  if (keyword === 'minimum') return `${shown} is less than ${String(params['limit'])}`
  if (keyword === 'maximum') return `${shown} is more than ${String(params['limit'])}`
  if (keyword === 'minLength')
    return value === ''
      ? 'is empty'
      : `${shown} is too short: at least ${String(params['limit'])} characters`
  if (keyword === 'maxLength')
    return `${shown} is too long: at most ${String(params['limit'])} characters`
  return `${shown} ${message}`
}

/** Of a list of objects, by the member that an entry is of little use without. */
const shapeOf = (property: PropertyManifest | undefined): string => {
  const members = property?.items?.[0]?.properties ?? []
  const { name } = members.find(({ required }) => required === true) ?? members[0] ?? {}
  return name === undefined ? '' : `, such as [{"${name}": …}]`
}

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** The property at a path such as `person.email[0].value`. */
export const propertyAt = (
  { properties }: Pick<ActionManifest, 'properties'>,
  path: string,
): PropertyManifest | undefined => {
  let here: PropertyManifest | undefined = { type: 'OBJECT', controlType: 'TEXT', properties }
  for (const [, name, index] of path.matchAll(/([^.[\]]+)|\[(\d+)\]/g))
    here =
      /^\d+$/.test(name ?? '') || index !== undefined
        ? here?.items?.[0]
        : here?.properties?.find(property => property.name === name)
  return here
}
