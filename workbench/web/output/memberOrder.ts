/** Members that are wanted most, in the order in which people look for them. */
const wanted = [
  'id',
  'title',
  'name',
  'subject',
  'value',
  'currency',
  'status',
  'type',
  'email',
  'phone',
  'person_id',
  'org_id',
  'deal_id',
  'lead_id',
  'owner_id',
  'user_id',
  'stage_id',
  'pipeline_id',
  'expected_close_date',
  'due_date',
  'add_time',
  'update_time',
]

const rankOf = (name: string) => {
  const rank = wanted.indexOf(name)
  return rank === -1 ? wanted.length : rank
}

/** The most wanted ones first, the others in the order in which they are. */
export const byWanted = (names: readonly string[]): readonly string[] =>
  names.toSorted((left, right) => rankOf(left) - rankOf(right))
