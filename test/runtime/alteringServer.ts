import type { Sandbox } from '../../sandbox/index.ts'
import { openServer, sendJson, type Heard } from './server.ts'

export interface Altered {
  readonly status: number
  readonly body: unknown
}

/** Stands before the sandbox and answers what that does, as `alter` changes it. */
export const openAltering = ({ url }: Sandbox, alter: (answer: Altered, heard: Heard) => Altered) =>
  openServer((response, heard) => {
    void answerOf(url, heard).then(answer => {
      const { status, body } = alter(answer, heard)
      sendJson(response, body, status)
    })
  })

const answerOf = async (origin: string, { method, url, headers, body }: Heard) => {
  const answer = await fetch(origin + url, {
    method,
    headers: {
      authorization: headers.authorization ?? '',
      'content-type': headers['content-type'] ?? 'application/json',
    },
    body: body === '' ? null : body,
  })
  const said: unknown = JSON.parse((await answer.text()) || 'null')
  return { status: answer.status, body: said }
}

/** The value with each of its texts as `change` makes it, which is told the name of its member. */
export const eachText = (
  value: unknown,
  change: (text: string, name: string) => string,
  name = '',
): unknown => {
  if (typeof value === 'string') return change(value, name)
  if (Array.isArray(value)) return value.map((one: unknown) => eachText(one, change, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, eachText(one, change, key)]),
  )
}
