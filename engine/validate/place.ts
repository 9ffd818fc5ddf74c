import type { SchemaError } from '../input/messages.ts'

/** Where a value stands, and the schema it is held against, both as JSON pointers. */
export interface Place {
  readonly instance: string
  readonly schema: string
}
export type Errors = readonly SchemaError[]

export const root: Place = { instance: '', schema: '#' }

export const memberPlace = ({ instance, schema }: Place, name: string): Place => ({
  instance: `${instance}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  schema: `${schema}/properties/${name}`,
})

export const failed = (
  { instance, schema }: Place,
  keyword: string,
  params: SchemaError['params'],
  message: string,
): SchemaError => ({
  instancePath: instance,
  schemaPath: `${schema}/${keyword}`,
  keyword,
  params,
  message: `must ${message}`,
})

/** A text that is too short or too long. */
export const lengthError = (place: Place, keyword: string, than: string, limit: number) =>
  failed(place, keyword, { limit }, `NOT have ${than} than ${limit} characters`)
