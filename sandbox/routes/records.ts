import { isRemembered, insert, restore, softDelete, update } from '../edits.ts'
import type { Entity, Readable, V2Kind } from '../entities/entity.ts'
import { gone, invalid, notFound } from '../errors.ts'
import type { Records } from '../records.ts'
import { queryMark } from '../cursor.ts'
import type { Params, Route } from '../route.ts'
import { v2 } from '../route.ts'
import type { World } from '../world.ts'
import { listing, listRecords, viewing } from './recordList.ts'

/** A path's id must be a whole number; anything else never reaches the records. */
export const pathId = (params: Params) => {
  const id = Number(params['id'])
  if (!Number.isSafeInteger(id) || id < 1) throw invalid('id must be a positive integer')
  return id
}

const find = <K extends V2Kind>(world: World, entity: Readable<K>, id: number) => {
  const record = entity.collection(world.store).get(id)
  if (!record || (record.is_deleted && !isRemembered(record, world.clock.now())))
    throw notFound(entity.title)
  return record
}
const findLive = <K extends V2Kind>(world: World, entity: Readable<K>, id: number) => {
  const record = find(world, entity, id)
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
    handle: ({ world, query }) => {
      const { rows, next_cursor } = listRecords(world, entity, query, {
        archived,
        mark: queryMark(path, query),
      })
      const data = rows.map(row => entity.present(world.store, row, query))
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
  const answer = (world: World, record: Records[K]) => ({
    success: true,
    data: entity.present(
      world.store,
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
      handle: ({ world, params, query }) => ({
        success: true,
        data: entity.present(world.store, findLive(world, entity, pathId(params)), query),
      }),
    }),
    v2({
      method: 'POST',
      path,
      tokens: 5,
      scopes: scopes.write,
      status: entity.addStatus ?? 200,
      body: entity.addBody,
      handle: ({ world, caller, body }) => {
        const record = entity.add(world, caller, body)
        return answer(world, insert(world, kind, record, { userId: caller.userId, source: 'api' }))
      },
    }),
    v2({
      method: 'PATCH',
      path: one,
      tokens: 5,
      scopes: scopes.write,
      body: entity.changeBody,
      handle: ({ world, caller, params, body }) => {
        const origin = { userId: caller.userId, source: 'api' as const }
        let before = find(world, entity, pathId(params))
        if (before.is_deleted) {
          if (!asks(body, false)) throw gone(entity.title)
          before = restore(world, kind, before, origin)
        }
        const after = update(world, kind, before, entity.change(world, before, body), origin)
        return answer(world, asks(body, true) ? softDelete(world, kind, after, origin) : after)
      },
    }),
    v2({
      method: 'DELETE',
      path: one,
      tokens: 3,
      scopes: scopes.write,
      handle: ({ world, caller, params }) => {
        const record = findLive(world, entity, pathId(params))
        softDelete(world, kind, record, { userId: caller.userId, source: 'api' })
        return { success: true, data: { id: record.id } }
      },
    }),
  ]
}
