interface Reason {
  /** Calls such as `POST /api/v2/deals`. */
  readonly calls: RegExp
  readonly members: readonly string[]
  readonly reason: string
}

const reasons: readonly Reason[] = [
  {
    calls: /^GET /,
    members: ['cursor', 'start'],
    reason: 'Pages are read one after the other, up to the limit of the form.',
  },
  {
    calls: /^GET /,
    members: ['custom_fields', 'include_option_labels'],
    reason: 'All custom fields are there, decoded with the labels of their options in `custom`.',
  },
  {
    calls: /^GET /,
    members: ['ids'],
    reason: 'Get details reads one record by its id; lists are narrowed by what records have.',
  },
  {
    calls: /^POST /,
    members: ['is_deleted'],
    reason: 'Pipedrive refuses to add a deal that is deleted.',
  },
  {
    calls: /^PATCH /,
    members: ['is_deleted'],
    reason: 'Delete deal does so, and asks before it.',
  },
  {
    calls: /deals/,
    members: ['archive_time'],
    reason: 'Pipedrive sets it when a deal is archived.',
  },
]

/** Why a form lacks a member that the API takes; undefined where there is no reason. */
export const reasonFor = (call: string, member: string): string | undefined =>
  reasons.find(({ calls, members }) => calls.test(call) && members.includes(member))?.reason
