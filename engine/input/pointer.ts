/** The keys that a JSON pointer goes along. */
export const pointerKeys = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'))

/** From a JSON pointer, `/body/data/0/id`, to the path that people write, `body.data[0].id`. */
export const pointerToPath = (pointer: string): string =>
  pointerKeys(pointer)
    .map(key => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')

/** The value that a JSON pointer leads to. */
export const valueAt = (value: unknown, pointer: string): unknown =>
  pointerKeys(pointer).reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value)
