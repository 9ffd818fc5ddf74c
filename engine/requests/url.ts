import { InputError, type HttpRequest, type Query, type Scalar } from '../../definitions/index.ts'

/** Fills the template and encodes every value, so that no value can leave its place in the path. */
export const requestTarget = ({ path, params = {}, query = {} }: HttpRequest): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => segment(name, params[name]))
  const search = queryString(query)
  return search ? `${filled}?${search}` : filled
}

const segment = (name: string, value: Scalar | undefined): string => {
  const text = String(value ?? '')
  // Dots alone would be taken for a step in the path, encoded or not.
  if (text === '' || text === '.' || text === '..')
    throw new InputError(name, `"${text}" can’t stand in a path`)
  return encoded(name, text)
}

const queryString = (query: Query): string =>
  Object.entries(query)
    .flatMap(([name, value]) =>
      value === undefined || value === null
        ? []
        : [
            `${encoded(name, name)}=${[value]
              .flat()
              .map(one => encoded(name, one))
              .join(',')}`,
          ],
    )
    .join('&')

const encoded = (name: string, value: Scalar): string => {
  try {
    return encodeURIComponent(String(value))
  } catch {
    throw new InputError(name, 'has half a character (a lone surrogate), which can’t be sent')
  }
}
