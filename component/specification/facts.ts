/** What the specification says of a call: its cost in tokens, then the scopes that allow it. */
export type OperationFacts = readonly [cost: number, ...scopes: readonly string[]]

/** By method and path, such as `GET /deals/{id}`. */
export type Specification = Readonly<Record<string, OperationFacts>>
