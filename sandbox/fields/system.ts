import { labels } from './labels.ts'
import type { Field, FieldKind, Option } from './types.ts'

type Line = readonly [code: string, name: string, type: Field['type'], description: string]
type SystemField = Pick<Field, 'code' | 'name' | 'type' | 'description' | 'options' | 'is_optional'>

const lines: Readonly<Record<FieldKind, readonly Line[]>> = {
  deal: [
    ['id', 'ID', 'int', 'The number of the deal'],
    ['title', 'Deal Title', 'varchar', 'The title of the deal'],
    ['value', 'Value', 'monetary', 'The amount of the deal and its currency'],
    ['owner_id', 'Owner', 'user', 'The owner of the deal'],
    ['creator_user_id', 'Creator', 'user', 'The creator of the deal'],
    ['person_id', 'Contact person', 'people', 'The contact of the deal'],
    ['org_id', 'Organization', 'org', 'The customer'],
    ['stage_id', 'Stage', 'stage', 'The stage of the deal'],
    ['status', 'Status', 'status', 'Whether the deal is open, won or lost'],
    ['probability', 'Probability', 'int', 'The probability of winning, in percent'],
    ['lost_reason', 'Lost reason', 'varchar_options', 'The reason for losing the deal'],
    [
      'expected_close_date',
      'Expected close date',
      'date',
      'The date by which the deal should close',
    ],
    ['add_time', 'Deal created', 'date', 'The time of creation'],
    ['update_time', 'Update time', 'date', 'The time of the last change'],
    ['won_time', 'Won time', 'date', 'The time of winning'],
    ['lost_time', 'Lost time', 'date', 'The time of losing'],
    ['visible_to', 'Visible to', 'visible_to', 'The visibility of the deal'],
    ['label', 'Label', 'set', 'The labels of the deal'],
  ],
  person: [
    ['id', 'ID', 'int', 'The number of the person'],
    ['name', 'Person Name', 'varchar', 'The full name'],
    ['first_name', 'First name', 'varchar', 'The given name'],
    ['last_name', 'Last name', 'varchar', 'The family name'],
    ['phone', 'Phone', 'phone', 'The phone numbers'],
    ['email', 'Email', 'varchar', 'The e-mail addresses'],
    ['org_id', 'Organization', 'org', 'The employer'],
    ['owner_id', 'Owner', 'user', 'The owner of the person'],
    ['add_time', 'Person created', 'date', 'The time of creation'],
    ['update_time', 'Update time', 'date', 'The time of the last change'],
    ['picture_id', 'Profile picture', 'picture', 'The picture'],
    ['visible_to', 'Visible to', 'visible_to', 'The visibility of the person'],
    ['label', 'Label', 'set', 'The labels of the person'],
  ],
  organization: [
    ['id', 'ID', 'int', 'The number of the organization'],
    ['name', 'Organization Name', 'varchar', 'The name of the organization'],
    ['address', 'Address', 'address', 'The postal address'],
    ['owner_id', 'Owner', 'user', 'The owner of the organization'],
    ['website', 'Website', 'varchar', 'The address of the website'],
    ['linkedin', 'LinkedIn profile', 'varchar', 'The address of the profile'],
    ['industry', 'Industry', 'enum', 'The industry of the organization'],
    ['annual_revenue', 'Annual revenue', 'int', 'The revenue of a year'],
    ['employee_count', 'Number of employees', 'int', 'The number of employees'],
    ['add_time', 'Organization created', 'date', 'The time of creation'],
    ['update_time', 'Update time', 'date', 'The time of the last change'],
    ['visible_to', 'Visible to', 'visible_to', 'The visibility of the organization'],
    ['label', 'Label', 'set', 'The labels of the organization'],
  ],
  product: [
    ['id', 'ID', 'int', 'The number of the product'],
    ['name', 'Product Name', 'varchar', 'The name of the product'],
    ['code', 'Product code', 'varchar', 'The code of the product'],
    ['description', 'Description', 'text', 'The description of the product'],
    ['unit', 'Unit', 'varchar', 'The unit of quantities'],
    ['tax', 'Tax', 'double', 'The tax in percent'],
    ['category', 'Category', 'enum', 'The kind of product'],
    ['owner_id', 'Owner', 'user', 'The owner of the product'],
    ['billing_frequency', 'Billing frequency', 'billing_frequency', 'The frequency of billing'],
    ['visible_to', 'Visible to', 'visible_to', 'The visibility of the product'],
  ],
  activity: [
    ['id', 'ID', 'int', 'The number of the activity'],
    ['subject', 'Subject', 'varchar', 'The subject of the activity'],
    ['type', 'Type', 'enum', 'The kind of activity'],
    ['done', 'Done', 'boolean', 'Whether the activity is done'],
    ['due_date', 'Due date', 'date', 'The day of the activity'],
    ['due_time', 'Due time', 'time', 'The time of the activity'],
    ['duration', 'Duration', 'time', 'The duration of the activity'],
    ['owner_id', 'Assigned to user', 'user', 'The assignee of the activity'],
    ['deal_id', 'Deal', 'deal', 'The deal of the activity'],
    ['person_id', 'Contact person', 'people', 'The person of the activity'],
    ['org_id', 'Organization', 'org', 'The organization of the activity'],
    ['priority', 'Priority', 'enum', 'The priority of the activity'],
    ['outcome', 'Outcome', 'enum', 'The outcome of the activity'],
    ['location', 'Location', 'address', 'The location of the activity'],
    ['note', 'Note', 'text', 'The internal note'],
  ],
}

const statuses = ['Open', 'Won', 'Lost', 'Deleted'].map(label => ({
  id: label.toLowerCase(),
  label,
}))
const visibilities: readonly Option[] = [
  { id: 1, label: 'Item owner' },
  { id: 3, label: 'All users' },
]
const numbered = (first: number, names: readonly string[]): readonly Option[] =>
  names.map((label, index) => ({ id: first + index, label }))

const options: Readonly<Record<string, readonly Option[]>> = {
  'deal status': statuses,
  'deal label': labels.deal,
  'person label': labels.person,
  'organization label': labels.organization,
  'organization industry': numbered(81, ['Construction', 'Manufacturing', 'Software']),
  'product category': numbered(51, ['Hardware', 'Software', 'Services']),
  'activity priority': numbered(261, ['Low', 'Medium', 'High']),
  'activity outcome': numbered(271, ['Connected', 'Left a message', 'No answer', 'Took place']),
  'deal visible_to': visibilities,
  'person visible_to': visibilities,
  'organization visible_to': visibilities,
  'product visible_to': visibilities,
}

/** Fields that only `include_fields` shows. */
const optional: Readonly<Record<FieldKind, readonly string[]>> = {
  deal: ['next_activity_id', 'last_activity_id', 'activities_count', 'email_messages_count'],
  person: ['next_activity_id', 'last_activity_id', 'open_deals_count', 'email_messages_count'],
  organization: ['next_activity_id', 'last_activity_id', 'open_deals_count', 'people_count'],
  product: [],
  activity: [],
}
const spoken = (code: string) =>
  code
    .replace(/^./, first => first.toUpperCase())
    .replace(/_id$/, '')
    .replaceAll('_', ' ')

export const systemFields = (kind: FieldKind): readonly SystemField[] => [
  ...lines[kind].map(([code, name, type, description]) => {
    const known = options[`${kind} ${code}`]
    return { code, name, type, description, is_optional: false, ...(known && { options: known }) }
  }),
  ...optional[kind].map(code => ({
    code,
    name: spoken(code),
    type: code.endsWith('_count') ? ('int' as const) : ('activity' as const),
    description: null,
    is_optional: true,
  })),
]
