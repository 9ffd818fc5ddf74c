/** The caller gave up. Such errors inherit their name, and are no `Error` of every realm. */
export const isAbort = (error: unknown): boolean =>
  Reflect.get(Object(error), 'name') === 'AbortError'
