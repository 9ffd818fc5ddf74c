import type { SandboxKind } from '../../api/index.ts'

interface Kind {
  readonly kind: SandboxKind
  readonly label: string
  readonly one: string
  /** The field that tells one record from another. */
  readonly title: string
  /** The triggers that hear of it. */
  readonly fires: { readonly added?: string; readonly edited?: string }
}

export const kinds: readonly Kind[] = [
  {
    kind: 'deals',
    label: 'Deals',
    one: 'deal',
    title: 'title',
    fires: { added: 'New Deal', edited: 'Updated Deal' },
  },
  {
    kind: 'persons',
    label: 'Persons',
    one: 'person',
    title: 'name',
    fires: { added: 'New Person', edited: 'Updated Person' },
  },
  {
    kind: 'organizations',
    label: 'Organizations',
    one: 'organization',
    title: 'name',
    fires: { added: 'New Organization', edited: 'Updated Organization' },
  },
  { kind: 'leads', label: 'Leads', one: 'lead', title: 'title', fires: {} },
  {
    kind: 'activities',
    label: 'Activities',
    one: 'activity',
    title: 'subject',
    fires: { added: 'New Activity' },
  },
]

export type KindOfRecord = Kind

export type Change = 'added' | 'edited' | 'deleted'

/** What a change of a record means for workflows. */
export const consequence = ({ label, fires }: Kind, change: Change): string => {
  const trigger = change === 'deleted' ? undefined : fires[change]
  if (trigger)
    return `This fires the “${trigger}” trigger, which runs the workflows that are on and start with it.`
  return `No trigger fires when ${label.toLowerCase()} are ${change}.`
}
