import { mergeRecords, type Mergeable } from '../merging.ts'
import type { Account } from '../account.ts'

export interface MergeInput {
  readonly kind: Mergeable
  /** The record that goes. */
  readonly id: number
  /** The one that stays. */
  readonly into: number
}

/** What a user does in Pipedrive's own pages: one record is deleted, the other changed. */
export const merge = (account: Account, { kind, id, into }: MergeInput) => {
  const userId = account.store.users.all()[0]?.id ?? 0
  mergeRecords(account, kind, { from: id, into }, { userId, source: 'app' })
  return { merged: id, into }
}
