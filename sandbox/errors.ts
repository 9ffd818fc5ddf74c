const seeReference =
  'Please check developers.pipedrive.com for more information about Pipedrive API.'

/** An answer that isn't a success, in whichever of Pipedrive's error shapes applies. */
export class Problem extends Error {
  readonly status: number
  readonly body: object | string

  constructor(status: number, body: object | string) {
    super(`Answered ${status}`)
    this.status = status
    this.body = body
  }
}

/** https://pipedrive.readme.io/docs/core-api-concepts-responses */
export const general = (
  status: number,
  error: string,
  more: { info?: string; code?: string } = {},
) =>
  new Problem(status, {
    success: false,
    error,
    error_info: more.info ?? seeReference,
    data: null,
    additional_data: null,
    ...(more.code === undefined ? {} : { code: more.code }),
  })

/** The shape that comes from in front of the API: authentication and scopes. */
export const gateway = (status: number, error: string) =>
  new Problem(status, {
    success: false,
    error,
    errorCode: status,
    error_info: 'Please check developers.pipedrive.com',
  })

/** The shape of `/v1/webhooks`. */
export const webhookFields = (status: number, errors: Record<string, readonly string[]>) =>
  new Problem(status, { status: 'error', success: false, errors })

export const unauthorized = () => gateway(401, 'unauthorized access')
export const wrongScope = () => gateway(403, 'Scope and URL mismatch')
export const invalid = (message: string) =>
  general(400, `Validation failed: ${message}`, { code: 'ERR_SCHEMA_VALIDATION_FAILED' })
export const refused = (message: string) => general(400, message)
export const notFound = (what: string) => general(404, `${what} not found`)
export const gone = (what: string) => general(410, `${what} is deleted`)
export const leadNotFound = () =>
  general(404, 'requested lead not found', { info: 'Object was not found.' })
