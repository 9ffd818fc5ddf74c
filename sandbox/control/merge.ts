import { collectionOf, softDelete, update } from '../edits.ts'
import { notFound } from '../errors.ts'
import type { World } from '../world.ts'

export interface MergeInput {
  readonly kind: 'deal' | 'person' | 'organization'
  /** The record that goes. */
  readonly id: number
  /** The one that stays. */
  readonly into: number
}

const mergeOf = <K extends MergeInput['kind']>(world: World, kind: K, id: number, into: number) => {
  const collection = collectionOf(world.store, kind)
  const [gone, kept] = [collection.get(id), collection.get(into)]
  if (!gone || !kept || gone === kept || gone.is_deleted || kept.is_deleted)
    throw notFound('Record')
  const userId = world.store.users.all()[0]?.id ?? 0
  const origin = { userId, source: 'app' as const }
  softDelete(world, kind, gone, origin, { to: into })
  const custom_fields = { ...gone.custom_fields, ...kept.custom_fields }
  const label_ids = [...new Set([...kept.label_ids, ...gone.label_ids])]
  update(world, kind, kept, { ...kept, custom_fields, label_ids, update_time: null }, origin, {
    from: id,
  })
}

/** What a user does in Pipedrive's own pages: one record is deleted, the other changed. */
export const merge = (world: World, { kind, id, into }: MergeInput) => {
  if (kind === 'deal') mergeOf(world, 'deal', id, into)
  else if (kind === 'person') mergeOf(world, 'person', id, into)
  else mergeOf(world, 'organization', id, into)
  return { merged: id, into }
}
