import type { Store } from '../store.ts'
import { milliseconds } from '../time.ts'
import type { Event, Webhook } from './types.ts'

/** https://pipedrive.readme.io/docs/guide-for-webhooks-v2: all ids in `meta` are text. */
export const envelope = (
  store: Store,
  host: string,
  webhook: Webhook,
  event: Event,
  { id, attempt }: { readonly id: string; readonly attempt: number },
) => {
  const permitted = store.users.all().filter(user => user.active)
  return {
    data: event.data,
    previous: event.previous,
    meta: {
      action: event.action,
      company_id: String(store.company.id),
      correlation_id: event.correlationId,
      entity_id: event.entityId,
      entity: event.entity,
      id,
      is_bulk_edit: false,
      timestamp: milliseconds(event.time),
      type: 'application',
      user_id: String(event.userId),
      version: '2.0',
      webhook_id: String(webhook.id),
      webhook_owner_id: String(webhook.owner_id),
      change_source: event.source,
      permitted_user_ids: permitted.map(user => String(user.id)),
      attempt,
      host,
      ...(event.merged && 'from' in event.merged && { merged_from_id: String(event.merged.from) }),
      ...(event.merged && 'to' in event.merged && { merged_to_id: String(event.merged.to) }),
    },
  }
}
