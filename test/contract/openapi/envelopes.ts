import { isObject } from './types.ts'

const isText = (value: unknown) => typeof value === 'string' && value !== ''

/** https://pipedrive.readme.io/docs/core-api-concepts-responses and what has been seen beside it. */
const isGeneral = (body: Record<string, unknown>) =>
  isText(body['error']) &&
  isText(body['error_info']) &&
  body['data'] === null &&
  body['additional_data'] === null
const isGateway = (body: Record<string, unknown>) =>
  isText(body['error']) && typeof body['errorCode'] === 'number'
const isOfWebhooks = (body: Record<string, unknown>) =>
  isText(body['message']) || (body['status'] === 'error' && isObject(body['errors']))

/** Pages come from what stands in front of the API. */
const pages = new Set([403, 502, 503])

/** Why an error that the files don't declare is in none of the three shapes. */
export const envelopeProblem = (status: number, body: unknown) => {
  if (typeof body === 'string' && body.trimStart().startsWith('<'))
    return pages.has(status) ? undefined : `status ${status} with a page for an answer`
  if (!isObject(body) || body['success'] !== false) return `status ${status} in no known shape`
  const known = [isGeneral, isGateway, isOfWebhooks].some(fits => fits(body))
  return known
    ? undefined
    : `status ${status} in no known shape: ${JSON.stringify(body).slice(0, 200)}`
}
