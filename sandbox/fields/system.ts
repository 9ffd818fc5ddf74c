import { labels } from './labels.ts'
import type { Field, FieldKind, Option } from './types.ts'

type Line = readonly [code: string, name: string, type: Field['type'], description: string]
type SystemField = Pick<Field, 'code' | 'name' | 'type' | 'description' | 'options' | 'is_optional'>

const lines: Readonly<Record<FieldKind, readonly Line[]>> = {
  deal: [
    ['id', 'ID', 'int', 'The number of the deal'],
    ['title', 'Deal Title', 'varchar', 'What the deal is called'],
    ['value', 'Value', 'monetary', 'What the deal is worth'],
    ['owner_id', 'Owner', 'user', 'The user who looks after the deal'],
    ['creator_user_id', 'Creator', 'user', 'The user who added the deal'],
    ['person_id', 'Contact person', 'people', 'The person whom the deal is made with'],
    ['org_id', 'Organization', 'org', 'The organization that the deal is made with'],
    ['stage_id', 'Stage', 'stage', 'How far the deal has come'],
    ['status', 'Status', 'status', 'Whether the deal is open, won or lost'],
    ['probability', 'Probability', 'int', 'How likely the deal is won, in percent'],
    ['lost_reason', 'Lost reason', 'varchar_options', 'Why the deal was lost'],
    ['expected_close_date', 'Expected close date', 'date', 'When the deal should be closed'],
    ['add_time', 'Deal created', 'date', 'When the deal was added'],
    ['update_time', 'Update time', 'date', 'When the deal was last changed'],
    ['won_time', 'Won time', 'date', 'When the deal was won'],
    ['lost_time', 'Lost time', 'date', 'When the deal was lost'],
    ['visible_to', 'Visible to', 'visible_to', 'Which users see the deal'],
    ['label', 'Label', 'set', 'The labels of the deal'],
  ],
  person: [
    ['id', 'ID', 'int', 'The number of the person'],
    ['name', 'Person Name', 'varchar', 'What the person is called'],
    ['first_name', 'First name', 'varchar', 'The given name'],
    ['last_name', 'Last name', 'varchar', 'The family name'],
    ['phone', 'Phone', 'phone', 'How to call the person'],
    ['email', 'Email', 'varchar', 'How to write to the person'],
    ['org_id', 'Organization', 'org', 'Where the person works'],
    ['owner_id', 'Owner', 'user', 'The user who looks after the person'],
    ['add_time', 'Person created', 'date', 'When the person was added'],
    ['update_time', 'Update time', 'date', 'When the person was last changed'],
    ['picture_id', 'Profile picture', 'picture', 'What the person looks like'],
    ['visible_to', 'Visible to', 'visible_to', 'Which users see the person'],
    ['label', 'Label', 'set', 'The labels of the person'],
  ],
  organization: [
    ['id', 'ID', 'int', 'The number of the organization'],
    ['name', 'Organization Name', 'varchar', 'What the organization is called'],
    ['address', 'Address', 'address', 'Where the organization is'],
    ['owner_id', 'Owner', 'user', 'The user who looks after the organization'],
    ['website', 'Website', 'varchar', 'The address of its site'],
    ['linkedin', 'LinkedIn profile', 'varchar', 'The address of its profile'],
    ['annual_revenue', 'Annual revenue', 'int', 'What it earns in a year'],
    ['employee_count', 'Number of employees', 'int', 'How many work there'],
    ['add_time', 'Organization created', 'date', 'When the organization was added'],
    ['update_time', 'Update time', 'date', 'When the organization was last changed'],
    ['visible_to', 'Visible to', 'visible_to', 'Which users see the organization'],
    ['label', 'Label', 'set', 'The labels of the organization'],
  ],
  product: [
    ['id', 'ID', 'int', 'The number of the product'],
    ['name', 'Product Name', 'varchar', 'What the product is called'],
    ['code', 'Product code', 'varchar', 'The code of the product'],
    ['description', 'Description', 'text', 'What the product is'],
    ['unit', 'Unit', 'varchar', 'What the product is counted in'],
    ['tax', 'Tax', 'double', 'The tax in percent'],
    ['category', 'Category', 'enum', 'The kind of product'],
    ['owner_id', 'Owner', 'user', 'The user who looks after the product'],
    ['billing_frequency', 'Billing frequency', 'billing_frequency', 'How often it is billed'],
    ['visible_to', 'Visible to', 'visible_to', 'Which users see the product'],
  ],
  activity: [
    ['id', 'ID', 'int', 'The number of the activity'],
    ['subject', 'Subject', 'varchar', 'What the activity is about'],
    ['type', 'Type', 'enum', 'The kind of activity'],
    ['done', 'Done', 'boolean', 'Whether the activity is done'],
    ['due_date', 'Due date', 'date', 'The day of the activity'],
    ['due_time', 'Due time', 'time', 'The time of the activity'],
    ['duration', 'Duration', 'time', 'How long the activity takes'],
    ['owner_id', 'Assigned to user', 'user', 'The user who does the activity'],
    ['deal_id', 'Deal', 'deal', 'The deal of the activity'],
    ['person_id', 'Contact person', 'people', 'The person of the activity'],
    ['org_id', 'Organization', 'org', 'The organization of the activity'],
    ['priority', 'Priority', 'enum', 'How urgent the activity is'],
    ['outcome', 'Outcome', 'enum', 'What came of the activity'],
    ['location', 'Location', 'address', 'Where the activity takes place'],
    ['note', 'Note', 'text', 'What is to be remembered'],
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
  'product category': numbered(51, ['Hardware', 'Software', 'Services']),
  'activity priority': numbered(261, ['Low', 'Medium', 'High']),
  'activity outcome': numbered(271, ['Connected', 'Left a message', 'No answer', 'Took place']),
  'deal visible_to': visibilities,
  'person visible_to': visibilities,
  'organization visible_to': visibilities,
  'product visible_to': visibilities,
}

/** Fields that only `include_fields` shows, and what their names say of their types. */
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
