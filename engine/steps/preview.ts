import {
  isRecord,
  member,
  type Component,
  type HttpRequest,
  type Query,
} from '../../definitions/index.ts'
import type { Work } from '../requests/send.ts'
import { requestTarget } from '../requests/url.ts'
import { previewNames, type KeyName } from './previewNames.ts'

/** A write as it would be sent; what the host adds, such as the access token, is not in it. */
export interface PlannedRequest {
  readonly method: string
  /** With its ids, without its query. */
  readonly path: string
  readonly query?: Query
  readonly body?: unknown
}

export interface Change {
  /** Within the record, such as `stage_id`. */
  readonly path: string
  /** Null where there is nothing. */
  readonly before: unknown
  readonly after: unknown
}

/** What a step would write first, and has not. */
export interface Preview {
  readonly requests: readonly PlannedRequest[]
  /** As the API has it now; null where there is none, absent for new records and where unknown. */
  readonly record?: unknown
  /** What would be another in it. */
  readonly changes: readonly Change[]
  /** What the account calls keys in it, such as those of custom fields; absent where it has none. */
  readonly names?: Readonly<Record<string, KeyName>>
}

interface Planned {
  readonly planned: readonly HttpRequest[]
}

/** Lets the reads of an exchange pass, and ends it before its first write. */
export function* untilWrite<Result extends object>(work: Work<Result>): Work<Result | Planned> {
  let step = work.next()
  while (!step.done) {
    const asked = step.value
    const writes = 'pauseMs' in asked ? [] : asked.filter(({ method }) => method !== 'GET')
    if (writes.length > 0) {
      abandon(work)
      return { planned: writes }
    }
    try {
      step = work.next(yield asked)
    } catch (error) {
      step = work.throw(error)
    }
  }
  return step.value
}

/** Lets the `finally` blocks of the exchange run. */
const abandon = (work: Work<unknown>) => work.return(undefined)

/** What these writes of an operation would change. */
export function* previewOf(
  component: Component,
  operation: string,
  { planned }: Planned,
): Work<Preview> {
  const { currentRecord } = component
  const requests = planned.map(plannedRequest)
  const [only, ...others] = planned
  const record =
    only && others.length === 0 && currentRecord ? yield* currentRecord(only) : undefined
  const sent = requests.map(({ body }) => body)
  const names = yield* previewNames(component, operation, sent, record)
  return {
    requests,
    ...(record !== undefined && { record }),
    changes: isRecord(record) ? changesIn(record, requests[0]?.body) : [],
    ...(Object.keys(names).length > 0 && { names }),
  }
}

const plannedRequest = (request: HttpRequest): PlannedRequest => {
  const { method, query = {}, body } = request
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null)
  return {
    method,
    path: requestTarget({ ...request, query: {} }),
    ...(given.length > 0 && { query: Object.fromEntries(given) }),
    ...(body !== undefined && { body: JSON.parse(JSON.stringify(body)) }),
  }
}

const changesIn = (record: unknown, body: unknown, parent = ''): readonly Change[] =>
  isRecord(body)
    ? Object.entries(body).flatMap(([name, after]) => {
        const before = member(record, name) ?? null
        const path = parent ? `${parent}.${name}` : name
        if (isRecord(before) && isRecord(after)) return changesIn(before, after, path)
        return isEqual(before, after) ? [] : [{ path, before, after }]
      })
    : []

/** Of members in any order. */
const isEqual = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => isEqual(item, other[at]))
  if (!isRecord(one) || !isRecord(other)) return one === other
  const names = Object.keys({ ...one, ...other })
  return names.every(name => isEqual(one[name], other[name]))
}
