import { labels } from './labels.ts'
import type { CustomField, FieldType, Option } from './types.ts'

interface Subfield {
  readonly field_code: string
  readonly field_name: string
  readonly field_type: string
}

/** A field as `/dealFields` and its like describe it. */
export interface FieldEntry {
  readonly field_name: string
  readonly field_code: string
  readonly field_type: string
  readonly options: readonly Option[] | null
  readonly subfields: readonly Subfield[] | null
  readonly is_custom_field: boolean
  readonly is_optional_response_field: boolean
}

const partsOf: Partial<Readonly<Record<FieldType, readonly (readonly [string, string])[]>>> = {
  monetary: [
    ['value', 'double'],
    ['currency', 'varchar'],
  ],
  daterange: [
    ['value', 'date'],
    ['until', 'date'],
  ],
  time: [
    ['value', 'time'],
    ['timezone_id', 'int'],
    ['timezone_name', 'varchar'],
  ],
  timerange: [
    ['value', 'time'],
    ['until', 'time'],
    ['timezone_id', 'int'],
    ['timezone_name', 'varchar'],
  ],
  address: [
    ['value', 'varchar'],
    ['locality', 'varchar'],
    ['country', 'varchar'],
    ['postal_code', 'varchar'],
  ],
}

export const customSubfields = (field: CustomField) =>
  partsOf[field.type]?.map(([field_code, field_type]) => ({
    field_code,
    field_name: `${field_code} of ${field.name}`,
    field_type,
  })) ?? null

const standard = (
  [field_name, field_code, field_type]: readonly [string, string, string],
  options: readonly Option[] | null = null,
): FieldEntry => ({
  field_name,
  field_code,
  field_type,
  options,
  subfields: null,
  is_custom_field: false,
  is_optional_response_field: false,
})

export const standardFields = {
  deal: [
    standard(['Title', 'title', 'varchar']),
    standard(['Value', 'value', 'double']),
    standard(['Owner', 'owner_id', 'user']),
    standard(['Person', 'person_id', 'people']),
    standard(['Organization', 'org_id', 'org']),
    standard(['Stage', 'stage_id', 'stage']),
    standard(['Status', 'status', 'status']),
    standard(['Expected close date', 'expected_close_date', 'date']),
    standard(['Label', 'label', 'set'], labels.deal),
  ],
  person: [
    standard(['Name', 'name', 'varchar']),
    standard(['Owner', 'owner_id', 'user']),
    standard(['Organization', 'org_id', 'org']),
    standard(['Email', 'email', 'varchar']),
    standard(['Phone', 'phone', 'phone']),
    standard(['Label', 'label', 'set'], labels.person),
  ],
  organization: [
    standard(['Name', 'name', 'varchar']),
    standard(['Owner', 'owner_id', 'user']),
    standard(['Address', 'address', 'address']),
    standard(['Website', 'website', 'varchar']),
    standard(['Label', 'label', 'set'], labels.organization),
  ],
}
