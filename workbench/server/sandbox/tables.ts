import { member } from '../../../definitions/index.ts'
import type { SandboxField, SandboxKind } from '../../api/index.ts'
import type { ChoiceLists } from './choices.ts'
import { isRow, type Row } from './rest.ts'

/** A column; its choices are looked up when they are asked for. */
export interface Column extends Omit<SandboxField, 'choices'> {
  readonly choices?: (lists: ChoiceLists) => Promise<NonNullable<SandboxField['choices']>>
}

/** One table of the account: where it is, what it shows, and how its cells stand in the API. */
export interface Table {
  readonly path: string
  readonly columns: readonly Column[]
  /** Cells that are more than a text or number in the API, as plain ones. */
  readonly plain?: (row: Row) => Row
  /** The other way round, for the cells that change in a row as the API has it. */
  readonly wire?: (cells: Row, row: Row) => Row
}

type Shape = Omit<Column, 'key' | 'label' | 'type' | 'editable'>
const column =
  (type: Column['type'], editable: boolean) =>
  (key: string, label: string, shape: Shape = {}): Column => ({
    key,
    label,
    type,
    editable,
    ...shape,
  })
const text = column('text', true)
const number = column('number', true)
const date = column('date', true)
const boolean = column('boolean', true)
const choice = column('choice', true)
const required = { required: true } as const

const id = column('number', false)('id', 'ID')
const added = column('text', false)('add_time', 'Added')
const kept = { kept: true } as const
const owner = choice('owner_id', 'Owner', { ...kept, choices: lists => lists.users() })
const currency = choice('currency', 'Currency', {
  ...kept,
  choices: lists => lists.currencies(),
})
const person = choice('person_id', 'Person', { choices: lists => lists.persons() })
const organization = (key: string, shape: Shape = {}) =>
  choice(key, 'Organization', { ...shape, choices: lists => lists.organizations() })
const statuses = ['open', 'won', 'lost'].map(value => ({ value, label: value }))

const first = (list: unknown): unknown => (Array.isArray(list) ? list[0] : undefined)
const contact = (list: unknown) => member(first(list), 'value') ?? null
/** The first of a person's addresses or numbers is changed; the others stay. */
const contacts = (value: unknown, list: unknown): readonly unknown[] => {
  const others: readonly unknown[] = Array.isArray(list) ? list.slice(1) : []
  if (value === null || value === '') return others
  const before = first(list)
  const kept = isRow(before) ? before : { primary: true, label: 'work' }
  return [{ ...kept, value }, ...others]
}

export const tables: Readonly<Record<SandboxKind, Table>> = {
  deals: {
    path: '/api/v2/deals',
    columns: [
      id,
      text('title', 'Title', required),
      number('value', 'Value'),
      currency,
      choice('status', 'Status', { ...kept, choices: async () => statuses }),
      column('choice', false)('pipeline_id', 'Pipeline', { choices: lists => lists.pipelines() }),
      choice('stage_id', 'Stage', { ...kept, choices: lists => lists.stages() }),
      person,
      organization('org_id'),
      owner,
      date('expected_close_date', 'Expected close date', kept),
      added,
    ],
    // A deal is worth nothing, and never of no worth.
    wire: ({ value, ...cells }) => ({
      ...cells,
      ...(value !== undefined && { value: value ?? 0 }),
    }),
  },
  persons: {
    path: '/api/v2/persons',
    columns: [
      id,
      text('name', 'Name', required),
      text('email', 'Email'),
      text('phone', 'Phone'),
      organization('org_id', kept),
      owner,
      added,
    ],
    plain: ({ emails, phones }) => ({ email: contact(emails), phone: contact(phones) }),
    wire: ({ email, phone, ...cells }, row) => ({
      ...cells,
      ...(email !== undefined && { emails: contacts(email, row['emails']) }),
      ...(phone !== undefined && { phones: contacts(phone, row['phones']) }),
    }),
  },
  organizations: {
    path: '/api/v2/organizations',
    columns: [
      id,
      text('name', 'Name', required),
      text('address', 'Address'),
      text('website', 'Website'),
      owner,
      added,
    ],
    plain: ({ address }) => ({ address: member(address, 'value') ?? null }),
    wire: ({ address, ...cells }) => ({
      ...cells,
      ...(address !== undefined && { address: address === null ? null : { value: address } }),
    }),
  },
  leads: {
    path: '/api/v1/leads',
    columns: [
      text('title', 'Title', required),
      person,
      organization('organization_id'),
      number('value', 'Value'),
      currency,
      owner,
      date('expected_close_date', 'Expected close date'),
      added,
    ],
    plain: ({ value }) => ({
      value: member(value, 'amount') ?? null,
      currency: member(value, 'currency') ?? null,
    }),
    wire: ({ value, currency, ...cells }, row) => {
      if (value === undefined && currency === undefined) return cells
      const before = row['value']
      const amount = value === undefined ? member(before, 'amount') : value
      if (amount === null || amount === undefined) return { ...cells, value: null }
      const code = currency ?? member(before, 'currency') ?? 'EUR'
      return { ...cells, value: { amount, currency: code } }
    },
  },
  activities: {
    path: '/api/v2/activities',
    columns: [
      id,
      text('subject', 'Subject', required),
      choice('type', 'Type', { ...kept, choices: lists => lists.activityTypes() }),
      boolean('done', 'Done'),
      date('due_date', 'Due date'),
      choice('deal_id', 'Deal', { choices: lists => lists.deals() }),
      person,
      organization('org_id'),
      owner,
      text('public_description', 'Description'),
      added,
    ],
  },
}

export const isKind = (value: string): value is SandboxKind => Object.hasOwn(tables, value)
