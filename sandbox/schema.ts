/** A JSON Schema that knows its TypeScript type. */
export interface Schema<T> {
  readonly json: object
  readonly type?: T
}
export type TypeOf<S> = S extends Schema<infer T> ? T : never

type Properties = Readonly<Record<string, Schema<unknown>>>
type Members<P extends Properties, R extends keyof P> = {
  readonly [K in R]: TypeOf<P[K]>
} & { readonly [K in Exclude<keyof P, R>]?: TypeOf<P[K]> }

const schema = <T>(json: object): Schema<T> => ({ json })

export const text = schema<string>({ type: 'string' })
export const filledText = schema<string>({ type: 'string', pattern: '\\S' })
/** Names of fields, options and the like. */
export const shortText = schema<string>({ type: 'string', pattern: '\\S', maxLength: 255 })
export const integer = schema<number>({ type: 'integer' })
export const id = schema<number>({ type: 'integer', minimum: 1 })
export const number = schema<number>({ type: 'number' })
export const boolean = schema<boolean>({ type: 'boolean' })
export const date = schema<string>({ type: 'string', format: 'date' })
export const uuid = schema<string>({ type: 'string', format: 'uuid' })
/** RFC 3339 in whole seconds. */
export const dateTime = schema<string>({
  type: 'string',
  format: 'date-time',
  pattern: '^[^.]{19}(Z|[+-]\\d\\d:\\d\\d)$',
})
/** UTC without a zone, as `2025-01-01 10:20:00`. */
export const plainTime = schema<string>({
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\dZ?$',
})
/** `15:00` or `15:00:00`, for times of day and durations. */
export const clockTime = schema<string>({
  type: 'string',
  pattern: '^\\d{1,3}:[0-5]\\d(:[0-5]\\d)?$',
})
export const anything = schema<Readonly<Record<string, unknown>>>({ type: 'object' })

export const oneOf = <const T extends string | number>(values: readonly T[]) =>
  schema<T>({ enum: values })
export const list = <T>(items: Schema<T>) =>
  schema<readonly T[]>({ type: 'array', items: items.json })
export const filledList = <T>(items: Schema<T>, maxItems = 100) =>
  schema<readonly T[]>({ type: 'array', items: items.json, minItems: 1, maxItems })
export const nullable = <T>(inner: Schema<T>) =>
  schema<T | null>({ anyOf: [inner.json, { type: 'null' }] })

export const object = <P extends Properties, R extends keyof P & string = never>(
  properties: P,
  required: readonly R[] = [],
) =>
  schema<Members<P, R>>({
    type: 'object',
    additionalProperties: false,
    required,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [name, inner.json]),
    ),
  })

/** An object with any members, of which the named ones have a type. */
export const objectWithMore = <P extends Properties, R extends keyof P & string = never>(
  properties: P,
  required: readonly R[] = [],
): Schema<Members<P, R>> => {
  const { json } = object(properties, required)
  return { json: { ...json, additionalProperties: true } }
}

/** An object among whose members custom fields may stand. */
export const objectWithFields = <P extends Properties, R extends keyof P & string = never>(
  properties: P,
  required: readonly R[] = [],
): Schema<Members<P, R>> => {
  const { json } = object(properties, required)
  return { json: { ...json, patternProperties: { '^[0-9a-f]{40}(_[a-z0-9_]+)?$': {} } } }
}
