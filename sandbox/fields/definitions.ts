import { Collection } from '../collection.ts'
import { createRandom } from '../random.ts'
import type { Random } from '../random.ts'
import { systemFields } from './system.ts'
import type { CustomField, CustomOption, Field, FieldKind, FieldType } from './types.ts'
import { customTypes } from './types.ts'

export type Fields = Readonly<Record<FieldKind, Collection<Field>>>

const born = '2023-01-09 08:00:00'
/** Pipedrive numbers the fields of all kinds in one go. */
const firstId: Readonly<Record<FieldKind, number>> = {
  organization: 4000,
  person: 9000,
  deal: 12_000,
  product: 20_000,
  activity: 30_000,
}

const collect = (kind: FieldKind, custom: readonly CustomField[]) => {
  const fields = new Collection<Field>()
  const add = (field: Omit<Field, 'id' | 'add_time' | 'update_time'>) =>
    fields.set({
      ...field,
      id: fields.size === 0 ? firstId[kind] : fields.nextId(),
      add_time: born,
      update_time: born,
    })
  const shared = { deletedOptions: [], settings: {}, created_by: null }
  for (const field of systemFields(kind)) add({ ...field, ...shared, is_custom: false })
  for (const field of custom)
    add({ ...field, ...shared, description: null, is_custom: true, is_optional: false })
  return fields
}

/**
 * Codes differ from company to company, so they come from the seed. What came later takes its codes
 * from a source of its own, so that the data of a seed stays as it was; `extra` are more of deals.
 */
export const createFields = (random: Random, extra: number): Fields => {
  let lastOption = 100
  let source = random
  const field = (name: string, type: FieldType, labels?: readonly string[]): CustomField => {
    const options = labels?.map((label): CustomOption => ({ id: ++lastOption, label }))
    return { code: source.hex(40), name, type, ...(options && { options }) }
  }
  const deal = [
    field('Reference', 'varchar'),
    field('Competitors', 'varchar_auto'),
    field('Requirements', 'text'),
    field('Discount %', 'double'),
    field('Budget', 'monetary'),
    field('Source', 'enum', ['Trade fair', 'Website', 'Recommendation', 'Other']),
    field('Interests', 'set', ['Hardware', 'Software', 'Services', 'R&D / training']),
    field('Presales', 'user'),
    field('Decision maker', 'people'),
    field('Reseller', 'org'),
    field('Decision date', 'date'),
    field('Rollout', 'daterange'),
    field('Daily call', 'time'),
    field('Support hours', 'timerange'),
    field('Hotline', 'phone'),
    field('Place of delivery', 'address'),
  ]
  const person = [
    field('Nickname', 'varchar'),
    field('Language', 'enum', ['Deutsch', 'English', 'Español', 'Français', '日本語']),
    field('Topics', 'set', ['Price', 'Quality', 'Delivery']),
    field('Customer since', 'date'),
  ]
  const organization = [
    field('Tax number', 'varchar'),
    field('Segment', 'enum', ['Small', 'Medium', 'Large']),
    field('Turnover', 'monetary'),
    field('Rating', 'double'),
    field('Account manager', 'user'),
  ]
  source = createRandom(random.state() ^ 0x5f1e1d)
  const missing = (fields: readonly CustomField[]) =>
    customTypes
      .filter(type => !fields.some(known => known.type === type))
      .map(type => field(names[type], type, type === 'set' ? ['One', 'Two', 'Three'] : undefined))
  person.push(...missing(person))
  organization.push(...missing(organization))
  const product = [
    field('Supplier', 'org'),
    field('Shelf', 'varchar'),
    field('Material', 'enum', ['Wood', 'Steel', 'Glass']),
  ]
  for (let at = 0; at < extra; at++) deal.push(more(field, at))
  return {
    deal: collect('deal', deal),
    person: collect('person', person),
    organization: collect('organization', organization),
    product: collect('product', product),
    activity: collect('activity', []),
  }
}

/** Fields by the hundred, of all types in turn. */
const more = (
  field: (name: string, type: FieldType, labels?: readonly string[]) => CustomField,
  at: number,
) => {
  const type = customTypes[at % customTypes.length] ?? 'varchar'
  const options = type === 'enum' || type === 'set' ? ['First', 'Second'] : undefined
  return field(`Field ${at + 1}`, type, options)
}

const names: Readonly<Record<FieldType, string>> = {
  varchar: 'Short text',
  varchar_auto: 'Known as',
  text: 'History',
  phone: 'Second number',
  double: 'Score',
  monetary: 'Credit limit',
  enum: 'Category',
  set: 'Sectors',
  user: 'Deputy',
  people: 'Introduced by',
  org: 'Parent company',
  date: 'Next review',
  daterange: 'Contract term',
  time: 'Best time to call',
  timerange: 'Opening hours',
  address: 'Billing address',
}
