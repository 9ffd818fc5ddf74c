import { isRecord, member, type Change, type Changes } from '../definitions/index.ts'

const entities: Readonly<Record<string, string>> = {
  activities: 'activity',
  deals: 'deal',
  organizations: 'organization',
  persons: 'person',
}

/**
 * Events of own writes: they name the user and the source of the change, and their record has the
 * time and the values that the answer to the write has. Where an answer has a correlation id too,
 * which is documented nowhere, it says the same.
 * https://pipedrive.readme.io/docs/guide-for-webhooks-v2
 */
export const changes: Changes = {
  madeBy({ path, body, answer }) {
    const [, version, list = '', given, rest] =
      /^\/(?:api\/)?v([12])\/([a-z]+)(?:\/(\d+))?(\/.+)?$/.exec(path.replace(/\/$/, '')) ?? []
    const entity = entities[list]
    const isWhole = rest === undefined
    const data = isWhole ? member(answer.body, 'data') : undefined
    const id = given ?? idOf(member(data, 'id'))
    if (entity === undefined || id === undefined) return undefined
    // In the first version, members have other names than in events.
    const values = isWhole && version === '2' ? valuesOf(body, data) : undefined
    return { ...change(entity, id, data, answer.headers['x-correlation-id']), ...values }
  },
  toldBy({ meta, data, previous }) {
    const entity = meta['entity']
    const [id, user, owner] = ['entity_id', 'user_id', 'webhook_owner_id'].map(key =>
      idOf(meta[key]),
    )
    if (typeof entity !== 'string' || id === undefined || meta['change_source'] === 'app')
      return undefined
    if (user !== undefined && owner !== undefined && user !== owner) return undefined
    return { ...change(entity, id, data, meta['correlation_id']), ...valuesOf(previous, data) }
  },
}

/** The members of one as they are now in the other. */
const valuesOf = (changed: unknown, data: unknown) =>
  isRecord(changed) && {
    values: Object.fromEntries(
      Object.entries(changed).map(([key, value]) => [key, member(data, key) ?? value]),
    ),
  }

/** Ids are numbers in records, and texts in `meta`. */
const idOf = (id: unknown): string | undefined =>
  typeof id === 'number' || typeof id === 'string' ? String(id) : undefined

const change = (entity: string, id: string, data: unknown, correlationId: unknown): Change => {
  const changedAt = timeOf(member(data, 'update_time') ?? member(data, 'add_time'))
  return {
    record: `${entity} ${id}`,
    ...(changedAt !== undefined && { changedAt }),
    ...(typeof correlationId === 'string' && { correlationId }),
  }
}

/** `2026-03-02T08:15:01Z`, or `2026-03-02 08:15:01` in the first version; both are UTC. */
const timeOf = (text: unknown): number | undefined => {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)/.exec(String(text)) ?? []
  const at = Date.parse(`${day}T${time}Z`)
  return Number.isNaN(at) ? undefined : at
}
