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
]

/** Why a form lacks a member that the API takes; undefined where there is no reason. */
export const reasonFor = (call: string, member: string): string | undefined =>
  reasons.find(({ calls, members }) => calls.test(call) && members.includes(member))?.reason
