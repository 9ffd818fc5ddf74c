import type { Component } from '../../definitions/index.ts'
import type { Warning } from '../input/validate.ts'
import type { RequestRecord } from '../requests/client.ts'

/** What could not be looked up after a write left gaps that the user should know of. */
export const failedLookups = (
  component: Pick<Component, 'scopeHint'>,
  requests: readonly RequestRecord[],
): readonly Warning[] => {
  if (requests.every(({ status }) => isSuccess(status))) return []
  const lookups = requests.filter(({ method }) => method === 'GET')
  const last = new Map(lookups.map(record => [record.path, record.status]))
  return [...last].flatMap(([path, status]) =>
    isSuccess(status) || status === 404 || status === 410
      ? []
      : [
          {
            path: `GET ${path}`,
            expected: 'a response',
            got: status === null ? 'none' : `status ${status}${hintOf(component, path, status)}`,
          },
        ],
  )
}

const hintOf = (component: Pick<Component, 'scopeHint'>, path: string, status: number): string => {
  const isPath = (text: string): text is `/${string}` => text.startsWith('/')
  const hint = status === 403 && isPath(path) && component.scopeHint?.({ method: 'GET', path })
  return hint ? `. ${hint}` : ''
}

const isSuccess = (status: number | null) => status !== null && status < 400
