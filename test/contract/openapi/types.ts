/** A call and its answer; `query` as text, bodies parsed. */
export interface Exchange {
  readonly method: string
  /** Without the query, as in `/api/v2/deals/7`. */
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly status: number
  readonly responseBody: unknown
}

export type SpecObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is SpecObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const objectAt = (value: unknown, ...path: readonly string[]): SpecObject => {
  let found = value
  for (const name of path) found = isObject(found) ? found[name] : undefined
  return isObject(found) ? found : {}
}

export interface Parameter {
  readonly name: string
  readonly place: string
  readonly required: boolean
  readonly schema: SpecObject
}

export interface Operation {
  /** `GET /api/v2/deals/{id}` */
  readonly name: string
  readonly method: string
  readonly template: string
  /** `x-token-cost` */
  readonly price: number | undefined
  readonly parameters: readonly Parameter[]
  readonly body: SpecObject | undefined
  readonly responses: ReadonlyMap<number, SpecObject | undefined>
}
