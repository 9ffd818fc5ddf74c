/** A type of custom field, and a field of it that deals and leads of the sandbox have. */
export interface FieldTypeCase {
  readonly type: string
  readonly name: string
  /** As it is written by name, and reads back. */
  readonly value: unknown
  /** Another one, to change it to. */
  readonly other: unknown
  /** `TYPE CONTROL` in a form. */
  readonly control: string
  /** Pipedrive finds records by it. https://developers.pipedrive.com/docs/api/v1/Deals#searchDeals */
  readonly isSearched: boolean
}

const range = (value: string, until: string) => ({ value, until })

/** All types. https://pipedrive.readme.io/docs/core-api-concepts-custom-fields */
export const fieldTypes: readonly FieldTypeCase[] = [
  {
    ...{ type: 'varchar', name: 'Reference', value: 'ÄÖ-1 🚀', other: '2026-12-31' },
    ...{ control: 'STRING TEXT', isSearched: true },
  },
  {
    ...{ type: 'varchar_auto', name: 'Competitors', value: 'Acme', other: 'Globex' },
    ...{ control: 'STRING TEXT', isSearched: true },
  },
  {
    ...{ type: 'text', name: 'Requirements', value: 'Main Street 5', other: 'x'.repeat(300) },
    ...{ control: 'STRING TEXT_AREA', isSearched: true },
  },
  {
    ...{ type: 'double', name: 'Discount %', value: 12.5, other: -0.25 },
    ...{ control: 'NUMBER NUMBER', isSearched: true },
  },
  {
    ...{ type: 'monetary', name: 'Budget', control: 'OBJECT OBJECT_BUILDER', isSearched: true },
    value: { value: 123_456_789.5, currency: 'EUR' },
    other: { value: 0, currency: 'USD' },
  },
  {
    ...{ type: 'enum', name: 'Source', value: 'Trade fair', other: 'Website' },
    ...{ control: 'INTEGER SELECT', isSearched: false },
  },
  {
    ...{ type: 'set', name: 'Interests', control: 'ARRAY MULTI_SELECT', isSearched: false },
    value: ['Hardware', 'R&D / training'],
    other: ['Software'],
  },
  {
    ...{ type: 'user', name: 'Presales', control: 'INTEGER SELECT', isSearched: false },
    ...{ value: 12_415_231, other: 12_415_232 },
  },
  {
    ...{ type: 'people', name: 'Decision maker', value: 1, other: 2 },
    ...{ control: 'INTEGER SELECT', isSearched: false },
  },
  {
    ...{ type: 'org', name: 'Reseller', value: 1, other: 2 },
    ...{ control: 'INTEGER SELECT', isSearched: false },
  },
  {
    ...{ type: 'date', name: 'Decision date', value: '2026-12-31', other: '2028-02-29' },
    ...{ control: 'DATE DATE', isSearched: false },
  },
  {
    ...{ type: 'daterange', name: 'Rollout', control: 'OBJECT OBJECT_BUILDER', isSearched: false },
    value: range('2026-12-24', '2027-01-06'),
    other: range('2027-03-01', '2027-03-01'),
  },
  {
    ...{ type: 'time', name: 'Daily call', control: 'OBJECT OBJECT_BUILDER', isSearched: false },
    ...{ value: { value: '09:30:00' }, other: { value: '23:59:59' } },
  },
  {
    ...{ type: 'timerange', name: 'Support hours', isSearched: false },
    control: 'OBJECT OBJECT_BUILDER',
    value: range('22:00:00', '06:00:00'),
    other: range('08:00:00', '17:30:00'),
  },
  {
    ...{ type: 'phone', name: 'Hotline', value: '+44 20 7946 0001', other: '0800 123' },
    ...{ control: 'STRING PHONE', isSearched: true },
  },
  {
    ...{ type: 'address', name: 'Place of delivery', isSearched: true },
    control: 'OBJECT OBJECT_BUILDER',
    value: { value: 'Main Street 5' },
    other: { value: 'Mustamäe tee 3a, Tallinn, Estonia' },
  },
]

/** Every field under its name. */
export const fieldValues = (
  which: 'value' | 'other' = 'value',
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(fieldTypes.map(one => [one.name, one[which]]))
