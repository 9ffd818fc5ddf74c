import { setRow } from '../changes.ts'
import { invalid, notFound, refused } from '../errors.ts'
import type { Pipeline, Stage } from '../lookups.ts'
import type { Route } from '../route.ts'
import { v2 } from '../route.ts'
import type { TypeOf } from '../schema.ts'
import { boolean, id, integer, object, shortText } from '../schema.ts'
import { seconds } from '../time.ts'
import type { Account } from '../account.ts'
import { pathId } from './records.ts'

const scopes = ['admin']
const last = (rows: readonly { readonly order_nr: number }[]) =>
  Math.max(0, ...rows.map(({ order_nr }) => order_nr))

const pipelineBody = { name: shortText, is_deal_probability_enabled: boolean }
const stageBody = {
  name: shortText,
  pipeline_id: id,
  deal_probability: integer,
  is_deal_rot_enabled: boolean,
  days_to_rotten: integer,
}
const stageToChange = object(stageBody)

const findPipeline = ({ store }: Account, pipelineId: number) => {
  const pipeline = store.pipelines.get(pipelineId)
  if (!pipeline || pipeline.is_deleted) throw notFound('Pipeline')
  return pipeline
}
const findStage = ({ store }: Account, stageId: number) => {
  const stage = store.stages.get(stageId)
  if (!stage || stage.is_deleted) throw notFound('Stage')
  return stage
}

const checkStage = (account: Account, body: TypeOf<typeof stageToChange>) => {
  const { pipeline_id, deal_probability = 0, days_to_rotten = 1 } = body
  if (pipeline_id !== undefined && !account.store.pipelines.get(pipeline_id))
    throw refused(`pipeline_id ${pipeline_id} does not exist`)
  if (deal_probability < 0 || deal_probability > 100)
    throw invalid('deal_probability must be between 0 and 100')
  if (days_to_rotten < 1) throw invalid('days_to_rotten must be at least 1')
}

const deleted = <R extends Pipeline | Stage>(account: Account, row: R): R => ({
  ...row,
  is_deleted: true,
  update_time: seconds(account.clock.now()),
})

const pipelineRoutes: readonly Route[] = [
  v2({
    method: 'POST',
    path: '/pipelines',
    tokens: 5,
    scopes,
    body: object(pipelineBody, ['name']),
    handle: ({ account, body }) => {
      const { store, clock } = account
      const add_time = seconds(clock.now())
      const pipeline = {
        id: store.pipelines.nextId(),
        name: body.name,
        order_nr: last(store.pipelines.all()) + 1,
        is_deleted: false,
        is_deal_probability_enabled: body.is_deal_probability_enabled ?? false,
        add_time,
        update_time: add_time,
      }
      return { success: true, data: setRow(account, store.pipelines, pipeline) }
    },
  }),
  v2({
    method: 'PATCH',
    path: '/pipelines/{id}',
    tokens: 5,
    scopes,
    body: object(pipelineBody),
    handle: ({ account, params, body }) => {
      const before = findPipeline(account, pathId(params))
      const update_time = seconds(account.clock.now())
      const data = setRow(account, account.store.pipelines, { ...before, ...body, update_time })
      return { success: true, data }
    },
  }),
  v2({
    method: 'DELETE',
    path: '/pipelines/{id}',
    tokens: 3,
    scopes,
    handle: ({ account, params }) => {
      const { store } = account
      const pipeline = findPipeline(account, pathId(params))
      const others = store.pipelines.all().filter(one => !one.is_deleted && one !== pipeline)
      if (others.length === 0) throw refused('The last pipeline can not be deleted')
      for (const stage of store.stages.by('pipeline_id', pipeline.id))
        setRow(account, store.stages, deleted(account, stage))
      setRow(account, store.pipelines, deleted(account, pipeline))
      return { success: true, data: { id: pipeline.id } }
    },
  }),
]

const stageRoutes: readonly Route[] = [
  v2({
    method: 'POST',
    path: '/stages',
    tokens: 5,
    scopes,
    body: object(stageBody, ['name', 'pipeline_id']),
    handle: ({ account, body }) => {
      const { store, clock } = account
      checkStage(account, body)
      const add_time = seconds(clock.now())
      const stage = {
        id: store.stages.nextId(),
        name: body.name,
        order_nr: last(store.stages.by('pipeline_id', body.pipeline_id)) + 1,
        is_deleted: false,
        deal_probability: body.deal_probability ?? 100,
        pipeline_id: body.pipeline_id,
        is_deal_rot_enabled: body.is_deal_rot_enabled ?? false,
        days_to_rotten: body.days_to_rotten ?? null,
        add_time,
        update_time: add_time,
      }
      return { success: true, data: setRow(account, store.stages, stage) }
    },
  }),
  v2({
    method: 'PATCH',
    path: '/stages/{id}',
    tokens: 5,
    scopes,
    body: stageToChange,
    handle: ({ account, params, body }) => {
      const before = findStage(account, pathId(params))
      checkStage(account, body)
      const update_time = seconds(account.clock.now())
      return {
        success: true,
        data: setRow(account, account.store.stages, { ...before, ...body, update_time }),
      }
    },
  }),
  v2({
    method: 'DELETE',
    path: '/stages/{id}',
    tokens: 3,
    scopes,
    handle: ({ account, params }) => {
      const stage = findStage(account, pathId(params))
      setRow(account, account.store.stages, deleted(account, stage))
      return { success: true, data: { id: stage.id } }
    },
  }),
]

export const pipelineEdits: readonly Route[] = [...pipelineRoutes, ...stageRoutes]
