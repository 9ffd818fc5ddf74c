import { isRemembered, insert, restore, softDelete, update } from '../changes.ts'
import type { Entity, Readable, V2Kind } from '../entities/entity.ts'
import { gone, invalid, notFound } from '../errors.ts'
import type { Records } from '../records.ts'
import { pathNumber } from '../pathNumber.ts'
import { queryMark } from '../cursor.ts'
import type { Params, Route } from '../route.ts'
import { v2 } from '../route.ts'
import type { Account } from '../account.ts'
import { listing, listRecords, viewing } from './recordList.ts'

/** A path's id must be a whole number; anything else never reaches the records. */
export const pathId = (params: Params) => {
  const id = pathNumber(params['id'])
  if (!Number.isSafeInteger(id) || id < 1) throw invalid('id must be a positive integer')
  return id
}

const find = <K extends V2Kind>(account: Account, entity: Readable<K>, id: number) => {
  const record = entity.collection(account.store).get(id)
  if (!record || (record.is_deleted && !isRemembered(record, account.clock.now())))
    throw notFound(entity.title)
  return record
}
const findLive = <K extends V2Kind>(account: Account, entity: Readable<K>, id: number) => {
  const record = find(account, entity, id)
  if (record.is_deleted) throw gone(entity.title)
  return record
}

const asks = (body: object, wanted: boolean) => 'is_deleted' in body && body.is_deleted === wanted

const list = <K extends V2Kind>(entity: Readable<K>, archived?: boolean): Route => {
  const { include_option_labels: _, include_labels: _l, ...fewer } = listing(entity)
  const path = archived ? `${entity.path}/archived` : entity.path
  return v2({
    method: 'GET',
    path,
    tokens: archived ? 20 : 10,
    scopes: entity.scopes.read,
    query: archived ? fewer : { ...(entity.listQuery ?? listing(entity)) },
    handle: ({ account, query }) => {
      const { rows, next_cursor } = listRecords(account, entity, query, {
        archived,
        mark: queryMark(path, query),
      })
      const data = rows.map(row => entity.present(account.store, row, query))
      return { success: true, data, additional_data: { next_cursor } }
    },
  })
}

/** The five operations every v2 record has. */
export const recordRoutes = <K extends V2Kind, Add, Change extends object>(
  entity: Entity<K, Add, Change>,
): readonly Route[] => {
  const { path, scopes, kind } = entity
  const one = `${path}/{id}`
  const answer = (account: Account, record: Records[K]) => ({
    success: true,
    data: entity.present(
      account.store,
      record,
      entity.written ? { include_fields: entity.written } : {},
    ),
  })
  return [
    ...(kind === 'deal' ? [list(entity, false), list(entity, true)] : [list(entity)]),
    v2({
      method: 'GET',
      path: one,
      tokens: 1,
      scopes: scopes.read,
      query: entity.viewQuery ?? viewing(entity),
      handle: ({ account, params, query }) => ({
        success: true,
        data: entity.present(account.store, findLive(account, entity, pathId(params)), query),
      }),
    }),
    v2({
      method: 'POST',
      path,
      tokens: 5,
      scopes: scopes.write,
      status: entity.addStatus ?? 200,
      body: entity.addBody,
      handle: ({ account, caller, body }) => {
        const record = entity.add(account, caller, body)
        return answer(
          account,
          insert(account, kind, record, { userId: caller.userId, source: 'api' }),
        )
      },
    }),
    v2({
      method: 'PATCH',
      path: one,
      tokens: 5,
      scopes: scopes.write,
      body: entity.changeBody,
      handle: ({ account, caller, params, body }) => {
        const origin = { userId: caller.userId, source: 'api' as const }
        let before = find(account, entity, pathId(params))
        if (before.is_deleted) {
          if (!asks(body, false)) throw gone(entity.title)
          before = restore(account, kind, before, origin)
        }
        const after = update(account, kind, before, entity.change(account, before, body), origin)
        return answer(account, asks(body, true) ? softDelete(account, kind, after, origin) : after)
      },
    }),
    v2({
      method: 'DELETE',
      path: one,
      tokens: 3,
      scopes: scopes.write,
      handle: ({ account, caller, params }) => {
        const record = findLive(account, entity, pathId(params))
        softDelete(account, kind, record, { userId: caller.userId, source: 'api' })
        return { success: true, data: { id: record.id } }
      },
    }),
  ]
}
