import { useMemo } from 'react'
import { member, memberAt, type RecordPage } from '../../../definitions/index.ts'
import type { ConnectionView } from '../../api/index.ts'
import { useSession } from '../shared/queries.ts'

/** Where people see a record. */
export interface RecordLink {
  readonly href: string
  /** It leads to the Sandbox page. */
  readonly inSandbox: boolean
}

export interface RecordLinks {
  /** For an output that is one record. */
  ofOutput(output: unknown): RecordLink | undefined
  ofRecord(record: unknown): RecordLink | undefined
}

type Account = Pick<ConnectionView, 'sandbox' | 'apiDomain'>

/** Links to the records that an operation has put out; undefined where there are no pages of them. */
export const recordLinksOf = (
  page: RecordPage | undefined,
  account: Account | undefined,
): RecordLinks | undefined => {
  // Servers on this machine have no pages.
  if (!page || !account || !(account.sandbox || account.apiDomain.startsWith('https://'))) return
  const ofRecord = (record: unknown): RecordLink | undefined => {
    const id = member(record, 'id')
    if ((typeof id !== 'number' && typeof id !== 'string') || id === '') return undefined
    const part = encodeURIComponent(id)
    return account.sandbox
      ? { href: `/sandbox/${page.kind}?id=${part}`, inSandbox: true }
      : { href: account.apiDomain + page.path.replace('{id}', part), inSandbox: false }
  }
  return { ofRecord, ofOutput: output => ofRecord(memberAt(output, page.record)) }
}

export const useRecordLinks = (
  operation: string,
  account: Account | undefined,
): RecordLinks | undefined => {
  const page = useSession().data?.recordPages[operation]
  return useMemo(() => recordLinksOf(page, account), [page, account])
}
