import { refused } from '../errors.ts'
import type { Deal } from '../records.ts'
import type { Store } from '../store.ts'
import type { DealToChange } from './dealInput.ts'

type Place = Pick<Deal, 'stage_id' | 'pipeline_id'>

/** A stage alone says its pipeline, a pipeline alone means its first stage; a pair must match. */
export const placeOf = (store: Store, body: DealToChange, before?: Place): Place => {
  const first = (pipeline_id: number) =>
    store.stages
      .by('pipeline_id', pipeline_id)
      .filter(stage => !stage.is_deleted)
      .sort((a, b) => a.order_nr - b.order_nr)[0]
  const { pipeline_id, stage_id } = body
  if (stage_id === undefined) {
    if (pipeline_id === undefined && before)
      return { stage_id: before.stage_id, pipeline_id: before.pipeline_id }
    const stage = first(pipeline_id ?? store.pipelines.all().find(one => !one.is_deleted)?.id ?? 0)
    if (!stage) throw refused(`pipeline_id ${pipeline_id} does not exist`)
    return { stage_id: stage.id, pipeline_id: stage.pipeline_id }
  }
  const stage = store.stages.get(stage_id)
  if (!stage || (stage.is_deleted && stage_id !== before?.stage_id))
    throw refused(`stage_id ${stage_id} does not exist`)
  if (pipeline_id !== undefined && pipeline_id !== stage.pipeline_id)
    throw refused(`stage_id ${stage_id} does not belong to pipeline_id ${pipeline_id}`)
  return { stage_id, pipeline_id: stage.pipeline_id }
}

type Outcome = Pick<
  Deal,
  'status' | 'close_time' | 'won_time' | 'lost_time' | 'lost_reason' | 'first_won_time'
>

const open: Outcome = {
  status: 'open',
  close_time: null,
  won_time: null,
  lost_time: null,
  lost_reason: null,
  first_won_time: null,
}

/** Won and lost times belong to won and lost deals alone. */
export const outcomeOf = (body: DealToChange, now: string, before: Outcome = open): Outcome => {
  const status = body.status ?? before.status
  const only = (name: keyof DealToChange, statuses: readonly string[]) => {
    const given = body[name] !== undefined && body[name] !== null
    if (given && !statuses.includes(status))
      throw refused(`${name} can only be set when status is ${statuses.join(' or ')}`)
  }
  only('lost_reason', ['lost'])
  only('lost_time', ['lost'])
  only('won_time', ['won'])
  only('close_time', ['won', 'lost'])
  if (status === 'open') return { ...open, first_won_time: before.first_won_time }
  const same = status === before.status
  const won = status === 'won'
  const won_time = won ? (body.won_time ?? (same ? before.won_time : null) ?? now) : null
  const lost_time = won ? null : (body.lost_time ?? (same ? before.lost_time : null) ?? now)
  return {
    status,
    won_time,
    lost_time,
    close_time: body.close_time ?? (same ? before.close_time : null) ?? won_time ?? lost_time,
    lost_reason: won
      ? null
      : body.lost_reason === undefined
        ? before.lost_reason
        : body.lost_reason,
    first_won_time: before.first_won_time ?? won_time,
  }
}

export const archiving = (
  body: DealToChange,
  now: string,
  before: Pick<Deal, 'is_archived' | 'archive_time'>,
) => {
  const is_archived = body.is_archived ?? before.is_archived
  if (!is_archived) return { is_archived, archive_time: null }
  const given = body.archive_time?.replace(' ', 'T').replace(/Z?$/, 'Z')
  return { is_archived, archive_time: given ?? before.archive_time ?? now }
}
