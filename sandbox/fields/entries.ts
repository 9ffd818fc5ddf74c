import { namespaces } from './namespaces.ts'
import type { Field, FieldKind } from './types.ts'

/** Parts of an address in Pipedrive's own descriptions; values may have a `sublocality` too. */
const place = [
  ['value', 'Address value'],
  ['street_number', 'House number'],
  ['route', 'Street/road name'],
  ['subpremise', 'Apartment/suite'],
  ['locality', 'District'],
  ['admin_area_level_1', 'State/province'],
  ['admin_area_level_2', 'County'],
  ['country', 'Country'],
  ['postal_code', 'Postal code'],
  ['formatted_address', 'Formatted address'],
] as const

/** The parts that the value of a field of such a type has: code, name and type of each. */
const partsOf: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  monetary: [
    ['value', 'Amount', 'double'],
    ['currency', 'Currency', 'varchar'],
  ],
  daterange: [
    ['value', 'Start', 'date'],
    ['until', 'End', 'date'],
  ],
  time: [
    ['value', 'Time', 'time'],
    ['timezone_id', 'Timezone ID', 'int'],
    ['timezone_name', 'Timezone', 'varchar'],
  ],
  timerange: [
    ['value', 'Start', 'time'],
    ['until', 'End', 'time'],
    ['timezone_id', 'Timezone ID', 'int'],
    ['timezone_name', 'Timezone', 'varchar'],
  ],
  address: place.map(([code, name]) => [code, name, 'varchar']),
}

const subfields = ({ type, name }: Field) =>
  partsOf[type]?.map(([field_code, part, field_type]) => ({
    field_code,
    field_name: `${part} of ${name}`,
    field_type,
  })) ?? null

/** A field as v2 describes it; `include` names what `include_fields` asks for. */
export const presentField = (kind: FieldKind, field: Field, include: readonly string[] = []) => {
  const known: Readonly<Record<string, object>> = namespaces[kind]
  const own = (name: string): object => ({ ...known[name], ...(field.settings[name] as object) })
  return {
    field_name: field.name,
    field_code: field.code,
    field_type: field.type,
    ...(field.description !== null && { description: field.description }),
    options: field.options ?? null,
    subfields: subfields(field),
    is_custom_field: field.is_custom,
    is_optional_response_field: field.is_optional,
    ...Object.fromEntries(include.map(name => [name, own(name)])),
  }
}
