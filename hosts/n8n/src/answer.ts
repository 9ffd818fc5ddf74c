import { isRecord, type HttpResponse } from '../../../definitions/index.ts'

/** A response of n8n's HTTP helper: names of headers in lower case, the body as text. */
export const answerOf = (status: number, headers: unknown, body: unknown): HttpResponse => {
  const lower: Record<string, string> = {}
  for (const [name, value] of Object.entries(isRecord(headers) ? headers : {}))
    lower[name.toLowerCase()] = String(value)
  return { status, headers: lower, body: body === '' ? null : (body ?? null) }
}
