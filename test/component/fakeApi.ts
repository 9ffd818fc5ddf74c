import type { HttpRequest, HttpResponse } from '../../definitions/index.ts'

/** Answers by method and path, as bodies or as whole responses; what is not there is 404. */
export const fakeApi = (answers: Readonly<Record<string, unknown>>) => {
  const requests: HttpRequest[] = []
  const send = (request: HttpRequest): HttpResponse => {
    requests.push(request)
    const given = answers[`${request.method} ${request.path}`]
    const answer =
      typeof given === 'function' ? (given as (of: HttpRequest) => unknown)(request) : given
    if (answer === undefined) return { status: 404, headers: {}, body: { success: false } }
    if (typeof answer === 'object' && answer !== null && 'status' in answer && 'headers' in answer)
      return answer as HttpResponse
    // A response belongs to the one that asked.
    return { status: 200, headers: {}, body: structuredClone(answer) }
  }
  return { send, requests }
}

export const response = (status: number, body: unknown = null): HttpResponse => ({
  status,
  headers: {},
  body,
})

export const list = (data: readonly unknown[], next_cursor: string | null = null) => ({
  success: true,
  data,
  additional_data: { next_cursor },
})

export const users = {
  'GET /api/v1/users': list([{ id: 1, name: 'Ada', email: 'ada@example.com' }]),
  'GET /api/v1/users/me': { success: true, data: { id: 1, company_id: 7 } },
}
