import type { Collection, Row } from '../collection.ts'
import { queryMark } from '../cursor.ts'
import { notFound } from '../errors.ts'
import { comparing, paging, takePage } from '../paging.ts'
import * as q from '../query.ts'
import { v2 } from '../route.ts'
import type { Store } from '../store.ts'
import { pathId } from './records.ts'

const scopes = ['deals:read', 'deals:full', 'admin']

type Setting = Row & {
  readonly id: number
  readonly order_nr: number
  readonly update_time: string
  readonly is_deleted: boolean
  readonly pipeline_id?: number
}

const settingRoutes = <R extends Setting>(
  title: string,
  path: string,
  more: q.QuerySpec,
  sortable: readonly (keyof Setting & ('id' | 'update_time' | 'add_time' | 'order_nr'))[],
  collection: (store: Store) => Collection<R>,
) => [
  v2({
    method: 'GET',
    path,
    tokens: 5,
    scopes,
    query: {
      ...more,
      sort_by: q.oneOf(sortable),
      sort_direction: q.oneOf(['asc', 'desc']),
      ...paging,
    },
    handle: ({ account, query }) => {
      const { sort_by = 'id', sort_direction, limit, cursor } = query
      const pipeline: unknown = Reflect.get(query, 'pipeline_id')
      const key = (row: R) => row[sort_by]
      const descending = sort_direction === 'desc'
      const { rows, next_cursor } = takePage({
        rows: [...collection(account.store).all()].sort(comparing(key, descending)),
        key,
        descending,
        keep: row => !row.is_deleted && (pipeline === undefined || row.pipeline_id === pipeline),
        limit,
        cursor,
        mark: queryMark(path, query),
      })
      return { success: true, data: rows, additional_data: { next_cursor } }
    },
  }),
  v2({
    method: 'GET',
    path: `${path}/{id}`,
    tokens: 1,
    scopes,
    handle: ({ account, params }) => {
      const data = collection(account.store).get(pathId(params))
      if (!data) throw notFound(title)
      return { success: true, data }
    },
  }),
]

/** https://developers.pipedrive.com/docs/api/v1/Pipelines and …/Stages */
export const pipelineRoutes = [
  ...settingRoutes(
    'Pipeline',
    '/pipelines',
    {},
    ['id', 'update_time', 'add_time'],
    store => store.pipelines,
  ),
  ...settingRoutes(
    'Stage',
    '/stages',
    { pipeline_id: q.integer },
    ['id', 'update_time', 'add_time', 'order_nr'],
    store => store.stages,
  ),
]
