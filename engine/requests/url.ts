import { InputError, type HttpRequest, type Query, type Scalar } from '../../definitions/index.ts'

/** Fills the template and encodes every value, so that no value can leave its place in the path. */
export const target = ({ path, params = {}, query = {} }: HttpRequest): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => segment(name, params[name]))
  const search = queryString(query)
  return search ? `${filled}?${search}` : filled
}

const segment = (name: string, value: Scalar | undefined): string => {
  const text = String(value ?? '')
  // Dots alone would be taken for a step in the path, encoded or not.
  if (text === '' || text === '.' || text === '..')
    throw new InputError(name, `"${text}" can’t stand in a path`)
  return encodeURIComponent(text)
}

const queryString = (query: Query): string =>
  Object.entries(query)
    .flatMap(([name, value]) =>
      value === undefined || value === null
        ? []
        : [`${encodeURIComponent(name)}=${[value].flat().map(encoded).join(',')}`],
    )
    .join('&')

const encoded = (value: Scalar) => encodeURIComponent(String(value))
