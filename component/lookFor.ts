import { member, type HttpRequest } from '../definitions/index.ts'

/** What a record is called, and which of its fields a person knows it by. */
const kinds: Readonly<Record<string, readonly [kind: string, field: string, how: string]>> = {
  '/api/v1/leads': ['lead', 'title', 'titled'],
  '/api/v2/deals': ['deal', 'title', 'titled'],
  '/api/v2/organizations': ['organization', 'name', 'named'],
  '/api/v2/persons': ['person', 'name', 'named'],
}
const maxCharacters = 60

/** What to do after a write that may have worked: how the record is recognized, if it can be. */
export const checkHint = ({ method, path, params, body }: HttpRequest): string => {
  const [updated] = (method === 'PATCH' ? kinds[path.replace(/\/\{id\}$/, '')] : undefined) ?? []
  if (updated !== undefined)
    return `Look in Pipedrive whether the ${updated} ${String(params?.['id'])} has been changed; to send the same changes again does no harm.`
  const [kind = '', field = '', how] = (method === 'POST' ? kinds[path] : undefined) ?? []
  const text = member(body, field)
  if (typeof text !== 'string')
    return 'The record may have been written: look at the newest records in Pipedrive before you try again.'
  const article = kind === 'organization' ? 'an' : 'a'
  return `Look in Pipedrive for ${article} ${kind} ${how} ${quoted(text)} added in the last minute before you try again.`
}

/** The same after a write that was answered without the record; `id` is what the answer had. */
export const writtenHint = (request: HttpRequest, id: unknown): string =>
  typeof id === 'number' || (typeof id === 'string' && id !== '')
    ? `The record has probably been written: look in Pipedrive for the id ${id} before you try again.`
    : checkHint(request)

const quoted = (text: string): string => {
  const characters = [...text]
  const cut = characters.length > maxCharacters
  return JSON.stringify(cut ? `${characters.slice(0, maxCharacters - 1).join('')}…` : text)
}
