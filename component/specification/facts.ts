/**
 * What the specification says of its calls, by path: for each method, the cost in tokens and the
 * scopes that allow it, such as `DELETE 3 deals:full; GET 1 deals:read deals:full`.
 */
export type Specification = Readonly<Record<string, string>>
